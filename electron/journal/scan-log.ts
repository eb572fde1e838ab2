import { join } from 'node:path';
import { chainStart } from './chain.ts';
import { readFrameHead } from './frame.ts';
import {
  type DamageReason,
  JournalBehindError,
  JournalDamagedError,
  JournalError,
  JournalForkedError,
  JournalNewerError,
  type LogName,
} from './journal-error.ts';
import { type JournalFile, type JournalFiles, readRange } from './journal-files.ts';
import { hasWitness, mayBeTorn, openLastFrame, scanFrames } from './scan-frames.ts';
import { decodeHeader, headerBytes, type KeyOf, parseSegmentFileName, segmentFileName } from './segment-header.ts';
import { type LiveSegment, newSegment } from './segment-index.ts';

/** No writer makes a file this long; one that is was not made by a writer. */
export const maxSegmentBytes = 16 * 1024 * 1024;

/** A head that was noted outside the journal: unlike a bare mark, it also tells another history of the same length. */
export interface Anchor {
  readonly seq: number;
  readonly chain: Uint8Array;
}

export interface ScanOptions {
  readonly files: JournalFiles;
  readonly folder: string;
  readonly log: LogName;
  /** Left out by an auditor without keys: checksums and chain are checked, seals are not. */
  readonly keyOf: KeyOf | undefined;
  readonly marks: readonly number[];
  readonly anchors: readonly Anchor[];
  /** Entries up to here may be gone, because something durable elsewhere stands for them. */
  readonly prunedTo: number;
  /** Sees each segment once its frames are scanned: its bytes as far as they were read, and how long its file is. */
  readonly onSegment?: (segment: LiveSegment, bytes: Buffer, fileBytes: number) => void;
}

/** Bytes at the end that were never acknowledged as far as anybody knows. They stay where they are, in `file`. */
export interface TornTail {
  readonly file: string;
  readonly bytes: number;
  readonly offsetBytes: number;
}

export interface LogScan {
  readonly segments: LiveSegment[];
  readonly headSeq: number;
  readonly headChain: Buffer;
  /** Entries up to here are known to have been on disk before the log was last left: by a later frame's word, or a mark's. */
  readonly floor: number;
  readonly redacted: number;
  readonly lastOrdinal: number;
  /** Segments that no newer header leads to: begun and never used, or already superseded. */
  readonly voidFiles: readonly string[];
  readonly tornTail: TornTail | undefined;
}

interface NamedFile {
  readonly file: string;
  readonly firstSeq: number;
  readonly ordinal: number;
}

/** Reads a whole log and says where it ends, or throws a JournalError. Writes nothing. */
export async function scanLog(options: ScanOptions): Promise<LogScan> {
  // A mark that is no number would compare as never ahead, and switch the check off.
  for (const seq of knownSeqs(options))
    if (!(Number.isSafeInteger(seq) && seq >= 0)) throw new RangeError(`${seq} is no sequence`);
  const named = await listSegments(options);
  const { path, unfinished } = await findPath(options, named);
  let headSeq = (path[0]?.header.firstSeq ?? 1) - 1;
  let headChain: Buffer = Buffer.from(path[0]?.header.chain ?? chainStart(options.log));
  let floor = headSeq;
  let redacted = 0;
  let tornTail: TornTail | undefined;
  for (const [i, segment] of path.entries()) {
    const { header } = segment;
    if (header.firstSeq !== headSeq + 1 || !headChain.equals(header.chain))
      throw damaged(options, segment, { reason: 'previous-segment' });
    const scan = await scanSegment(options, segment, path[i + 1]?.header.previousEnd);
    ({ headSeq, headChain, floor, tornTail } = scan);
    redacted += scan.redacted;
  }
  const mark = Math.max(0, ...knownSeqs(options));
  if (mark > headSeq) throw new JournalBehindError(options.log, headSeq, mark);
  const lastOrdinal = named.at(-1)?.ordinal ?? 0;
  const live = new Set(path.map(({ file }) => file));
  const voidFiles = named.map(({ file }) => file).filter((file) => !live.has(file));
  return {
    segments: path,
    voidFiles,
    headSeq,
    headChain,
    floor: Math.max(floor, mark),
    redacted,
    lastOrdinal,
    tornTail: tornTail ?? unfinished,
  };
}

async function listSegments(options: ScanOptions): Promise<NamedFile[]> {
  const names = (await options.files.list(options.folder)) ?? [];
  const named = names.map(parseSegmentFileName).filter((name) => name !== undefined);
  named.sort((a, b) => a.ordinal - b.ordinal);
  for (const [i, name] of named.entries()) {
    if (i > 0 && named[i - 1]?.ordinal === name.ordinal) throw damagedFile(options, name, 'header');
  }
  return named;
}

/** From the newest sound header back along `previous`: the segments that hold entries, oldest first. */
async function findPath(
  options: ScanOptions,
  named: NamedFile[],
): Promise<{ path: LiveSegment[]; unfinished: TornTail | undefined }> {
  const path: LiveSegment[] = [];
  let unfinished: TornTail | undefined;
  let newest = named.length - 1;
  for (; newest >= 0 && path.length === 0; newest--) {
    const name = named[newest];
    if (!name) break;
    const head = await readHeader(options, name);
    if (typeof head === 'object') path.push(head);
    // The header is on disk before the first frame is written, so a file that never got a whole one never held an entry.
    else unfinished ??= { file: name.file, bytes: head, offsetBytes: 0 };
  }
  const byOrdinal = new Map(named.map((name) => [name.ordinal, name]));
  for (let oldest = path[0]; oldest; oldest = path[0]) {
    const { firstSeq, previous, chain } = oldest.header;
    if (previous === 0) {
      if (firstSeq !== 1 || !chainStart(options.log).equals(chain))
        throw damaged(options, oldest, { reason: 'previous-segment' });
      break;
    }
    const name = byOrdinal.get(previous);
    if (!name && firstSeq <= options.prunedTo + 1) break;
    if (!name) throw damaged(options, oldest, { reason: 'file-missing' });
    const head = await readHeader(options, name);
    if (typeof head === 'number') throw damagedFile(options, name, 'header');
    path.unshift(head);
  }
  return { path, unfinished };
}

