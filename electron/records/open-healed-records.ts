import type { Directory } from './directory.ts';
import type { HealProgress } from './heal-progress.ts';
import type { Ledger } from './ledger.ts';
import type { SealedFiles } from './ledger-snapshot.ts';
import type { EntrySource } from './log-entries.ts';
import type { OpenedPage } from './page-link.ts';
import type { Records, RecordsTrouble } from './records.ts';
import type { RecordsKeys } from './row-cipher.ts';

export interface HealedRecordsOptions {
  /** Opens the hidden page; asked again whenever the one before went away. */
  page(): Promise<OpenedPage>;
  /** The own log. */
  readonly journal: EntrySource;
  readonly keys: RecordsKeys;
  readonly epoch: number;
  /** Where the ledger's snapshot is kept. */
  readonly files: SealedFiles;
  /** Words for a tier in search hits; its code is shown where there are none. */
  tierName?(pack: string, team: string, tier: string): string | undefined;
  onProgress(progress: HealProgress): void;
  onTrouble(trouble: RecordsTrouble): void;
}

export interface HealedRecords {
  readonly records: Records;
  readonly ledger: Ledger;
  readonly directory: Directory;
  /** Keeps the ledger as it is now, so that the next start replays little: at sign-out. Closing does it by itself. */
  saveSnapshot(): Promise<void>;
  /** Puts what waits, keeps the ledger, closes the page. */
  close(): Promise<void>;
}

/**
 * The one entrance: the records compared with the journal and mended, the ledger and the directory over them. Throws a RecordsError:
 * `journal-behind` when records or ledger know of an entry that the journal lost, `journal-unreadable` with the entry's number,
 * `storage-full`, `page-unavailable`.
 */
export async function openHealedRecords(options: HealedRecordsOptions): Promise<HealedRecords> {
  throw new Error(`not yet: ${options.epoch}`);
}
