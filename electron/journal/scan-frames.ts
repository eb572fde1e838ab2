import { nextChain } from './chain.ts';
import { frameMarker, measureFrame, openFrame, readFrameHead } from './frame.ts';
import type { DamageReason } from './journal-error.ts';
import { headerBytes } from './segment-header.ts';
import type { LiveSegment } from './segment-index.ts';

/** The first bytes that are no sound frame. */
export interface FrameFault {
  readonly reason: DamageReason;
  readonly offsetBytes: number;
  readonly seq: number;
}

export interface FrameScan {
  readonly headSeq: number;
  readonly headChain: Buffer;
  /** The last frame's word on what was on disk before it; nobody vouches yet for entries after that. */
  readonly floor: number;
  readonly redacted: number;
  readonly fault: FrameFault | undefined;
}

/**
 * Walks a segment's frames from its header to the end of `bytes`, filling its index. Checks marker, length, checksum, dense sequence
 * and chain; opens nothing, since opening a hundred thousand frames takes seconds.
 */
export function scanFrames(bytes: Buffer, segment: LiveSegment): FrameScan {
  let seq = segment.header.firstSeq - 1;
  let chain: Buffer = Buffer.from(segment.header.chain);
  let floor = seq;
  let redacted = 0;
  let offset = headerBytes;
  const stop = (reason: DamageReason | undefined): FrameScan => {
    segment.endBytes = offset;
    segment.offsets.trim();
    const fault = reason && { reason, offsetBytes: offset, seq: seq + 1 };
    return { headSeq: seq, headChain: chain, floor, redacted, fault };
  };
  while (offset < bytes.length) {
    const measured = measureFrame(bytes, offset);
    if (typeof measured === 'string') return stop(measured);
    const head = readFrameHead(bytes, offset);
    if (!head) return stop('frame-fields');
    if (head.seq !== seq + 1) return stop('frame-sequence');
    const expected = nextChain(chain, head.seq, head.commitment);
    if (!expected.equals(head.chain)) return stop('chain');
    seq = head.seq;
    chain = expected;
    floor = head.floor;
    if (head.redacted) redacted += 1;
    segment.offsets.push(offset);
    offset += measured;
  }
  return stop(undefined);
}

/**
 * The last frame's seal covers its chain hash, and that covers every commitment before it: one opening vouches for the count, order
 * and commitments of the whole segment.
 */
export function openLastFrame(bytes: Buffer, segment: LiveSegment): DamageReason | undefined {
  const position = segment.offsets.count - 1;
  const from = segment.offsets.at(position);
  if (from === undefined || !segment.keys) return undefined;
  const opened = openFrame(segment.keys, position + 1, bytes.subarray(from, segment.endBytes));
  return typeof opened === 'string' ? opened : undefined;
}

/** Only these can come of a write that was cut short. Whole frames with fitting checksums that say something else were put there. */
const tornReasons: ReadonlySet<DamageReason> = new Set(['frame-incomplete', 'frame-marker', 'frame-length', 'frame-checksum']);

export function mayBeTorn(fault: FrameFault): boolean {
  return tornReasons.has(fault.reason);
}

/**
 * Looks behind a fault for a genuine frame of this segment that was sealed after the faulty one was on disk. If there is one, the
 * faulty frame had been acknowledged, and this is damage, not a torn write.
 */
export function hasWitness(bytes: Buffer, segment: LiveSegment, fault: FrameFault): boolean {
  for (let at = bytes.indexOf(frameMarker, fault.offsetBytes + 1); at >= 0; at = bytes.indexOf(frameMarker, at + 1)) {
    const measured = measureFrame(bytes, at);
    if (typeof measured === 'string') continue;
    const head = readFrameHead(bytes, at);
    if (!head || head.floor < fault.seq) continue;
    const index = head.seq - segment.header.firstSeq + 1;
    if (index < 1) continue;
    // Who has no keys takes its word, which errs on the loud side.
    if (!segment.keys) return true;
    if (typeof openFrame(segment.keys, index, bytes.subarray(at, at + measured)) !== 'string') return true;
  }
  return false;
}
