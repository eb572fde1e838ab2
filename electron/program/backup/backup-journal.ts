import { join } from 'node:path';
import { BackupError } from '../../backup/backup-error.ts';
import type { BackupJournal } from '../../backup/make-backup.ts';
import { JournalDamagedError, JournalError } from '../../journal/journal-error.ts';
import type { JournalFiles } from '../../journal/journal-files.ts';
import { verifyJournal } from '../../journal/verify-journal.ts';

export interface Head {
  readonly headSeq: number;
  readonly headChain: Uint8Array;
}

/** Every frame, seal and link of both logs as they lie in a backup; the own log's head. Throws a BackupError: `backup-damaged`. */
export async function verifyBackupJournal(
  journal: BackupJournal,
  keyOf: (epoch: number) => Uint8Array | undefined,
): Promise<Head> {
  const files = readOnly(journal);
  try {
    const own = await verifyJournal({ dir: '', log: 'own', keyOf, files });
    if (journal.list('received')) await verifyJournal({ dir: '', log: 'received', keyOf, files });
    return own;
  } catch (error) {
    throw journalDamage(error);
  }
}

/** The journal's word for what is wrong, as a backup's: with the file that it is about. */
export function journalDamage(error: unknown): unknown {
  if (!(error instanceof JournalError)) return error;
  const file = error instanceof JournalDamagedError ? `journal/${error.place.log}/${error.place.file}` : 'journal';
  return new BackupError('backup-damaged', { file, cause: error });
}

function readOnly(journal: BackupJournal): JournalFiles {
  const never = () => Promise.reject(new Error('a backup is only read'));
  const parts = (path: string): [log: string, name: string] => {
    const [log = '', name = ''] = path.split(/[\\/]/);
    return [log, name];
  };
  return {
    list: async (folder) => journal.list(join(folder)),
    open: async (path) => {
      const bytes = await journal.read(...parts(path));
      return {
        read: async (into, position) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).copy(into, 0, position),
        sizeBytes: async () => bytes.length,
        close: async () => {},
        write: never,
        syncData: never,
      };
    },
    makeFolder: never,
    create: never,
    replace: never,
    syncFolder: never,
  };
}
