import { z } from 'zod';
import { maxRowsPerCall, type RecordsMark, rowMeta } from '../../shared/contract/records.ts';
import type { Row } from '../../shared/domain/entry.ts';
import { type OpenedPage, PageLink, type RecordsClient, toRecordsError } from './page-link.ts';
import { RecordsError, RowDamagedError } from './records-error.ts';
import { type RecordsKeys, RowCipher, type SealedRow, type TagField } from './row-cipher.ts';
import { RowIndex } from './row-index.ts';

export interface RowStoreOptions {
  page(): Promise<OpenedPage>;
  readonly keys: RecordsKeys;
  /** Key epoch that rows are sealed under. */
  readonly epoch: number;
  onPageGone(reason: string): void;
  /** A fresh page's database is not the one that was put to: emptied, or another one. Nothing is read or put until it was rebuilt. */
  onLost(reason: LostReason): void;
  readonly callTimeoutMs?: number;
}

/** What a fresh page said of its database. */
export interface Greeting {
  readonly mark: RecordsMark | null;
  readonly dataLoss: boolean;
  /** Why it would not even open. */
  readonly failure?: RecordsError;
}

/** Why the page's rows are not those that were put. */
export type LostReason = 'empty' | 'data-loss' | 'will-not-open' | 'other-mark' | 'rows-missing' | 'row-damaged';

export function lostReason({ mark, dataLoss, failure }: Greeting): LostReason {
  if (failure) return 'will-not-open';
  if (dataLoss) return 'data-loss';
  return mark ? 'other-mark' : 'empty';
}

/** Rows sealed for one transaction. It is put again as it is until the page has confirmed it. */
export interface SealedBatch {
  readonly rows: readonly SealedRow[];
  readonly from: RecordsMark | null;
  readonly mark: RecordsMark;
}

/** A row as the page gave it. */
export type FoundRow = Omit<SealedRow, 'tags'>;

const keysPerCall = 500;
const metas = z.array(rowMeta).max(maxRowsPerCall);

/**
 * The records page seen as a store of rows: seals, opens, keeps the index of what the page must hold, and takes nothing for granted
 * that comes back. One put at a time.
 */
export class RowStore {
  readonly cipher: RowCipher;
  index: RowIndex;
  /** The mark of the last put that the page confirmed, or null before the first. */
  mark: RecordsMark | null = null;
  /** Whether the page's rows were compared with the journal and may be read as what was put. */
  readable = false;
  /** Set when the page was found to hold something else; a heal mends it. */
  lost = false;
  /** Why it was given up last, until it is trusted again. */
  lostFor: LostReason | undefined;
  readonly #options: RowStoreOptions;
  readonly #link: PageLink;
  #greeting: Greeting = { mark: null, dataLoss: false };
  /** Whether a fresh page must stand at `mark`, or at the batch that was under way. */
  #expecting = false;
  /** The batch that may or may not be on disk: after a crash the page stands before it or after it. */
  #underWay: SealedBatch | undefined;
  #waiting: (() => void)[] = [];

