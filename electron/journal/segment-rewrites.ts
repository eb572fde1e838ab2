import { join } from 'node:path';
import { JournalWriteError } from './journal-error.ts';
import type { JournalFiles } from './journal-files.ts';
import type { LogWriter } from './log-writer.ts';
import type { ReadGate } from './read-gate.ts';
import { resealSegment } from './reseal-segment.ts';
import type { KeyOf } from './segment-header.ts';

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
    if (!before) return;
    const { segment, bytes } = await resealSegment(before, { files, folder, epoch: writer.epoch, keyOf });
    await gate.exchange(async () => {
      needOpen();
      try {
        await files.replace(join(folder, file), bytes);
      } catch (error) {
        throw new JournalWriteError(error);
      }
      writer.exchange(before, segment);
    });
  }
}
