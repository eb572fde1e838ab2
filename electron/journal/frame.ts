import { hash, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hashBytes, nextChain, readUint64, writeUint64 } from './chain.ts';
import { type DamageReason, JournalNewerError } from './journal-error.ts';
import { type SegmentKeys, tagBytes } from './segment-keys.ts';

export const frameHeaderBytes = 96;
export const saltBytes = 32;
export const maxPayloadBytes = 4 * 1024 * 1024;
const checksumBytes = 4;
const blockBytes = 64;
const sealedHeadBytes = saltBytes + 8;
// Lengths tell a page view from a registration; rounded up, most entries look alike.
const paddedToBytes = 256;
export const minFrameBytes = frameHeaderBytes + sealedHeadBytes + tagBytes + checksumBytes;
export const maxFrameBytes = frameBytesFor(maxPayloadBytes);
export const frameMarker = Buffer.from('TCJF', 'latin1');
const at = { length: 4, seq: 8, floor: 16, redacted: 24, reserved: 25, commitment: 32, chain: 64, sealed: 96 };

/** What stands in the clear. `floor`: the last entry known to be on disk when this frame was sealed; all before it was acknowledged. */
export interface FrameHead {
  readonly lengthBytes: number;
  readonly seq: number;
  readonly floor: number;
  readonly redacted: boolean;
  readonly commitment: Buffer;
  readonly chain: Buffer;
}

export interface OpenedFrame {
  readonly salt: Uint8Array;
  readonly payload: Uint8Array;
}

export interface FrameToSeal {
  readonly index: number;
  readonly seq: number;
  readonly floor: number;
  readonly previousChain: Uint8Array;
  readonly salt: Uint8Array;
  readonly payload: Uint8Array;
}

export function frameBytesFor(payloadBytes: number): number {
  return (
    frameHeaderBytes + Math.ceil((sealedHeadBytes + payloadBytes) / paddedToBytes) * paddedToBytes + tagBytes + checksumBytes
  );
}

export function sealFrame(keys: SegmentKeys, frame: FrameToSeal): { bytes: Buffer; commitment: Buffer; chain: Buffer } {
  const commitment = commit(frame.salt, frame.payload);
  const chain = nextChain(frame.previousChain, frame.seq, commitment);
  const bytes = Buffer.alloc(frameBytesFor(frame.payload.length));
  frameMarker.copy(bytes);
  bytes.writeUInt32BE(bytes.length, at.length);
  writeUint64(bytes, frame.seq, at.seq);
  writeUint64(bytes, frame.floor, at.floor);
  commitment.copy(bytes, at.commitment);
  chain.copy(bytes, at.chain);
  const plain = Buffer.alloc(bytes.length - frameHeaderBytes - tagBytes - checksumBytes);
  plain.set(frame.salt);
  plain.writeUInt32BE(frame.payload.length, saltBytes + 4);
  plain.set(frame.payload, sealedHeadBytes);
  keys.seal(frame.index, bytes.subarray(0, at.sealed), plain).copy(bytes, at.sealed);
  plain.fill(0);
  writeChecksum(bytes);
  return { bytes, commitment, chain };
}

/** Why the bytes at `from` are no whole frame, or the frame's length. Every torn write fails one of these checks. */
export function measureFrame(bytes: Buffer, from: number): number | DamageReason {
  const left = bytes.length - from;
  if (left < frameHeaderBytes) return 'frame-incomplete';
  if (bytes.compare(frameMarker, 0, frameMarker.length, from, from + frameMarker.length) !== 0) return 'frame-marker';
  const lengthBytes = bytes.readUInt32BE(from + at.length);
  if (lengthBytes < minFrameBytes || lengthBytes > maxFrameBytes) return 'frame-length';
  if (lengthBytes > left) return 'frame-incomplete';
  const end = from + lengthBytes - checksumBytes;
  return crc32(bytes.subarray(from, end)) === bytes.readUInt32BE(end) ? lengthBytes : 'frame-checksum';
}

