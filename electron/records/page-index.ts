import type { RecordsMark } from '../../shared/contract/records.ts';
import { touched } from '../../shared/domain/evolve.ts';
import { type EntrySource, readEntries } from './log-entries.ts';
import type { RowIndex } from './row-index.ts';
import type { RowStore } from './row-store.ts';

/** The row index as it was kept at a mark. */
export interface KeptIndex {
  readonly mark: RecordsMark | null;
  readonly indexBytes: Uint8Array;
}

interface PageIndexSource {
  readonly store: RowStore;
  readonly journal: EntrySource;
  readonly kept: KeptIndex | undefined;
}

/**
 * The index of the rows on the page, proved by the digest in the page's own mark; undefined where the page holds other rows than its
 * mark says. From the kept index only what changed since is asked for; where that doesn't fit, the page tells all its rows.
 */
export async function findPageIndex(source: PageIndexSource, mark: RecordsMark): Promise<RowIndex | undefined> {
  return (await fromKept(source, mark)) ?? (await fromScan(source.store, mark));
}

async function fromKept({ store, journal, kept }: PageIndexSource, mark: RecordsMark): Promise<RowIndex | undefined> {
  const keptSeq = kept?.mark?.ownSeq ?? 0;
  if (!kept || keptSeq > mark.ownSeq) return undefined;
  const index = store.emptyIndex();
  index.load(kept.indexBytes);
  const keys = new Set<string>();
  if (keptSeq < mark.ownSeq) {
    for await (const { seq, entry } of readEntries(journal, keptSeq + 1)) {
      if (seq > mark.ownSeq) break;
      for (const ref of entry ? touched(entry) : []) keys.add(store.cipher.keyOf(ref));
    }
  }
  for (const row of (await store.fetch([...keys])).values()) index.set(row);
  return fits(index, mark) ? index : undefined;
}

async function fromScan(store: RowStore, mark: RecordsMark): Promise<RowIndex | undefined> {
  const index = store.emptyIndex();
  for await (const rows of store.scan({ bodies: false })) for (const row of rows) index.set(row);
  return fits(index, mark) ? index : undefined;
}

function fits(index: RowIndex, mark: RecordsMark): boolean {
  return index.markAt(mark).digest === mark.digest;
}
