import { join } from 'node:path';
import { measureFrame, type OpenedFrame, openFrame, readFrameHead } from './frame.ts';
import { type DamageReason, JournalDamagedError, JournalKeyMissingError } from './journal-error.ts';
import { type JournalFiles, readRange } from './journal-files.ts';
import type { ReadGate } from './read-gate.ts';
import { type FramePlace, findFrame, type LiveSegment, placeAt } from './segment-index.ts';

/** An entry as it was appended. `salt` opens the commitment and goes up with the entry; `chain` is the chain's hash at this entry. */
export interface StoredEntry {
  readonly seq: number;
  readonly commitment: Uint8Array;
  readonly chain: Uint8Array;
  readonly salt: Uint8Array;
  readonly payload: Uint8Array;
  readonly redacted?: false;
}

/** What a redaction leaves: that there was an entry, and its commitment. */
export interface RedactedEntry {
  readonly seq: number;
  readonly commitment: Uint8Array;
  readonly chain: Uint8Array;
  readonly redacted: true;
}

interface LogFolder {
  readonly files: JournalFiles;
  readonly folder: string;
}

const readAheadBytes = 1024 * 1024;

export async function readFrame(files: JournalFiles, folder: string, place: FramePlace): Promise<StoredEntry | RedactedEntry> {
  const [entry] = await readFrames({ files, folder }, place, place);
  return entry as StoredEntry | RedactedEntry;
}

/** Entries from `fromSeq` to `toSeq`, read in pieces of about a megabyte, so that the process can do other things in between. */
export async function* streamFrames(
  source: LogFolder & { gate: ReadGate; segments: readonly LiveSegment[] },
  fromSeq: number,
  toSeq: number,
): AsyncGenerator<StoredEntry | RedactedEntry> {
  for (let seq = fromSeq; seq <= toSeq; ) {
    const read = await source.gate.read(() => readSome(source, seq, toSeq));
    yield* read;
    if (read.length === 0) return;
    seq += read.length;
  }
}

/** About a megabyte of one segment, from that entry on. */
async function readSome(
  source: LogFolder & { segments: readonly LiveSegment[] },
  seq: number,
  toSeq: number,
): Promise<(StoredEntry | RedactedEntry)[]> {
  const first = findFrame(source.segments, seq);
  if (!first) return [];
  let last = first;
  while (last.segment.header.firstSeq + last.position < toSeq && last.toBytes - first.fromBytes < readAheadBytes) {
    const next = placeAt(first.segment, last.position + 1);
    if (!next) break;
    last = next;
  }
  return readFrames(source, first, last);
}

async function readFrames(
  { files, folder }: LogFolder,
  first: FramePlace,
  last: FramePlace,
): Promise<(StoredEntry | RedactedEntry)[]> {
  const file = await files.open(join(folder, first.segment.file), 'read');
  let bytes: Buffer;
  try {
    bytes = await readRange(file, first.fromBytes, last.toBytes - first.fromBytes);
  } catch (error) {
    throw damagedFrame(first, 'file-unreadable', error);
  } finally {
    await file.close();
  }
  const entries: (StoredEntry | RedactedEntry)[] = [];
  for (let position = first.position; position <= last.position; position++) {
    const place = placeAt(first.segment, position) as FramePlace;
    entries.push(openEntry(place, bytes.subarray(place.fromBytes - first.fromBytes, place.toBytes - first.fromBytes)));
  }
  return entries;
}

/** Checks all that a frame can prove by itself: checksum, place, seal, commitment. */
export function openEntry(place: FramePlace, frame: Buffer): StoredEntry | RedactedEntry {
  const { segment, position } = place;
  if (!segment.keys) throw new JournalKeyMissingError(segment.header.epoch);
  const seq = segment.header.firstSeq + position;
  const measured = measureFrame(frame, 0);
  if (measured !== frame.length) throw damagedFrame(place, typeof measured === 'string' ? measured : 'frame-length');
  const head = readFrameHead(frame, 0);
  if (!head) throw damagedFrame(place, 'frame-fields');
  if (head.seq !== seq) throw damagedFrame(place, 'frame-sequence');
  const opened: OpenedFrame | undefined | DamageReason = openFrame(segment.keys, position + 1, frame);
  if (typeof opened === 'string') throw damagedFrame(place, opened);
  // Copies, so that who keeps a commitment doesn't keep the megabyte it was read with.
  const commitment = new Uint8Array(head.commitment);
  const chain = new Uint8Array(head.chain);
  return opened ? { seq, commitment, chain, ...opened } : { seq, commitment, chain, redacted: true };
}

function damagedFrame(place: FramePlace, reason: DamageReason, cause?: unknown): JournalDamagedError {
  const { segment, position, fromBytes } = place;
  const { log, firstSeq } = segment.header;
  const at = { log, file: segment.file, frame: position + 1, seq: firstSeq + position, offsetBytes: fromBytes };
  return new JournalDamagedError(reason, at, cause);
}
