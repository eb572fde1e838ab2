import type { Row, RowRef } from '../../shared/domain/entry.ts';
import { RecordsError } from './records-error.ts';
import type { RowStore, SealedBatch } from './row-store.ts';

/** The rows that an entry of the own log left behind. */
export interface RowBatch {
  readonly ownSeq: number;
  readonly rows: readonly Row[];
}

export type PutTrouble =
  | { readonly code: 'put-failed'; readonly error: RecordsError }
  | { readonly code: 'bug'; readonly error: unknown };

const rowsPerPut = 1_000;
const firstRetryMs = 250;
const lastRetryMs = 15_000;

/**
 * Rows on their way to the page. They are read back from here until the page has confirmed them; what waits goes together in one
 * transaction, so a busy counter costs fewer syncs. Nothing leaves the queue before it is on disk; the journal has it anyway.
 */
export class RowQueue {
  appliedSeq = 0;
  readonly #store: RowStore;
  readonly #onTrouble: (trouble: PutTrouble) => void;
  #waiting: RowBatch[] = [];
  /** The newest state of each row that waits. */
  readonly #newest = new Map<string, { row: Row; ownSeq: number }>();
  #pump: Promise<void> | undefined;
  #settling: { resolve(): void; reject(error: unknown): void }[] = [];
  #wake: (() => void) | undefined;
  #closed = false;

  constructor(store: RowStore, onTrouble: (trouble: PutTrouble) => void) {
    this.#store = store;
    this.#onTrouble = onTrouble;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Batches come in the order of the log. One that a rebuild has already taken from the journal is let go. */
  add(batch: RowBatch): void {
    if (batch.ownSeq <= (this.#store.mark?.ownSeq ?? 0)) return;
    if (batch.ownSeq <= this.appliedSeq) throw new RangeError(`rows of entry ${batch.ownSeq} after those of ${this.appliedSeq}`);
    this.appliedSeq = batch.ownSeq;
    this.#waiting.push(batch);
    for (const row of batch.rows) this.#newest.set(nameOf(row), { row, ownSeq: batch.ownSeq });
    this.#start();
  }

  /** Puts rows as they already are once more, since their bytes were damaged. */
  mend(rows: readonly Row[]): void {
    this.#waiting.push({ ownSeq: 0, rows });
    this.#start();
  }

  newest(ref: RowRef): Row | undefined {
    return this.#newest.get(nameOf(ref))?.row;
  }

  findNewest(matches: (row: Row) => boolean): Row | undefined {
    for (const { row } of this.#newest.values()) if (matches(row)) return row;
    return undefined;
  }

  /** Resolves when no put is under way; one that waits to be tried again is left for later. */
  async halt(): Promise<void> {
    this.#wake?.();
    await this.#pump;
  }

  /** The page now reaches `ownSeq`, by replay or rebuild: goes on with what comes after. */
  resume(ownSeq: number): void {
    this.appliedSeq = Math.max(this.appliedSeq, ownSeq);
    this.#waiting = this.#waiting.filter((batch) => batch.ownSeq > ownSeq);
    this.#forget(ownSeq);
    if (this.#waiting.length === 0) this.#settle();
    this.#start();
    this.#wake?.();
  }

  /** Resolves when all is on disk; rejects at the first failure, while the queue itself goes on trying. */
  settled(): Promise<void> {
    if (this.#waiting.length === 0) return Promise.resolve();
    if (this.#store.lost) return Promise.reject(new RecordsError('records-lost', 'The records have to be rebuilt first'));
    return new Promise((resolve, reject) => this.#settling.push({ resolve, reject }));
  }

  /** Stops trying. What still waits is in the journal and is replayed at the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.();
    this.#settle(new RecordsError('records-closed', 'The records are closed'));
  }

  #start(): void {
    if (this.#pump || this.#closed) return;
    this.#pump = this.#run().finally(() => {
      this.#pump = undefined;
      if (this.#waiting.length > 0 && this.#store.readable) this.#start();
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 && this.#store.readable && !this.#closed) {
      const taken = this.#take();
      if (!(await this.#putUntilDone(taken))) return;
      this.#waiting = this.#waiting.filter((batch) => !taken.includes(batch));
      this.#forget(this.#store.mark?.ownSeq ?? 0);
    }
    if (this.#waiting.length === 0) this.#settle();
  }

  /** The first batches that fit into one transaction, at least one. */
  #take(): RowBatch[] {
    let rows = 0;
    const end = this.#waiting.findIndex((batch, at) => {
      rows += batch.rows.length;
      return at > 0 && rows > rowsPerPut;
    });
    return this.#waiting.slice(0, end === -1 ? undefined : end);
  }

  /** The newest state of each row among the batches; undefined where there is nothing new to put. */
  #sealed(batches: readonly RowBatch[]): SealedBatch | undefined {
    const store = this.#store;
    const rows = new Map<string, Row>();
    for (const row of batches.flatMap((batch) => batch.rows)) {
      // A mended row that has meanwhile been put anew is no longer wanted.
      if (row.state.version >= store.index.versionOf(store.cipher.keyOf(row))) rows.set(nameOf(row), row);
    }
    const ownSeq = Math.max(store.mark?.ownSeq ?? 0, ...batches.map((batch) => batch.ownSeq));
    if (rows.size === 0 && ownSeq === store.mark?.ownSeq) return undefined;
    return store.seal([...rows.values()], ownSeq);
  }

  /** False when these batches are no longer to be put as they are: closed, or the database was lost or rebuilt meanwhile. */
  async #putUntilDone(taken: readonly RowBatch[]): Promise<boolean> {
    let batch: SealedBatch | undefined;
    for (let retryMs = firstRetryMs; ; retryMs = Math.min(retryMs * 2, lastRetryMs)) {
      try {
        // Sealed once: what may already be on disk can only be told from what isn't by its mark.
        batch ??= this.#sealed(taken);
        if (batch) await this.#store.put(batch);
        return true;
      } catch (error) {
        this.#settle(error);
        if (this.#closed || (error instanceof RecordsError && error.code === 'records-lost')) return false;
        this.#onTrouble(error instanceof RecordsError ? { code: 'put-failed', error } : { code: 'bug', error });
        await this.#pause(retryMs);
        if (this.#closed || !this.#store.readable || (batch && batch.from !== this.#store.mark)) return false;
      }
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #forget(ownSeq: number): void {
    for (const [name, waiting] of this.#newest) if (waiting.ownSeq <= ownSeq) this.#newest.delete(name);
  }

  #settle(error?: unknown): void {
    const settling = this.#settling;
    this.#settling = [];
    for (const { resolve, reject } of settling) error === undefined ? resolve() : reject(error);
  }
}

function nameOf({ kind, id }: RowRef): string {
  return `${kind}\0${id}`;
}
