import { timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hashBytes, logByte, readUint64, writeUint64 } from './chain.ts';
import { JournalKeyMissingError, type LogName } from './journal-error.ts';
import { type SegmentKeys, segmentKeys, suites } from './segment-keys.ts';

export const headerBytes = 160;
export const formatVersion = 1;
const magic = Buffer.from([0x89, 0x54, 0x43, 0x4a, 0x0d, 0x0a, 0x1a, 0x0a]);
const at = {
  version: 8,
  log: 10,
  suite: 11,
  epoch: 12,
  ordinal: 16,
  firstSeq: 24,
  previous: 32,
  previousEnd: 40,
  random: 48,
  chain: 80,
  reserved: 112,
  seal: 124,
  checksum: 156,
};

export interface SegmentHeader {
  readonly log: LogName;
  readonly suite: number;
  readonly epoch: number;
  /** Rises by at least one with every file ever begun; a file name bears it too. */
  readonly ordinal: number;
  readonly firstSeq: number;
  /** The segment before this one that holds entries, or 0. Files between the two are void. */
  readonly previous: number;
  /** Where the previous segment's acknowledged bytes end. What lies beyond was set aside and is void. */
  readonly previousEnd: number;
  readonly random: Uint8Array;
  /** Chain hash of entry firstSeq − 1. */
  readonly chain: Uint8Array;
}

export type HeaderReading =
  | { readonly kind: 'sound'; readonly header: SegmentHeader; readonly keys: SegmentKeys | undefined }
  | { readonly kind: 'broken' }
  | { readonly kind: 'seal-broken' }
  | { readonly kind: 'newer'; readonly what: string };

export type KeyOf = (epoch: number) => Uint8Array | undefined;

export function encodeHeader(header: SegmentHeader, keys: SegmentKeys): Buffer {
  const bytes = Buffer.alloc(headerBytes);
  magic.copy(bytes);
  bytes.writeUInt16BE(formatVersion, at.version);
  bytes.writeUInt8(logByte[header.log], at.log);
  bytes.writeUInt8(header.suite, at.suite);
  bytes.writeUInt32BE(header.epoch, at.epoch);
  writeUint64(bytes, header.ordinal, at.ordinal);
  writeUint64(bytes, header.firstSeq, at.firstSeq);
  writeUint64(bytes, header.previous, at.previous);
  writeUint64(bytes, header.previousEnd, at.previousEnd);
  bytes.set(header.random, at.random);
  bytes.set(header.chain, at.chain);
  keys.headerSeal(bytes.subarray(0, at.seal)).copy(bytes, at.seal);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, at.checksum)), at.checksum);
  return bytes;
}

/** `keyOf` left out: an auditor without keys, who sees the checksum checked but not the seal. */
export function decodeHeader(bytes: Buffer, log: LogName, keyOf: KeyOf | undefined): HeaderReading {
  if (bytes.length < headerBytes || !bytes.subarray(0, magic.length).equals(magic)) return { kind: 'broken' };
  // Checked before the version: a flipped bit there must be damage, not a newer program's file.
  if (crc32(bytes.subarray(0, at.checksum)) !== bytes.readUInt32BE(at.checksum)) return { kind: 'broken' };
  const version = bytes.readUInt16BE(at.version);
  if (version !== formatVersion) return { kind: 'newer', what: `format version ${version}` };
  const suite = bytes.readUInt8(at.suite);
  if (!suites.has(suite)) return { kind: 'newer', what: `cipher suite ${suite}` };
  const header = readFields(bytes, log, suite);
  if (!header) return { kind: 'broken' };
  if (!keyOf) return { kind: 'sound', header, keys: undefined };
  const key = keyOf(header.epoch);
  if (!key) throw new JournalKeyMissingError(header.epoch);
  const keys = segmentKeys(key, headerStem(header), header.random);
  if (!timingSafeEqual(keys.headerSeal(bytes.subarray(0, at.seal)), bytes.subarray(at.seal, at.checksum)))
    return { kind: 'seal-broken' };
  return { kind: 'sound', header, keys };
}

function readFields(bytes: Buffer, log: LogName, suite: number): SegmentHeader | undefined {
  const header: SegmentHeader = {
    log,
    suite,
    epoch: bytes.readUInt32BE(at.epoch),
    ordinal: readUint64(bytes, at.ordinal),
    firstSeq: readUint64(bytes, at.firstSeq),
    previous: readUint64(bytes, at.previous),
    previousEnd: readUint64(bytes, at.previousEnd),
    random: Uint8Array.prototype.slice.call(bytes, at.random, at.chain),
    chain: Uint8Array.prototype.slice.call(bytes, at.chain, at.chain + hashBytes),
  };
  const sound =
    bytes.readUInt8(at.log) === logByte[log] &&
    header.ordinal >= 1 &&
    header.firstSeq >= 1 &&
    header.previous < header.ordinal &&
    (header.previous === 0 ? header.previousEnd === 0 : header.previousEnd >= headerBytes) &&
    bytes.subarray(at.reserved, at.seal).every((byte) => byte === 0);
  return sound ? header : undefined;
}

/** The header's first 16 bytes: magic, version, log, suite, epoch. The segment's keys are bound to them. */
export function headerStem(header: { log: LogName; suite: number; epoch: number }): Buffer {
  const stem = Buffer.alloc(at.ordinal);
  magic.copy(stem);
  stem.writeUInt16BE(formatVersion, at.version);
  stem.writeUInt8(logByte[header.log], at.log);
  stem.writeUInt8(header.suite, at.suite);
  stem.writeUInt32BE(header.epoch, at.epoch);
  return stem;
}

/** What ten digits hold; see the file names. */
export const maxOrdinal = 9_999_999_999;
const namePattern = /^(\d{16})-(\d{10})\.tcj$/;

export function segmentFileName(header: { firstSeq: number; ordinal: number }): string {
  return `${String(header.firstSeq).padStart(16, '0')}-${String(header.ordinal).padStart(10, '0')}.tcj`;
}

/** Undefined for anything that isn't a segment: a lock, or what an operating system leaves in folders. */
export function parseSegmentFileName(file: string): { file: string; firstSeq: number; ordinal: number } | undefined {
  const match = namePattern.exec(file);
  return match ? { file, firstSeq: Number(match[1]), ordinal: Number(match[2]) } : undefined;
}
