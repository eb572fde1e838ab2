import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { frameBytesFor, maxPayloadBytes, saltBytes, sealFrame } from './frame.ts';
import { JournalError, JournalKeyMissingError, JournalWriteError, type LogName } from './journal-error.ts';
import { type JournalFile, type JournalFiles, writeAll } from './journal-files.ts';
import { redactSegment } from './redact-segment.ts';
import type { LogScan } from './scan-log.ts';
import {
  encodeHeader,
  headerBytes,
  headerStem,
  type KeyOf,
  maxOrdinal,
  type SegmentHeader,
  segmentFileName,
} from './segment-header.ts';
import { findFrame, type LiveSegment, newSegment } from './segment-index.ts';
import { currentSuite, segmentKeys } from './segment-keys.ts';

export interface Appended {
  readonly seq: number;
  readonly commitment: Uint8Array;
}

export interface WriterOptions {
  readonly files: JournalFiles;
  readonly folder: string;
  readonly log: LogName;
  readonly epoch: number;
  readonly keyOf: KeyOf;
  readonly segmentLimitBytes: number;
  /** For golden segments alone; everything else draws from the system. */
  readonly random?: (sizeBytes: number) => Uint8Array;
}

interface Waiting {
  readonly payload: Uint8Array;
  resolve(appended: Appended): void;
  reject(error: unknown): void;
}

const batchLimitEntries = 1024;
const batchLimitBytes = 1024 * 1024;

/** The only thing that writes to a log. Keeps the scan's segments, head and index growing as entries become durable. */
export class LogWriter {
  readonly segments: LiveSegment[];
  headSeq: number;
  headChain: Buffer;
  readonly #options: WriterOptions;
  /** What new segments are sealed under. */
  #epoch: number;
  readonly #random: (sizeBytes: number) => Uint8Array;
  #lastOrdinal: number;
  #waiting: Waiting[] = [];
  #redactions: (() => Promise<void>)[] = [];
  #pump: Promise<void> | undefined;
  #open: { file: JournalFile; segment: LiveSegment } | undefined;
  /** A batch was refused, and its bytes may lie in a file: the next segment's header has to say that they are void. */
  #doubtful = false;
  #closed = false;

  constructor(scan: LogScan, options: WriterOptions) {
    this.segments = scan.segments;
    this.headSeq = scan.headSeq;
    this.headChain = scan.headChain;
    this.#lastOrdinal = scan.lastOrdinal;
    this.#options = options;
    this.#epoch = options.epoch;
    this.#random = options.random ?? randomBytes;
  }

