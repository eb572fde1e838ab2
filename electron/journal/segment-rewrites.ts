import { join } from 'node:path';
import { JournalWriteError } from './journal-error.ts';
import { type JournalFiles, readRange } from './journal-files.ts';
import type { LogWriter } from './log-writer.ts';
import type { ReadGate } from './read-gate.ts';
import { resealSegment } from './reseal-segment.ts';
import { headerBytes, type KeyOf } from './segment-header.ts';

export interface RewritesOptions {
  readonly files: JournalFiles;
  readonly folder: string;
  readonly keyOf: KeyOf;
  readonly gate: ReadGate;
  /** Throws once the journal is being closed. */
  needOpen(): void;
}

/** Closed segments that are written anew, one at a time: one that is sealed anew while it is redacted would bring back what was taken out. */
export class SegmentRewrites {
  readonly #writer: LogWriter;
  readonly #options: RewritesOptions;
  #running: Promise<void> = Promise.resolve();
  /** Sealed anew and in their place, but a power cut may bring the bytes before back: their key is needed until the folder is synced. */
  readonly #unsynced = new Set<string>();

  constructor(writer: LogWriter, options: RewritesOptions) {
    this.#writer = writer;
    this.#options = options;
  }

  redact(sequences: readonly number[]): Promise<void> {
    return this.#next(() => this.#writer.redact(sequences));
  }

  reseal(file: string): Promise<void> {
    return this.#next(() => this.#reseal(file));
  }

  /** The files that an older key is needed for, but the newest. */
  underOtherEpochs(): string[] {
    return [...new Set([...this.#writer.underOtherEpochs().map(({ file }) => file), ...this.#unsynced])];
  }

  /** Resolves when nothing is under way; what failed was told to whoever asked. */
  idle(): Promise<void> {
    return this.#running;
  }

  #next(step: () => Promise<void>): Promise<void> {
    const done = this.#running.then(() => {
      this.#options.needOpen();
      return step();
    });
    this.#running = done.catch(() => undefined);
    return done;
  }

  async #reseal(file: string): Promise<void> {
    const { files, folder, keyOf, gate, needOpen } = this.#options;
    const writer = this.#writer;
    const before = writer.underOtherEpochs().find((each) => each.file === file);
    if (!before) return this.#sync(file);
    const { segment, bytes } = await resealSegment(before, { files, folder, epoch: writer.epoch, keyOf });
    await gate.exchange(async () => {
      needOpen();
      try {
        await files.replace(join(folder, file), bytes);
        this.#unsynced.delete(file);
      } catch (error) {
        if (!(await this.#liesThere(file, bytes))) throw new JournalWriteError(error);
        this.#unsynced.add(file);
        writer.exchange(before, segment);
        throw new JournalWriteError(error);
      }
      writer.exchange(before, segment);
    });
  }

  async #sync(file: string): Promise<void> {
    if (!this.#unsynced.has(file)) return;
    const { files, folder } = this.#options;
    try {
      await files.syncFolder(folder);
    } catch (error) {
      throw new JournalWriteError(error);
    }
    this.#unsynced.delete(file);
  }

  /** Whether the bytes that could not be written durably are in place all the same: each sealing anew has a header of its own. */
  async #liesThere(file: string, bytes: Buffer): Promise<boolean> {
    const { files, folder } = this.#options;
    const there = await files.open(join(folder, file), 'read');
    try {
      return (await readRange(there, 0, headerBytes)).equals(bytes.subarray(0, headerBytes));
    } finally {
      await there.close();
    }
  }
}