/** Undefined where a field holds what no writer writes. Call after measureFrame. */
export function readFrameHead(bytes: Buffer, from: number): FrameHead | undefined {
  const mark = bytes.readUInt8(from + at.redacted);
  if (mark > 1) return undefined;
  for (let i = at.reserved; i < at.commitment; i++) if (bytes[from + i] !== 0) return undefined;
  const seq = readUint64(bytes, from + at.seq);
  const floor = readUint64(bytes, from + at.floor);
  if (!(seq >= 1 && floor < seq)) return undefined;
  const commitment = bytes.subarray(from + at.commitment, from + at.chain);
  const chain = bytes.subarray(from + at.chain, from + at.chain + hashBytes);
  return { lengthBytes: bytes.readUInt32BE(from + at.length), seq, floor, redacted: mark === 1, commitment, chain };
}

/** Opens a whole frame; gives the reason where seal, commitment or redaction don't hold, and undefined for a redacted frame that does. */
export function openFrame(keys: SegmentKeys, index: number, frame: Buffer): OpenedFrame | undefined | DamageReason {
  const header = frame.subarray(0, at.sealed);
  const sealed = frame.subarray(at.sealed, frame.length - checksumBytes);
  if (header[at.redacted] === 1) return redactionHolds(keys, header, sealed) ? undefined : 'redaction';
  const plain = keys.unseal(index, header, sealed);
  if (!plain) return 'seal';
  if (plain.readUInt32BE(saltBytes) !== 0)
    throw new JournalNewerError('a frame', `storage encoding ${plain.readUInt32BE(saltBytes)}`);
  const payloadBytes = plain.readUInt32BE(saltBytes + 4);
  if (payloadBytes > plain.length - sealedHeadBytes) return 'commitment';
  const salt = plain.subarray(0, saltBytes);
  const payload = plain.subarray(sealedHeadBytes, sealedHeadBytes + payloadBytes);
  const commitment = header.subarray(at.commitment, at.chain);
  return timingSafeEqual(commit(salt, payload), commitment) ? { salt, payload } : 'commitment';
}

/**
 * The frame with salt and payload gone, of the same length and with the same commitment and chain hash. The seal under the marking
 * key tells an office's redaction from somebody's zeros.
 */
export function redactFrame(keys: SegmentKeys, frame: Buffer): Buffer {
  const bytes = Buffer.alloc(frame.length);
  frame.copy(bytes, 0, 0, at.sealed);
  bytes.writeUInt8(1, at.redacted);
  keys.redactionSeal(bytes.subarray(0, at.sealed)).copy(bytes, at.sealed);
  writeChecksum(bytes);
  return bytes;
}

/** The frame under the keys of another segment, at the same place: salt, payload, padding, commitment and chain stay. It was opened before. */
export function resealFrame(frame: Buffer, { index, from, to }: { index: number; from: SegmentKeys; to: SegmentKeys }): Buffer {
  if (frame[at.redacted] === 1) return redactFrame(to, frame);
  const header = frame.subarray(0, at.sealed);
  const plain = from.unseal(index, header, frame.subarray(at.sealed, frame.length - checksumBytes));
  if (!plain) throw new RangeError('a frame that does not open');
  const bytes = Buffer.from(frame);
  to.seal(index, header, plain).copy(bytes, at.sealed);
  plain.fill(0);
  writeChecksum(bytes);
  return bytes;
}

function redactionHolds(keys: SegmentKeys, header: Buffer, sealed: Buffer): boolean {
  return (
    timingSafeEqual(keys.redactionSeal(header), sealed.subarray(0, hashBytes)) &&
    sealed.subarray(hashBytes).every((byte) => byte === 0)
  );
}

/**
 * Hides the payload until the salt is known, and binds it: HMAC-SHA-256(salt, the payload's exact bytes). Written out by RFC 2104
 * for a key of 32 bytes, since two hashes in one go take a quarter of the time of a createHmac (a test compares the two).
 */
export function commit(salt: Uint8Array, payload: Uint8Array): Buffer {
  const inner = Buffer.alloc(blockBytes + payload.length, 0x36);
  inner.set(payload, blockBytes);
  const outer = Buffer.alloc(blockBytes + hashBytes, 0x5c);
  for (let i = 0; i < saltBytes; i++) {
    inner[i] = 0x36 ^ (salt[i] ?? 0);
    outer[i] = 0x5c ^ (salt[i] ?? 0);
  }
  hash('sha256', inner, 'buffer').copy(outer, blockBytes);
  inner.fill(0);
  return hash('sha256', outer, 'buffer');
}

function writeChecksum(bytes: Buffer): void {
  const end = bytes.length - checksumBytes;
  bytes.writeUInt32BE(crc32(bytes.subarray(0, end)), end);
}
