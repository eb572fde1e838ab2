import type { Entry, Row, RowRef } from '../../shared/domain/entry.ts';
import { evolveRow, touched } from '../../shared/domain/evolve.ts';
import type { HealProgress } from './heal-progress.ts';
import type { Ledger } from './ledger.ts';
import { type EntrySource, type LogEntry, readEntries } from './log-entries.ts';
import { RecordsError, RowDamagedError } from './records-error.ts';
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

const entriesPerBatch = 1_000;

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
  for await (const batch of batches(readEntries(journal, from + 1))) {
    const onPage = batch.filter(({ seq }) => seq <= pageSeq());
    if (onPage.length > 0) await takeFromPage(options, onPage);
    const missing = batch.slice(onPage.length);
    if (missing.length > 0) await evolveOnto(options, missing);
    put += missing.length;
    done += batch.length;
    onProgress({ what, done, total: Math.max(total, done) });
  }
  return put;
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

async function evolveOnto({ store, journal, ledger, recover }: ReplayOptions, batch: readonly LogEntry[]): Promise<void> {
  const rows = await readRows(store, recover, refsOf(batch));
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
  await store.put(store.seal([...changed.values()], batch.at(-1)?.seq ?? 0));
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
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length < entriesPerBatch) continue;
    yield batch;
    batch = [];
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
