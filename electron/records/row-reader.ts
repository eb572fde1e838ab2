import type { Row, RowKind, RowRef, RowState } from '../../shared/domain/entry.ts';
import { RecordsError, RowDamagedError } from './records-error.ts';
import type { TagField } from './row-cipher.ts';
import type { RowQueue } from './row-queue.ts';
import type { FoundRow, RowStore } from './row-store.ts';

/** A row that has to be made again from the journal: the page's key for it, and the version it had. */
export interface WantedRow {
  readonly key: string;
  readonly version: number;
}

/** Makes rows again as they were at that version. */
export type RecoverRows = (wanted: readonly WantedRow[], keyOf: (ref: RowRef) => string) => Promise<readonly Row[]>;

interface ReaderOptions {
  readonly recover: RecoverRows | undefined;
  onDamage(mended: boolean): void;
}

/** A row of that kind whose field is that value. */
interface TagSearch<K extends RowKind> {
  readonly kind: K;
  readonly field: TagField;
  readonly value: string;
  fieldOf(state: RowState[K]): string;
}

interface Asked {
  readonly ref: RowRef;
  readonly key: string;
}

/** A row may be put between the page's answer and the look at it; each time that happens the row is asked for again. */
const attempts = 5;
const patienceMs = 5_000;

/** Reads rows as they are now: those still waiting first, then the page's, never one older than the last that was put. */
export class RowReader {
  readonly #store: RowStore;
  readonly #queue: RowQueue;
  readonly #options: ReaderOptions;

  constructor(store: RowStore, queue: RowQueue, options: ReaderOptions) {
    this.#store = store;
    this.#queue = queue;
    this.#options = options;
  }

  /** In the order asked for. Throws a RecordsError; a damaged row is mended from the journal where that can be done. */
  async read(refs: readonly RowRef[]): Promise<(RowState[RowKind] | undefined)[]> {
    const states = new Map<RowRef, RowState[RowKind] | undefined>();
    let left = this.#asked(refs);
    for (let attempt = 1; left.length > 0; attempt++) {
      left = left.filter((asked) => !this.#fromQueue(asked, states));
      if (left.length === 0) break;
      const { answer: found, isOld } = await this.#ask(() => this.#store.fetch(left.map(({ key }) => key)));
      // Under other keys the rows have other blind keys too.
      if (isOld) left = this.#asked(left.map(({ ref }) => ref));
      if (isOld) continue;
      left = left.filter((asked) => !this.#fromQueue(asked, states) && !this.#fromPage(asked, found.get(asked.key), states));
      if (attempt < attempts) continue;
      for (const asked of left) states.set(asked.ref, await this.#mended(asked.key));
      break;
    }
    return refs.map((ref) => states.get(ref));
  }

  /** By a blind tag; what the page found is checked again after opening, and against the rows still waiting. */
  async find<K extends RowKind>({ kind, field, value, fieldOf }: TagSearch<K>): Promise<RowState[K] | undefined> {
    const matches = (state: RowState[K]) => fieldOf(state) === value;
    const waiting = this.#queue.findNewest((row) => row.kind === kind && matches(row.state as RowState[K]));
    if (waiting) return waiting.state as RowState[K];
    const { answer, isOld } = await this.#ask(() => this.#store.findByTag(field, value, 100));
    if (isOld) return this.find({ kind, field, value, fieldOf });
    for (const found of answer) {
      const row = await this.#openFound(found);
      if (!row || row.kind !== kind) continue;
      const [now] = await this.read([row]);
      if (now && matches(now as RowState[K])) return now as RowState[K];
    }
    return undefined;
  }

  /** Whether a row is as it was put; where it isn't, it is mended. Throws a RowDamagedError where that can't be done. */
  async check(found: FoundRow): Promise<void> {
    let now: FoundRow | undefined = found;
    for (let attempt = 1; attempt <= attempts && now; attempt++) {
      this.#needReadable();
      if (this.#isWhole(now)) return;
      now = (await this.#store.fetch([found.key])).get(found.key);
    }
    this.#needReadable();
    await this.#mendedRow(found.key);
  }

  #isWhole(found: FoundRow): boolean {
    try {
      this.#store.unseal(found);
      return true;
    } catch (error) {
      if (error instanceof RowDamagedError) return false;
      throw error;
    }
  }

  #fromQueue({ ref }: Asked, states: Map<RowRef, RowState[RowKind] | undefined>): boolean {
    const waiting = this.#queue.newest(ref);
    if (waiting) states.set(ref, waiting.state);
    return waiting !== undefined;
  }

  /** Whether the page's answer settles it. */
  #fromPage({ ref, key }: Asked, found: FoundRow | undefined, states: Map<RowRef, RowState[RowKind] | undefined>): boolean {
    if (!found) return this.#store.index.versionOf(key) === 0;
    try {
      states.set(ref, this.#store.unseal(found).state);
      return true;
    } catch (error) {
      if (error instanceof RowDamagedError) return false;
      throw error;
    }
  }

  /** A row found by its tag has no name yet; damage shows as no row, and whoever reads it by name gets it mended. */
  async #openFound(found: FoundRow): Promise<Row | undefined> {
    try {
      return this.#store.cipher.open(found);
    } catch (error) {
      if (!(error instanceof RowDamagedError)) throw error;
      return this.#mendedRow(found.key);
    }
  }

  async #mended(key: string): Promise<RowState[RowKind]> {
    return (await this.#mendedRow(key)).state;
  }

  async #mendedRow(key: string): Promise<Row> {
    const version = this.#store.index.versionOf(key);
    const [row] = (await this.#options.recover?.([{ key, version }], (ref) => this.#store.cipher.keyOf(ref))) ?? [];
    this.#options.onDamage(row?.state.version === version);
    if (row?.state.version !== version) throw new RowDamagedError(key, 'it is missing, or not the row that was put');
    this.#queue.mend([row]);
    return row;
  }

  #asked(refs: readonly RowRef[]): Asked[] {
    return refs.map((ref) => ({ ref, key: this.#store.cipher.keyOf(ref) }));
  }

  /** Asks the page; `isOld`: the rows got other keys since the question was put, so that its answer says nothing. */
  async #ask<T>(ask: () => Promise<T>): Promise<{ answer: T; isOld: boolean }> {
    const { cipher } = this.#store;
    const answer = await this.#whileReadable(ask);
    return { answer, isOld: cipher !== this.#store.cipher };
  }

  /** Asks the page; a heal that comes in between is waited for, as long as somebody at the counter would. */
  async #whileReadable<T>(ask: () => Promise<T>): Promise<T> {
    for (const deadline = Date.now() + patienceMs; ; ) {
      await this.#store.whenReadable(Math.max(0, deadline - Date.now()));
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof RecordsError) || this.#store.readable) throw error;
      }
    }
  }

  #needReadable(): void {
    if (!this.#store.readable) throw new RecordsError('records-rebuilding', 'The records are being compared with the journal');
  }
}
