import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { resealFrame } from './frame.ts';
import { JournalDamagedError, JournalKeyMissingError } from './journal-error.ts';
import { type JournalFiles, readRange } from './journal-files.ts';
import { openEntry } from './log-reader.ts';
import { encodeHeader, headerBytes, headerStem, type KeyOf, type SegmentHeader } from './segment-header.ts';
import { type FramePlace, type LiveSegment, placeAt } from './segment-index.ts';
import { currentSuite, segmentKeys } from './segment-keys.ts';

export interface ResealOptions {
  readonly files: JournalFiles;
  readonly folder: string;
  readonly epoch: number;
  readonly keyOf: KeyOf;
}

/** A segment under another key, and the bytes of its whole file. */
export interface ResealedSegment {
  readonly segment: LiveSegment;
  readonly bytes: Buffer;
}

/**
 * The same entries under the key of another epoch, as docs/journal-format.md has it: new random bytes, so new keys, and everything else
 * the same, place by place. Every frame is opened and checked first: damage is never sealed in. Throws a JournalDamagedError.
 */
export async function resealSegment(old: LiveSegment, { files, folder, epoch, keyOf }: ResealOptions): Promise<ResealedSegment> {
  const key = keyOf(epoch);
  if (!key) throw new JournalKeyMissingError(epoch);
  if (!old.keys) throw new JournalKeyMissingError(old.header.epoch);
  const header: SegmentHeader = { ...old.header, suite: currentSuite, epoch, random: randomBytes(32) };
  const keys = segmentKeys(key, headerStem(header), header.random);
  const bytes = await readSegment(old, files, folder);
  const parts: Buffer[] = [encodeHeader(header, keys)];
  for (let place = placeAt(old, 0); place; place = placeAt(old, place.position + 1)) {
    const frame = bytes.subarray(place.fromBytes, place.toBytes);
    openEntry(place, frame);
    parts.push(resealFrame(frame, { index: place.position + 1, from: old.keys, to: keys }));
  }
  return { segment: { ...old, header, keys }, bytes: Buffer.concat(parts) };
}

/** As far as it holds entries: what was void behind them stays behind with the old key. */
async function readSegment(segment: LiveSegment, files: JournalFiles, folder: string): Promise<Buffer> {
  const file = await files.open(join(folder, segment.file), 'read');
  try {
    const bytes = await readRange(file, 0, segment.endBytes);
    if (bytes.length === segment.endBytes) return bytes;
  } finally {
    await file.close();
  }
  const { log, firstSeq } = segment.header;
  const place = placeAt(segment, 0) ?? ({ position: 0, fromBytes: headerBytes } satisfies Partial<FramePlace>);
  throw new JournalDamagedError('frame-incomplete', {
    log,
    file: segment.file,
    frame: place.position + 1,
    seq: firstSeq,
    offsetBytes: place.fromBytes,
  });
}
