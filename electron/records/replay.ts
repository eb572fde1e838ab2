import { maxRowsPerCall } from '../../shared/contract/records.ts';
import type { Entry, Row, RowRef } from '../../shared/domain/entry.ts';
import { evolveRow, touched } from '../../shared/domain/evolve.ts';
import type { HealProgress } from './heal-progress.ts';
import type { Ledger } from './ledger.ts';
import { type EntrySource, type LogEntry, readEntries } from './log-entries.ts';
import { RecordsError, RowDamagedError } from './records-error.ts';
import type { SealedRow } from './row-cipher.ts';
import type { RecoverRows } from './row-reader.ts';
import type { RowStore } from './row-store.ts';

export interface ReplayOptions {
  readonly store: RowStore;
  readonly journal: EntrySource;
  readonly ledger: Ledger;
  readonly recover: RecoverRows;
  readonly what: HealProgress['what'];
  onProgress(progress: HealProgress): void;
}

/** Large, since a row that changes often is put once a batch, and a transaction's sync costs the same for one row as for thousands. */
const entriesPerBatch = 2_000;
/** More than two batches change: what isn't on the page yet must be here. */
const rowsKept = 20_000;

/**
 * Goes through the log from the first entry that the page or the ledger lacks to its head. Rows that the page lacks are evolved from
 * the entries and put, a batch in one transaction; the ledger takes each entry with the rows as they are then. Returns how many
 * entries the page lacked.
 */
export async function replay(options: ReplayOptions): Promise<number> {
  const { store, journal, ledger, what, onProgress } = options;
  const pageSeq = () => store.mark?.ownSeq ?? 0;
  const from = Math.min(ledger.seq, pageSeq());
  const total = journal.headSeq - from;
  if (total > 0) onProgress({ what, done: 0, total });
  let done = 0;
  let put = 0;
  const evolved = new EvolvedRows();
  // While the page writes one batch, the next is read, evolved and sealed: each side waits for the slower one, not for both in turn.
  let underWay: Promise<void> = Promise.resolve();
  try {
    for await (const batch of batches(readEntries(journal, from + 1))) {
      const onPage = put > 0 ? [] : batch.filter(({ seq }) => seq <= pageSeq());
      if (onPage.length > 0) await takeFromPage(options, onPage);
      const missing = batch.slice(onPage.length);
      const sealed = missing.length > 0 ? await evolveOnto(options, missing, evolved) : undefined;
      await underWay;
      if (sealed) underWay = later(sealed);
      put += missing.length;
      done += batch.length;
      onProgress({ what, done, total: Math.max(total, done) });
    }
  } finally {
    await underWay;
  }
  return put;

  function later({ rows, ownSeq }: SealedRows): Promise<void> {
    const writing = store.put(store.batch(rows, ownSeq));
    // It is waited for a batch later; until then nobody listens.
    writing.catch(() => undefined);
    return writing;
  }
}

interface SealedRows {
  readonly rows: readonly SealedRow[];
  readonly ownSeq: number;
}

/** The rows that were evolved last, so that the page needn't be asked for what it was just given, or is yet to be. */
class EvolvedRows {
  readonly #rows = new Map<string, Row>();

  get(name: string): Row | undefined {
    return this.#rows.get(name);
  }