  constructor(options: RowStoreOptions) {
    this.#options = options;
    this.cipher = new RowCipher(options.keys, options.epoch);
    this.index = this.emptyIndex();
    this.#link = new PageLink({
      page: () => options.page(),
      greet: (client) => this.#greet(client),
      onGone: (reason) => options.onPageGone(reason),
      callTimeoutMs: options.callTimeoutMs ?? 30_000,
      attempts: 6,
    });
  }

  emptyIndex(): RowIndex {
    return new RowIndex(this.#options.keys.records);
  }

  /** Asks the page what it holds, to compare it with the journal: nothing may be read as what was put until `trust` ends that. */
  async examine(): Promise<Greeting> {
    this.readable = false;
    this.lost = false;
    this.#expecting = false;
    this.#underWay = undefined;
    await this.#link.call((client) => this.#greet(client));
    return this.#greeting;
  }

  /** The page holds exactly these rows and stands at this mark; from here a page that stands elsewhere is lost. */
  settle(index: RowIndex, mark: RecordsMark | null): void {
    this.index = index;
    this.mark = mark;
    this.#expecting = true;
  }

  /** The page was brought up to the journal. */
  trust(): void {
    if (this.lost) return;
    this.lostFor = undefined;
    this.readable = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves when the rows may be read; rejects after that time, since whoever reads has somebody waiting. */
  async whenReadable(timeoutMs: number): Promise<void> {
    if (this.readable) return;
    const reason = this.lost ? 'records-lost' : 'records-rebuilding';
    const late = new RecordsError(reason, 'The records are being compared with the journal');
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(late), timeoutMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Rows that ought to be there are not: nothing is read or put any more until a heal. */
  giveUp(reason: LostReason): void {
    if (this.lost) return;
    this.lost = true;
    this.lostFor = reason;
    this.readable = false;
    this.#options.onLost(reason);
  }

  /** Only the newest state of a row may be among them. */
  seal(rows: readonly Row[], ownSeq: number): SealedBatch {
    return this.batch(
      rows.map((row) => this.cipher.seal(row)),
      ownSeq,
    );
  }

  /** What goes onto the page as it is now: a put that is under way moves its mark. */
  batch(sealed: readonly SealedRow[], ownSeq: number): SealedBatch {
    const reach = { ownSeq, receivedSeq: this.mark?.receivedSeq ?? 0 };
    return { rows: sealed, from: this.mark, mark: this.index.markAt(reach, sealed) };
  }

  /** Puts rows and mark in one transaction; resolves when they are on disk. Safe to repeat with the same batch. */
  async put(batch: SealedBatch): Promise<void> {
    this.#underWay = batch;
    const { rows, bodies } = pack(batch);
    const { from, mark } = batch;
    // A row mended to the very bytes it had moves no mark; a put on the mark it already made would be taken for a repetition.
    const mends = from?.digest === mark.digest;
    await this.#call((client) => (mends ? client.mend({ rows, bodies, mark }) : client.put({ rows, bodies, from, mark })));
    for (const row of batch.rows) this.index.set(row);
    this.mark = mark;
    this.#underWay = undefined;
  }

  /** The rows as the page has them, sealed, by key. Missing ones are missing. */
  async fetch(keys: readonly string[]): Promise<Map<string, FoundRow>> {
    const found = new Map<string, FoundRow>();
    for (let at = 0; at < keys.length; at += keysPerCall) {
      const some = keys.slice(at, at + keysPerCall);
      for (const row of await this.#rows((client) => client.get({ keys: some }))) found.set(row.key, row);
    }
    return found;
  }

  findByTag(field: TagField, value: string, limit: number): Promise<FoundRow[]> {
    return this.#rows((client) => client.findByTag({ tag: this.cipher.tagOf(field, value), limit }));
  }

  /** All rows in key order, some at a time; without their bodies that is quick. */
  async *scan({ bodies }: { bodies: boolean }): AsyncGenerator<FoundRow[]> {
    const limit = bodies ? keysPerCall : maxRowsPerCall;
    for (let after = ''; ; ) {
      const rows = await this.#rows((client) => client.scan({ after, limit, bodies }));
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)?.key ?? after;
    }
  }

  /** Opens a row. Throws a RowDamagedError where it isn't the one row that the index knows. */
  unseal(found: FoundRow): Row {
    if (!this.index.holds(found)) throw new RowDamagedError(found.key, 'it is not the row that was put');
    return this.cipher.open(found);
  }

  /** Empties the page's database and the index: a rebuild begins. */
  async clear(): Promise<void> {
    const ask = () => this.#link.call((client) => client.clear());
    try {
      await ask();
    } catch (error) {
      // A database of which the page can't even be rid: the host takes its files away.
      if (!(error instanceof RecordsError) || error.code !== 'database-failed' || !(await this.#link.clearStorage())) throw error;
      await ask();
    }
    this.settle(this.emptyIndex(), null);
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  async #greet(client: RecordsClient): Promise<void> {
    this.#greeting = await client.open().then(
      ({ mark, dataLoss }) => ({ mark, dataLoss }),
      (error: unknown) => {
        const failure = toRecordsError(error);
        if (!(failure instanceof RecordsError)) throw error;
        return { mark: null, dataLoss: false, failure };
      },
    );
    if (!this.#expecting || this.lost) return;
    const { mark, dataLoss, failure } = this.#greeting;
    const expected = [this.mark?.digest, this.#underWay?.mark.digest ?? this.mark?.digest];
    if (dataLoss || failure || !expected.includes(mark?.digest)) this.giveUp(lostReason(this.#greeting));
  }

  async #call<T>(run: (client: RecordsClient) => Promise<T>, again = true): Promise<T> {
    try {
      return await this.#link.call((client) => {
        if (this.lost)
          throw new RecordsError('records-lost', 'The records are not those that were written; they have to be rebuilt');
        return run(client);
      });
    } catch (error) {
      if ((error as { code?: unknown }).code === 'mark-moved') {
        this.giveUp('other-mark');
        throw new RecordsError('records-lost', 'The records stand at another mark than the last one written', error);
      }
      if (!(error instanceof RecordsError) || error.code !== 'database-failed' || !again) throw error;
      // The browser closes a database that it found damaged; only a fresh page opens it again, and its greeting tells what is left.
      await this.#link.replace('the database failed');
      return this.#call(run, false);
    }
  }

  async #rows(run: (client: RecordsClient) => Promise<{ rows: unknown; bodies: Blob }>): Promise<FoundRow[]> {
    const answer = await this.#call(run);
    const parsed = metas.safeParse(answer.rows);
    const buffer = await answer.bodies.arrayBuffer();
    const sum = parsed.data?.reduce((total, { bytes }) => total + bytes, 0);
    if (!parsed.success || sum !== buffer.byteLength) throw new RecordsError('database-failed', 'The records page answered junk');
    let at = 0;
    return parsed.data.map(({ key, version, commitment, bytes }) => {
      const body = new Uint8Array(buffer, at, bytes);
      at += bytes;
      return { key, version, commitment, body };
    });
  }
}

function pack({ rows, mark: { ownSeq, receivedSeq } }: SealedBatch) {
  return {
    rows: rows.map(({ body, ...row }) => ({ ...row, ownSeq, receivedSeq, bytes: body.length })),
    bodies: new Blob(rows.map(({ body }) => body)),
  };
}