  append(payload: Uint8Array): Promise<Appended> {
    if (this.#closed) return Promise.reject(new JournalError('journal-closed', 'The journal is closed'));
    if (payload.length > maxPayloadBytes) {
      return Promise.reject(
        new JournalError('payload-too-large', `An entry has at most ${maxPayloadBytes} bytes, not ${payload.length}`),
      );
    }
    return new Promise((resolve, reject) => {
      // Copied: what is acknowledged is what the caller had when asking.
      this.#waiting.push({ payload: new Uint8Array(payload), resolve, reject });
      // A microtask later, so that appends made in one go share their first sync too.
      this.#pump ??= Promise.resolve().then(() => this.#run());
    });
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** The next entry begins a segment under this key epoch. */
  adoptEpoch(epoch: number): void {
    this.#epoch = epoch;
  }

  /** Segments that nothing is appended to any more, under other epochs than the newest. */
  underOtherEpochs(): LiveSegment[] {
    return this.segments.slice(0, -1).filter(({ header }) => header.epoch !== this.#epoch);
  }

  /** The same entries under other keys, from now on. */
  exchange(before: LiveSegment, after: LiveSegment): void {
    const at = this.segments.indexOf(before);
    if (at === -1) throw new RangeError('no segment of this log');
    this.segments[at] = after;
    before.keys?.forget();
  }

  /** Resolves when payload and salt of these entries are gone from the disk. Done between two batches; doing it twice does no harm. */
  redact(sequences: readonly number[]): Promise<void> {
    if (this.#closed) return Promise.reject(new JournalError('journal-closed', 'The journal is closed'));
    return new Promise((resolve, reject) => {
      this.#redactions.push(() => this.#redact(sequences).then(resolve, reject));
      this.#pump ??= Promise.resolve().then(() => this.#run());
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pump;
    // What was refused should stay refused after a restart. If this fails too, the doubtful tail is judged at the next open.
    if (this.#doubtful) await this.#begin().catch(() => undefined);
    await this.#abandon();
  }

  async #run(): Promise<void> {
    for (;;) {
      await this.#redactions.shift()?.();
      if (this.#waiting.length === 0 && this.#redactions.length === 0) break;
      if (this.#waiting.length === 0) continue;
      const batch = this.#takeBatch();
      try {
        const appended = await this.#write(batch);
        for (const [i, waiting] of batch.entries()) waiting.resolve(appended[i] as Appended);
      } catch (error) {
        this.#doubtful = true;
        await this.#abandon();
        const reason = error instanceof JournalError ? error : new JournalWriteError(error);
        for (const waiting of batch) waiting.reject(reason);
      }
    }
    this.#pump = undefined;
  }

  async #redact(sequences: readonly number[]): Promise<void> {
    const bySegment = new Map<LiveSegment, number[]>();
    for (const seq of sequences) {
      const place = findFrame(this.segments, seq);
      if (!place) throw new JournalError('entry-not-there', `There is no entry ${seq}; the newest is ${this.headSeq}`);
      bySegment.set(place.segment, [...(bySegment.get(place.segment) ?? []), seq]);
    }
    try {
      for (const [segment, its] of bySegment) {
        // Only a segment with a follower may be written anew: the follower's header says where it ends.
        if (segment === this.segments.at(-1)) {
          await this.#abandon();
          await this.#begin();
        }
        await redactSegment(this.#options, segment, its);
      }
    } catch (error) {
      throw error instanceof JournalError ? error : new JournalWriteError(error);
    }
  }

  #takeBatch(): Waiting[] {
    let count = 0;
    let bytes = 0;
    for (const { payload } of this.#waiting) {
      bytes += frameBytesFor(payload.length);
      if (count > 0 && (count === batchLimitEntries || bytes > batchLimitBytes)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #write(batch: readonly Waiting[]): Promise<Appended[]> {
    const sizeBytes = batch.reduce((sum, { payload }) => sum + frameBytesFor(payload.length), 0);
    const full =
      this.#open &&
      this.#open.segment.offsets.count > 0 &&
      this.#open.segment.endBytes + sizeBytes > this.#options.segmentLimitBytes;
    if (full || this.#open?.segment.header.epoch !== this.#epoch) await this.#abandon();
    const { file, segment } = this.#open ?? (await this.#begin());
    const frames = this.#seal(batch, segment);
    const start = segment.endBytes;
    await writeAll(file, Buffer.concat(frames.map(({ bytes }) => bytes)), start);
    await file.syncData();
    // From here on the entries are durable, and only now they exist for readers.
    for (const { bytes } of frames) {
      segment.offsets.push(segment.endBytes);
      segment.endBytes += bytes.length;
    }
    const appended = frames.map(({ commitment }, i) => ({ seq: this.headSeq + 1 + i, commitment }));
    this.headSeq += frames.length;
    this.headChain = frames.at(-1)?.chain ?? this.headChain;
    return appended;
  }

  #seal(batch: readonly Waiting[], segment: LiveSegment): ReturnType<typeof sealFrame>[] {
    const { keys, header } = segment;
    if (!keys) throw new JournalKeyMissingError(header.epoch);
    let previousChain = this.headChain;
    return batch.map(({ payload }, i) => {
      const seq = this.headSeq + 1 + i;
      const frame = {
        index: seq - header.firstSeq + 1,
        seq,
        floor: this.headSeq,
        previousChain,
        salt: this.#random(saltBytes),
        payload,
      };
      const sealed = sealFrame(keys, frame);
      previousChain = sealed.chain;
      return sealed;
    });
  }

  /** Begins a segment. Its header is on disk, and its name in the folder, before the first frame is written. */
  async #begin(): Promise<{ file: JournalFile; segment: LiveSegment }> {
    const { files, folder, log, keyOf } = this.#options;
    const epoch = this.#epoch;
    const key = keyOf(epoch);
    if (!key) throw new JournalKeyMissingError(epoch);
    const last = this.segments.at(-1);
    // A stray file named with the last possible number must stop the writer, not make a name that no reader would take for a segment.
    if (this.#lastOrdinal >= maxOrdinal) throw new Error('There are no segment numbers left');
    this.#lastOrdinal += 1;
    const header: SegmentHeader = {
      log,
      suite: currentSuite,
      epoch,
      ordinal: this.#lastOrdinal,
      firstSeq: this.headSeq + 1,
      previous: last?.header.ordinal ?? 0,
      previousEnd: last?.endBytes ?? 0,
      random: this.#random(32),
      chain: this.headChain,
    };
    const keys = segmentKeys(key, headerStem(header), header.random);
    const segment = newSegment(segmentFileName(header), header, keys);
    const file = await files.create(join(folder, segment.file));
    try {
      await writeAll(file, encodeHeader(header, keys), 0);
      await file.syncData();
      await files.syncFolder(folder);
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
    segment.endBytes = headerBytes;
    this.segments.push(segment);
    this.#doubtful = false;
    this.#open = { file, segment };
    return this.#open;
  }

  /** This file is never written again, whether it is full or in doubt. */
  async #abandon(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    open?.segment.offsets.trim();
    await open?.file.close().catch(() => undefined);
  }
}
