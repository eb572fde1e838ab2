import { setTimeout as sleep } from 'node:timers/promises';
import { healRecords } from './heal.ts';
import type { HealProgress } from './heal-progress.ts';
import type { Ledger } from './ledger.ts';
import { type SealedFiles, saveSnapshot } from './ledger-snapshot.ts';
import type { EntrySource } from './log-entries.ts';
import type { KeptIndex } from './page-index.ts';
import type { OpenedPage } from './page-link.ts';
import { openRecords, type Records, type RecordsTrouble } from './records.ts';
import { RecordsError } from './records-error.ts';
import { recoverRows } from './recover-rows.ts';
import type { RecordsKeys } from './row-cipher.ts';
import { scrubRows } from './scrub-rows.ts';

export interface WatchedRecordsOptions {
  /** Opens the hidden page; asked again whenever the one before went away. */
  page(): Promise<OpenedPage>;
  /** The own log. */
  readonly journal: EntrySource;
  readonly keys: RecordsKeys;
  readonly epoch: number;
  /** Where the ledger's snapshot is kept. */
  readonly files: SealedFiles;
  onProgress(progress: HealProgress): void;
  onTrouble(trouble: RecordsTrouble): void;
  /** Whether the disk has room for rows made anew: on a full one each attempt would empty the database and fail. */
  roomToHeal?(): Promise<boolean>;
  /** When the rows' bytes are gone through in the background. */
  readonly scrub?: ScrubPace;
}

export interface ScrubPace {
  readonly afterMs: number;
  readonly pauseMs: number;
}

/** A kill costs the next start at most a replay of so many entries into the ledger. */
const entriesPerSnapshot = 5_000;
const healAttempts = 3;
const closingPatienceMs = 5_000;
const unhurried: ScrubPace = { afterMs: 30_000, pauseMs: 200 };
const firstRetryMs = 1_000;
const lastRetryMs = 60_000;

/** Records that are healed whenever they were lost, gone through for damage, and whose ledger is kept. */
export class WatchedRecords {
  readonly records: Records;
  readonly #options: WatchedRecordsOptions;
  readonly #ledger: Ledger;
  readonly #stop = new AbortController();
  /** Nothing is mended in the background until the first heal, which whoever opens waits for. */
  #opened = false;
  #healing: Promise<void> | undefined;
  #saving: Promise<void> = Promise.resolve();
  #savedSeq: number;
  #askedSeq: number;

  constructor(options: WatchedRecordsOptions, ledger: Ledger) {
    const { page, journal, keys, epoch } = options;
    this.#options = options;
    this.#ledger = ledger;
    this.#savedSeq = ledger.seq;
    this.#askedSeq = ledger.seq;
    this.records = openRecords({
      page,
      keys,
      epoch,
      recover: recoverRows(journal),
      onTrouble: (trouble) => this.#hear(trouble),
    });
  }

  async open(kept: KeptIndex | undefined): Promise<void> {
    try {
      await this.#heal(kept);
    } catch (error) {
      await this.records.close();
      throw error;
    }
    this.#opened = true;
    this.#saveInTime(this.#ledger.seq);
    this.#ledger.onEntry((seq) => this.#saveInTime(seq));
    this.#scrubLater();
  }

  /** One after the other, and a second one while nothing was taken since costs nothing. */
  saveSnapshot(): Promise<void> {
    const save = async () => {
      const { seq } = this.#ledger;
      if (seq === this.#savedSeq) return;
      await saveSnapshot(this.#options.files, this.#ledger, this.records);
      this.#savedSeq = seq;
    };
    const saving = this.#saving.then(save);
    this.#saving = saving.catch(() => undefined);
    return saving;
  }

  async close(): Promise<void> {
    const { onTrouble } = this.#options;
    this.#stop.abort();
    // What can't be put in time is in the journal, and the next start replays it.
    const settled = this.records.settled().catch(() => undefined);
    await Promise.race([settled, sleep(closingPatienceMs, undefined, { ref: false })]);
    await this.saveSnapshot().catch((error: unknown) => onTrouble({ code: 'snapshot-failed', error }));
    await this.records.close();
    await this.#healing;
  }

  #hear(trouble: RecordsTrouble): void {
    this.#options.onTrouble(trouble);
    if (!this.#opened) return;
    if (trouble.code === 'records-lost') this.#healSoon();
    // What the journal can't mend row by row it can still make anew as a whole.
    if (trouble.code === 'row-damaged' && !trouble.mended) this.records.store.giveUp('row-damaged');
  }

  async #heal(kept?: KeptIndex): Promise<void> {
    const { journal, onProgress, onTrouble } = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await healRecords({ records: this.records, journal, ledger: this.#ledger, kept, onProgress, onTrouble });
      } catch (error) {
        if (!(error instanceof RecordsError) || error.code !== 'records-lost' || attempt >= healAttempts) throw error;
      }
    }
  }

  #healSoon(): void {
    this.#healing ??= this.#healUntilDone().finally(() => {
      this.#healing = undefined;
      if (this.records.lost && !this.#stop.signal.aborted) this.#healSoon();
    });
  }

  async #healUntilDone(): Promise<void> {
    const { signal } = this.#stop;
    for (let retryMs = firstRetryMs; !signal.aborted; retryMs = Math.min(retryMs * 2, lastRetryMs)) {
      try {
        if (!(await this.#hasRoom())) throw new RecordsError('storage-full', 'There is no room for rows made anew');
        await this.#heal();
        return;
      } catch (error) {
        if (signal.aborted) return;
        this.#options.onTrouble({ code: 'heal-failed', error });
        await sleep(retryMs, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  async #hasRoom(): Promise<boolean> {
    return (await this.#options.roomToHeal?.()) ?? true;
  }

  #saveInTime(seq: number): void {
    if (seq - this.#askedSeq < entriesPerSnapshot) return;
    this.#askedSeq = seq;
    this.saveSnapshot().catch((error: unknown) => this.#options.onTrouble({ code: 'snapshot-failed', error }));
  }

  #scrubLater(): void {
    const { afterMs, pauseMs } = this.#options.scrub ?? unhurried;
    const { signal } = this.#stop;
    const pause = () => sleep(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    sleep(afterMs, undefined, { signal, ref: false })
      .then(() => scrubRows({ records: this.records, signal, pause }))
      // A row that can't be mended was reported as it was found; a scrub that the closing or a heal cut short comes again next time.
      .catch(() => undefined);
  }
}
