import type { BackupPlace, BackupState, LastBackup } from '../../shared/contract/backup-calls.ts';
import type { Staff } from '../../shared/domain/staff/staff.ts';

/** Makes backups of the open counter, by hand and by itself. */
export interface BackupKeeper {
  state(): Promise<BackupState>;
  places(): Promise<BackupPlace[]>;
  /** A folder that isn't offered is for an administrator to name. */
  choose(path: string, by: Staff): Promise<void>;
  make(by: Staff): Promise<LastBackup>;
  cancel(): void;
  /** For the status: when the last one was made, and since when a counter has been without one. */
  age(): { readonly lastAt: string | undefined; readonly daysOld: number | undefined; readonly late: boolean };
}
