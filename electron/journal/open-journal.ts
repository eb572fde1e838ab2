import { join } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { JournalBehindError, JournalError, JournalKeyMissingError, JournalWriteError, type LogName } from './journal-error.ts';
import { diskFiles, type JournalFiles, readRange, writeAll } from './journal-files.ts';
import { type RedactedEntry, readFrame, type StoredEntry, streamFrames } from './log-reader.ts';
import { type Appended, LogWriter, type WriterOptions } from './log-writer.ts';
import { ReadGate } from './read-gate.ts';
import { type Anchor, type LogScan, scanLog, type TornTail } from './scan-log.ts';
import type { KeyOf } from './segment-header.ts';
import { findFrame } from './segment-index.ts';
import { SegmentRewrites } from './segment-rewrites.ts';

export interface JournalOptions {
  /** The folder that holds both logs; this one lies in `<dir>/own` or `<dir>/received`. */
  readonly dir: string;
  readonly log: LogName;
  /** Key epoch that new segments are sealed under. */
  readonly epoch: number;
  keyOf(epoch: number): Uint8Array | undefined;
  /** Sequences that something outside the journal (records, vault file, keyring, central side) knows to have been written. */
  readonly marks: readonly number[];
  /** Heads noted elsewhere with their chain hash: they also tell a replaced history of the same length. */
  readonly anchors?: readonly Anchor[];
  /** Entries up to here may have been pruned, since a durable snapshot elsewhere stands for them. */
  readonly prunedTo?: number;
}

/** What tests put in the machine's place. */
export interface JournalSeams {
  readonly files?: JournalFiles;
  readonly random?: (sizeBytes: number) => Uint8Array;
  readonly segmentLimitBytes?: number;
}