/** The segment by its header, or the file's size where it ends before a whole header was written. */
async function readHeader(options: ScanOptions, name: NamedFile): Promise<LiveSegment | number> {
  return withFile(options, name, async (file) => {
    const sizeBytes = await file.sizeBytes();
    const reading = decodeHeader(await readRange(file, 0, headerBytes), options.log, options.keyOf);
    if (reading.kind === 'newer') throw new JournalNewerError(`${options.log}/${name.file}`, reading.what);
    if (reading.kind === 'broken' && sizeBytes <= headerBytes) return sizeBytes;
    if (reading.kind !== 'sound') throw damagedFile(options, name, reading.kind === 'broken' ? 'header' : 'header-seal');
    if (segmentFileName(reading.header) !== name.file) throw damagedFile(options, name, 'header');
    return newSegment(name.file, reading.header, reading.keys);
  });
}

interface SegmentScan {
  readonly headSeq: number;
  readonly headChain: Buffer;
  readonly floor: number;
  readonly redacted: number;
  readonly tornTail: TornTail | undefined;
}

/** `endBytes` is what the next segment's header says; the newest segment has none, and only there a tail may be torn. */
async function scanSegment(options: ScanOptions, segment: LiveSegment, endBytes: number | undefined): Promise<SegmentScan> {
  const { bytes, fileBytes } = await readSegment(options, segment, endBytes);
  const scan = scanFrames(bytes, segment);
  const { fault } = scan;
  const known = fault && knownSeqs(options).some((mark) => mark >= fault.seq);
  if (fault && (endBytes !== undefined || known || !mayBeTorn(fault) || hasWitness(bytes, segment, fault))) {
    throw damaged(options, segment, fault);
  }
  const seal = openLastFrame(bytes, segment);
  const last = segment.offsets.count - 1;
  if (seal) throw damaged(options, segment, { reason: seal, offsetBytes: segment.offsets.at(last), position: last });
  checkAnchors(options, segment, bytes);
  options.onSegment?.(segment, bytes, fileBytes);
  const tornTail = fault && { file: segment.file, bytes: bytes.length - fault.offsetBytes, offsetBytes: fault.offsetBytes };
  return { headSeq: scan.headSeq, headChain: scan.headChain, floor: scan.floor, redacted: scan.redacted, tornTail };
}

function knownSeqs({ marks, anchors }: ScanOptions): number[] {
  return [...marks, ...anchors.map(({ seq }) => seq)];
}

function checkAnchors({ log, anchors }: ScanOptions, segment: LiveSegment, bytes: Buffer): void {
  for (const { seq, chain } of anchors) {
    const from = segment.offsets.at(seq - segment.header.firstSeq);
    if (from === undefined) continue;
    if (!readFrameHead(bytes, from)?.chain.equals(chain)) throw new JournalForkedError(log, seq);
  }
}

async function readSegment(
  options: ScanOptions,
  segment: LiveSegment,
  endBytes: number | undefined,
): Promise<{ bytes: Buffer; fileBytes: number }> {
  return withFile(options, segment, async (file) => {
    const fileBytes = await file.sizeBytes();
    const end = endBytes ?? fileBytes;
    if (end > maxSegmentBytes) throw damaged(options, segment, { reason: 'file-too-long', offsetBytes: maxSegmentBytes });
    const bytes = await readRange(file, 0, end);
    if (bytes.length < end) throw damaged(options, segment, { reason: 'file-cut', offsetBytes: bytes.length });
    return { bytes, fileBytes };
  });
}

async function withFile<T>(options: ScanOptions, name: { file: string }, work: (file: JournalFile) => Promise<T>): Promise<T> {
  const file = await options.files.open(join(options.folder, name.file), 'read');
  try {
    return await work(file);
  } catch (error) {
    if (error instanceof JournalError) throw error;
    throw new JournalDamagedError(
      'file-unreadable',
      { log: options.log, file: name.file, frame: 0, seq: 0, offsetBytes: 0 },
      error,
    );
  } finally {
    await file.close();
  }
}

interface SegmentFault {
  reason: DamageReason;
  offsetBytes?: number | undefined;
  /** The frame at fault; the one after the last sound one where left out. */
  position?: number;
}

function damaged(
  options: ScanOptions,
  segment: LiveSegment,
  { reason, offsetBytes = 0, position }: SegmentFault,
): JournalDamagedError {
  const after = position ?? segment.offsets.count;
  const frame = offsetBytes === 0 ? 0 : after + 1;
  return new JournalDamagedError(reason, {
    log: options.log,
    file: segment.file,
    frame,
    seq: segment.header.firstSeq + after,
    offsetBytes,
  });
}

function damagedFile(options: ScanOptions, name: NamedFile, reason: DamageReason): JournalDamagedError {
  return new JournalDamagedError(reason, { log: options.log, file: name.file, frame: 0, seq: name.firstSeq, offsetBytes: 0 });
}
