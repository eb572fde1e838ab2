import { Refusal } from '../../../shared/domain/refusal.ts';
import { BackupError } from '../../backup/backup-error.ts';

const mebibyte = 1024 * 1024;

/** What became of a backup, in the words of whoever wants one; any other error as it is. */
export function backupRefusal(error: unknown): unknown {
  if (!(error instanceof BackupError)) return error;
  const file = error.file ?? '';
  switch (error.code) {
    case 'target-full':
      return new Refusal('backup-target-full', {
        lackingMebibytes: Math.max(1, Math.ceil((error.lackingBytes ?? 0) / mebibyte)),
      });
    case 'target-gone':
      return new Refusal('backup-target-gone', {});
    case 'target-read-only':
      return new Refusal('backup-target-read-only', {});
    case 'target-inside':
      return new Refusal('backup-target-inside', {});
    case 'target-unsound':
      return new Refusal('backup-target-unsound', { file });
    case 'source-unreadable':
      return new Refusal('backup-source-unreadable', { file });
    case 'cancelled':
      return new Refusal('backup-cancelled', {});
    case 'backup-damaged':
      return new Refusal('backup-damaged', { file });
    default:
      return new Refusal(error.code, {});
  }
}