export interface Journal {
  readonly headSeq: number;
  readonly headChain: Uint8Array;
  /** What was found behind the last whole entry at open, and set aside: reported, kept in its file, void from the next append on. */
  readonly tornTail: TornTail | undefined;
  /** Resolves when the entry is on disk (fdatasync), in the order of sequences; rejects with a JournalError. */
  append(payload: Uint8Array): Promise<Appended>;
  /** Throws a JournalError: `entry-not-there`, or `journal-damaged` where the bytes fail a check. */
  read(seq: number): Promise<StoredEntry | RedactedEntry>;
  /** All entries from `fromSeq` to the head at the time of the call, every one opened and checked. */
  entries(fromSeq: number): AsyncIterable<StoredEntry | RedactedEntry>;
  /** The next entry begins a segment under this key epoch, of which `keyOf` has the key by now. */
  adoptEpoch(epoch: number): void;
  /** Whether the newest entry lies under another key epoch than what is written next. */
  readonly isUnderOtherEpoch: boolean;
  /** The files of closed segments that lie under other key epochs than the newest, as far as is surely on the disk. */
  underOtherEpochs(): string[];
  /** Seals one of them anew (docs/journal-format.md, "Key rotation"). Throws a JournalDamagedError, or a JournalWriteError. */
  reseal(file: string): Promise<void>;
  /** The segments as far as they are acknowledged at this moment, for whoever copies them: bytes behind are none of theirs. */
  extent(): JournalExtent;
  /**
   * Takes payload and salt of these entries off the disk; commitments and chain stay. Safe to be killed in, and to be asked for again.
   * Throws a JournalError: `entry-not-there`, `journal-damaged`, `journal-write-failed`.
   */
  redact(sequences: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

/** A log at one moment: its head, and how much of each segment's file holds. */
export interface JournalExtent {
  readonly headSeq: number;
  readonly headChain: Uint8Array;
  readonly segments: readonly { readonly file: string; readonly bytes: number }[];
}

export type { RedactedEntry, StoredEntry } from './log-reader.ts';
export type { Anchor, TornTail } from './scan-log.ts';

const segmentLimitBytes = 8 * 1024 * 1024;

/**
 * Opens a log for its one writer. Checks every header's seal, every frame's checksum, the sequence and the chain to its end, and the
 * last frame's seal; entries are opened when they are read. Throws a JournalError and leaves the files as they are when anything
 * that may have been acknowledged doesn't hold.
 */
export async function openJournal(options: JournalOptions, seams: JournalSeams = {}): Promise<Journal> {
  const files = seams.files ?? diskFiles;
  const folder = join(options.dir, options.log);
  const mark = Math.max(0, ...options.marks, ...(options.anchors ?? []).map(({ seq }) => seq));
  // No folder where there ought to be one: say so before making a new one.
  if (mark > 0 && (await files.list(folder)) === undefined) throw new JournalBehindError(options.log, 0, mark);
  if (!options.keyOf(options.epoch)) throw new JournalKeyMissingError(options.epoch);
  await files.makeFolder(folder);
  const lock = await lockFolder(folder);
  try {
    const keyOf = (epoch: number) => options.keyOf(epoch);
    const { log, marks, anchors = [], prunedTo = 0, epoch } = options;
    const scan = await scanLog({ files, folder, log, keyOf, marks, anchors, prunedTo });
    await settleNewest(files, folder, scan);
    const limit = seams.segmentLimitBytes ?? segmentLimitBytes;
    const writerOptions: WriterOptions = {
      files,
      folder,
      log,
      epoch,
      keyOf,
      segmentLimitBytes: limit,
      ...(seams.random && { random: seams.random }),
    };
    return journalOf(new LogWriter(scan, writerOptions), {
      files,
      folder,
      keyOf,
      tornTail: scan.tornTail,
      release: lock.release,
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * A killed process may have left whole entries that only the system's memory holds, and after a failed sync the system takes such
 * memory for written. Nothing may be built on them before they last, so what nobody vouches for is written once more, the same
 * bytes to the same place, and synced: the last batch, or a header that no frame follows (a frame proves its header's sync).
 */
async function settleNewest(files: JournalFiles, folder: string, scan: LogScan): Promise<void> {
  const newest = scan.segments.at(-1);
  if (!newest) return;
  const unvouched = newest.offsets.at(Math.max(0, scan.floor + 1 - newest.header.firstSeq));
  const from = newest.offsets.count === 0 ? 0 : unvouched;
  if (from === undefined) return;
  try {
    const file = await files.open(join(folder, newest.file), 'settle');
    try {
      await writeAll(file, await readRange(file, from, newest.endBytes - from), from);
      await file.syncData();
    } finally {
      await file.close();
    }
    await files.syncFolder(folder);
  } catch (error) {
    throw new JournalWriteError(error);
  }
}

interface Opened {
  readonly files: JournalFiles;
  readonly folder: string;
  readonly keyOf: KeyOf;
  readonly tornTail: TornTail | undefined;
  release(): Promise<void>;
}

function journalOf(writer: LogWriter, { files, folder, keyOf, tornTail, release }: Opened): Journal {
  const gate = new ReadGate();
  let closing: Promise<void> | undefined;
  const needOpen = () => {
    if (closing) throw new JournalError('journal-closed', 'The journal is closed');
  };
  const rewrites = new SegmentRewrites(writer, { files, folder, keyOf, gate, needOpen });
  return {
    get headSeq() {
      return writer.headSeq;
    },
    get headChain() {
      return new Uint8Array(writer.headChain);
    },
    tornTail,
    append: (payload) => writer.append(payload),
    async read(seq) {
      needOpen();
      return gate.read(async () => {
        const place = findFrame(writer.segments, seq);
        if (!place) throw new JournalError('entry-not-there', `There is no entry ${seq}; the newest is ${writer.headSeq}`);
        return readFrame(files, folder, place);
      });
    },
    entries(fromSeq) {
      needOpen();
      return streamFrames({ files, folder, gate, segments: writer.segments }, Math.max(1, fromSeq), writer.headSeq);
    },
    adoptEpoch: (epoch) => writer.adoptEpoch(epoch),
    get isUnderOtherEpoch() {
      return (writer.segments.at(-1)?.header.epoch ?? writer.epoch) !== writer.epoch;
    },
    underOtherEpochs: () => rewrites.underOtherEpochs(),
    reseal: (file) => rewrites.reseal(file),
    extent() {
      needOpen();
      const segments = writer.segments.map(({ file, endBytes: bytes }) => ({ file, bytes }));
      return { headSeq: writer.headSeq, headChain: new Uint8Array(writer.headChain), segments };
    },
    redact: (sequences) => rewrites.redact(sequences),
    close() {
      closing ??= (async () => {
        await rewrites.idle();
        await writer.close();
        for (const segment of writer.segments) segment.keys?.forget();
        await release();
      })();
      return closing;
    },
  };
}
