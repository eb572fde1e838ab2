import type { HealProgress } from './heal-progress.ts';
import type { Ledger } from './ledger.ts';
import type { EntrySource } from './log-entries.ts';
import { findPageIndex, type KeptIndex } from './page-index.ts';
import type { Records, RecordsTrouble } from './records.ts';
import { JournalBehindError, RowDamagedError } from './records-error.ts';
import { recoverRows } from './recover-rows.ts';
import { replay } from './replay.ts';
import { type Greeting, type LostReason, lostReason } from './row-store.ts';

export interface HealOptions {
  readonly records: Records;
  readonly journal: EntrySource;
  /** At the beginning what its snapshot kept, or empty; at the end it has every entry. */
  readonly ledger: Ledger;
  /** The index as it was kept with the ledger's snapshot; only at the start, since it is older than a running program's. */
  readonly kept?: KeptIndex | undefined;
  onProgress(progress: HealProgress): void;
  onTrouble(trouble: RecordsTrouble): void;
}

/**
 * Compares the page with the journal and brings it up to the head: nothing where they agree, a replay of the missing entries where
 * the page is behind, a rebuild where it is empty, damaged, or another one. Nothing is cleared as long as the journal is behind.
 * Throws a RecordsError: `journal-behind`, `journal-unreadable`, `storage-full`, `page-unavailable`, and `records-lost` where the
 * page was lost once more meanwhile.
 */
export async function healRecords(options: HealOptions): Promise<void> {
  const { records, journal, ledger, kept, onTrouble } = options;
  const { store } = records;
  await records.halt();
  const greeting = await store.examine();
  if (greeting.failure?.code === 'storage-full') throw greeting.failure;
  const { mark } = greeting;
  const markSeq = mark && store.emptyIndex().madeHere(mark) ? mark.ownSeq : 0;
  // Before anything is cleared: rows that the journal has lost may be the last copy there is.
  const knownSeq = Math.max(markSeq, ledger.seq, kept?.mark?.ownSeq ?? 0);
  if (knownSeq > journal.headSeq) throw new JournalBehindError(journal.headSeq, knownSeq);

  const healed = await bringUp(options, await compare(options, greeting));
  if (healed.entries > 0) onTrouble({ code: 'records-healed', ...healed });
  store.trust();
  records.resume(store.mark?.ownSeq ?? 0);
}

/** Why the page can't be built upon, or undefined where it holds just the rows that its mark says. */
async function compare({ records, journal, kept }: HealOptions, greeting: Greeting): Promise<LostReason | undefined> {
  const { store } = records;
  const { mark } = greeting;
  if (greeting.failure || greeting.dataLoss) return lostReason(greeting);
  // The mark and the index say that all is well with rows that were found to be otherwise.
  if (store.lostFor === 'row-damaged' || store.lostFor === 'rows-missing' || store.lostFor === 'rekeyed') return store.lostFor;
  if (!mark) {
    store.settle(store.emptyIndex(), null);
    return journal.headSeq > 0 ? 'empty' : undefined;
  }
  if (!store.emptyIndex().madeHere(mark)) return 'other-mark';
  const index = await findPageIndex({ store, journal, kept }, mark);
  if (!index) return 'rows-missing';
  store.settle(index, mark);
  return undefined;
}

interface Healed {
  readonly how: HealProgress['what'];
  readonly entries: number;
  readonly reason?: LostReason;
}

async function bringUp(options: HealOptions, reason: LostReason | undefined): Promise<Healed> {
  const { records, journal, ledger, onProgress } = options;
  const { store } = records;
  const parts = { store, journal, ledger, recover: recoverRows(journal), onProgress };
  if (!reason) {
    try {
      return { how: 'replay', entries: await replay({ ...parts, what: 'replay' }) };
    } catch (error) {
      if (!(error instanceof RowDamagedError)) throw error;
    }
  }
  await store.clear();
  return { how: 'rebuild', entries: await replay({ ...parts, what: 'rebuild' }), reason: reason ?? 'row-damaged' };
}
