import { Directory, type DirectoryOptions } from './directory.ts';
import { Ledger } from './ledger.ts';
import { loadSnapshot } from './ledger-snapshot.ts';
import type { Records } from './records.ts';
import type { RecordsKeys } from './row-cipher.ts';
import { WatchedRecords, type WatchedRecordsOptions } from './watched-records.ts';

export interface HealedRecordsOptions extends WatchedRecordsOptions, DirectoryOptions {}

export interface HealedRecords {
  readonly records: Records;
  readonly ledger: Ledger;
  readonly directory: Directory;
  /** Keeps the ledger as it is now, so that the next start replays little: at sign-out. Closing does it by itself. */
  saveSnapshot(): Promise<void>;
  /** Other keys from now on: the vault's next epoch. All rows are made anew, in the background. */
  rekey(keys: RecordsKeys, epoch: number): void;
  /** Resolves when nothing of the records lies under older keys any more. */
  rekeyed(): Promise<void>;
  /** Puts what waits, keeps the ledger, closes the page. */
  close(): Promise<void>;
}

/**
 * The one entrance: the records compared with the journal and mended, the ledger and the directory over them; while the program runs
 * they are watched and mended again. Throws a RecordsError: `journal-behind` when records or ledger know of an entry that the journal
 * lost, `journal-unreadable` with the entry's number, `storage-full`, `page-unavailable`, `database-failed`; and a JournalError as
 * it comes.
 */
export async function openHealedRecords(options: HealedRecordsOptions): Promise<HealedRecords> {
  const snapshot = await loadSnapshot(options.files);
  const kept = 'missing' in snapshot ? undefined : snapshot;
  if (!kept && 'missing' in snapshot && snapshot.missing === 'unreadable') options.onTrouble({ code: 'snapshot-unreadable' });
  const ledger = kept?.ledger ?? new Ledger();
  const watched = new WatchedRecords(options, ledger);
  await watched.open(kept);
  const directory = new Directory(ledger, options);
  return {
    records: watched.records,
    ledger,
    directory,
    saveSnapshot: () => watched.saveSnapshot(),
    rekey: (keys, epoch) => watched.rekey(keys, epoch),
    rekeyed: () => watched.rekeyed(),
    close: () => watched.close(),
  };
}
