import { join } from 'node:path';
import type { LogName } from './journal-error.ts';
import { diskFiles, type JournalFiles } from './journal-files.ts';
import { openEntry } from './log-reader.ts';
import { type Anchor, scanLog, type TornTail } from './scan-log.ts';
import { type FramePlace, type LiveSegment, placeAt } from './segment-index.ts';

export interface VerifyOptions {
  readonly dir: string;
  readonly log: LogName;
  /** Left out by who has no keys: checksums, sequence, chain and anchors are checked; seals and commitments are not. */
  keyOf?(epoch: number): Uint8Array | undefined;
  readonly marks?: readonly number[];
  /** Heads whose signatures the caller has checked. */
  readonly anchors?: readonly Anchor[];
  readonly prunedTo?: number;
  readonly files?: JournalFiles;
  /** Sees the payload of every entry that was opened and is not redacted. */
  onPayload?(payload: Uint8Array): void;
  /** Sees the sequence of every entry that was opened and is redacted. */
  onRedacted?(seq: number): void;
}

export interface SegmentSummary {
  readonly file: string;
  readonly epoch: number;
  readonly suite: number;
  readonly firstSeq: number;
  readonly entries: number;
  readonly acknowledgedBytes: number;
  /** Bytes behind the acknowledged ones: what a torn or failed write left. */
  readonly setAsideBytes: number;
}

export interface JournalVerdict {
  readonly log: LogName;
  readonly headSeq: number;
  readonly headChain: Uint8Array;
  readonly entries: number;
  readonly redacted: number;
  /** The newest anchored head that this history agrees with; 0 where none was given. */
  readonly anchoredUpTo: number;
  /** False where there were no keys: nobody vouches yet for what the seals hold. */
  readonly sealsChecked: boolean;
  readonly segments: readonly SegmentSummary[];
  readonly voidFiles: readonly string[];
  readonly tornTail: TornTail | undefined;
}

/**
 * Checks a whole log, every frame opened where there are keys, and writes nothing, not even a lock: run it on a copy, or while no
 * counter writes. Throws a JournalError at the first thing that doesn't hold.
 */
export async function verifyJournal(options: VerifyOptions): Promise<JournalVerdict> {
  const { dir, log, marks = [], anchors = [], prunedTo = 0, files = diskFiles } = options;
  const keyOf = options.keyOf && ((epoch: number) => options.keyOf?.(epoch));
  const segments: SegmentSummary[] = [];
  const onSegment = (segment: LiveSegment, bytes: Buffer, fileBytes: number) => {
    if (keyOf) openAll(segment, bytes, options);
    segments.push(summarise(segment, fileBytes));
  };
  const scan = await scanLog({ files, folder: join(dir, log), log, keyOf, marks, anchors, prunedTo, onSegment });
  for (const segment of scan.segments) segment.keys?.forget();
  // An anchor within what was pruned was compared with nothing.
  const first = segments[0]?.firstSeq ?? 1;
  return {
    log,
    headSeq: scan.headSeq,
    headChain: scan.headChain,
    entries: segments.reduce((sum, { entries }) => sum + entries, 0),
    redacted: scan.redacted,
    anchoredUpTo: Math.max(0, ...anchors.map(({ seq }) => seq).filter((seq) => seq >= first)),
    sealsChecked: keyOf !== undefined,
    segments,
    voidFiles: scan.voidFiles,
    tornTail: scan.tornTail,
  };
}

function openAll(segment: LiveSegment, bytes: Buffer, { onPayload, onRedacted }: VerifyOptions): void {
  for (let position = 0; position < segment.offsets.count; position++) {
    const place = placeAt(segment, position) as FramePlace;
    const entry = openEntry(place, bytes.subarray(place.fromBytes, place.toBytes));
    if (entry.redacted) onRedacted?.(entry.seq);
    else onPayload?.(entry.payload);
  }
}

function summarise({ file, header, offsets, endBytes }: LiveSegment, fileBytes: number): SegmentSummary {
  const { epoch, suite, firstSeq } = header;
  return {
    file,
    epoch,
    suite,
    firstSeq,
    entries: offsets.count,
    acknowledgedBytes: endBytes,
    setAsideBytes: fileBytes - endBytes,
  };
}