  /** The newest state last, the oldest ones go: but never one of the batches that the page may not have yet. */
  keep(changed: ReadonlyMap<string, Row>): void {
    for (const [name, row] of changed) {
      this.#rows.delete(name);
      this.#rows.set(name, row);
    }
    for (const name of this.#rows.keys()) {
      if (this.#rows.size <= rowsKept) return;
      this.#rows.delete(name);
    }
  }
}

/**
 * The ledger is behind the page: it takes the rows as the page has them, which may be newer than the entry; it minds the versions. A row
 * of version 1 is what its one entry says, so most of them needn't be asked for.
 */
async function takeFromPage({ store, ledger, recover }: ReplayOptions, batch: readonly LogEntry[]): Promise<void> {
  const isFirst = (ref: RowRef) => store.index.versionOf(store.cipher.keyOf(ref)) === 1;
  const first = new Set(refsOf(batch).filter(isFirst).map(nameOf));
  const rows = await readRows(
    store,
    recover,
    refsOf(batch).filter((ref) => !first.has(nameOf(ref))),
  );
  for (const { seq, entry } of batch) {
    if (!entry) continue;
    const after = touched(entry).flatMap((ref) =>
      first.has(nameOf(ref)) ? evolveRow(entry, ref, undefined) : (rows.get(nameOf(ref)) ?? []),
    );
    ledger.take({ seq, entry, rows: after });
  }
}

async function evolveOnto(
  { store, journal, ledger, recover }: ReplayOptions,
  batch: readonly LogEntry[],
  evolved: EvolvedRows,
): Promise<SealedRows> {
  const refs = refsOf(batch);
  const unknown = refs.filter((ref) => !evolved.get(nameOf(ref)));
  const rows = await readRows(store, recover, unknown);
  for (const name of refs.map(nameOf)) {
    const row = evolved.get(name);
    if (row) rows.set(name, row);
  }
  const changed = new Map<string, Row>();
  for (const { seq, entry } of batch) {
    if (!entry) continue;
    const after: Row[] = [];
    for (const ref of touched(entry)) {
      const row = await evolve(journal, { seq, entry, ref, before: rows.get(nameOf(ref)) });
      if (!row) continue;
      rows.set(nameOf(ref), row);
      changed.set(nameOf(ref), row);
      after.push(row);
    }
    ledger.take({ seq, entry, rows: after });
  }
  evolved.keep(changed);
  return { rows: [...changed.values()].map((row) => store.cipher.seal(row)), ownSeq: batch.at(-1)?.seq ?? 0 };
}

interface Step {
  readonly seq: number;
  readonly entry: Entry;
  readonly ref: RowRef;
  readonly before: Row | undefined;
}

/** Undefined where the row went with a redacted entry. */
async function evolve(journal: EntrySource, { seq, entry, ref, before }: Step): Promise<Row | undefined> {
  try {
    return evolveRow(entry, ref, before?.state);
  } catch (error) {
    for await (const earlier of readEntries(journal, 1)) {
      if (earlier.seq >= seq) break;
      if (!earlier.entry) return undefined;
    }
    throw new RecordsError('journal-unreadable', `Entry ${seq} builds on a ${ref.kind} that the journal doesn't have`, error);
  }
}

/** Rows as the page has them; a damaged one is made again from the journal. */
async function readRows(store: RowStore, recover: RecoverRows, refs: readonly RowRef[]): Promise<Map<string, Row>> {
  const keyOf = (ref: RowRef) => store.cipher.keyOf(ref);
  const keys = new Map(refs.map((ref) => [keyOf(ref), ref]));
  const known = [...keys.keys()].filter((key) => store.index.versionOf(key) > 0);
  const found = await store.fetch(known);
  const rows = new Map<string, Row>();
  const damaged: string[] = [];
  for (const key of known) {
    const row = found.get(key);
    const opened = row && tryUnseal(() => store.unseal(row));
    if (opened) rows.set(nameOf(opened), opened);
    else damaged.push(key);
  }
  if (damaged.length === 0) return rows;
  const wanted = damaged.map((key) => ({ key, version: store.index.versionOf(key) }));
  for (const row of await recover(wanted, keyOf)) rows.set(nameOf(row), row);
  for (const key of damaged) {
    const ref = keys.get(key);
    if (ref && !rows.has(nameOf(ref))) throw new RowDamagedError(key, 'the journal does not have it');
  }
  return rows;
}

function tryUnseal(unseal: () => Row): Row | undefined {
  try {
    return unseal();
  } catch (error) {
    if (error instanceof RowDamagedError) return undefined;
    throw error;
  }
}

async function* batches(entries: AsyncIterable<LogEntry>): AsyncGenerator<LogEntry[]> {
  let batch: LogEntry[] = [];
  let rows = 0;
  for await (const one of entries) {
    const touches = one.entry ? touched(one.entry).length : 0;
    if (batch.length === entriesPerBatch || (batch.length > 0 && rows + touches > maxRowsPerCall)) {
      yield batch;
      batch = [];
      rows = 0;
    }
    batch.push(one);
    rows += touches;
  }
  if (batch.length > 0) yield batch;
}

function refsOf(batch: readonly LogEntry[]): RowRef[] {
  const refs = batch.flatMap(({ entry }) => (entry ? touched(entry) : []));
  return [...new Map(refs.map((ref) => [nameOf(ref), ref])).values()];
}

function nameOf({ kind, id }: RowRef): string {
  return `${kind}\0${id}`;
}
