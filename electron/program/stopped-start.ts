import { dirname } from 'node:path';
import type { SessionState } from '../../shared/contract/session-calls.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  JournalBehindError,
  JournalDamagedError,
  JournalError,
  JournalForkedError,
  JournalKeyMissingError,
  JournalNewerError,
} from '../journal/journal-error.ts';
import { PrintingError } from '../printing/printing-error.ts';
import { RecordsError } from '../records/records-error.ts';
import { VaultError } from '../vault/vault-error.ts';
import { liveFolder } from './program-paths.ts';

export type Stopped = NonNullable<SessionState['stopped']>;

const mendedByBackup: readonly Stopped['reason'][] = ['journal-damaged', 'journal-behind', 'vault-damaged'];

/** 试用 has no backup that could be restored, and nothing that anybody would miss. */
export function isMendedByBackup({ reason }: Stopped, userData: string): boolean {
  return mendedByBackup.includes(reason) && userData === liveFolder(dirname(userData));
}

/** Why a start stops, in the desk's words; undefined for a bug, which has none. Nothing was changed by then. */
export function stoppedBy(error: unknown): Stopped | undefined {
  if (error instanceof JournalDamagedError) {
    const { log, file, seq } = error.place;
    return { reason: 'journal-damaged', log, frame: seq, file: `${log}/${file}` };
  }
  if (error instanceof JournalBehindError) return { reason: 'journal-behind', log: error.log, frame: error.mark };
  if (error instanceof JournalForkedError) return { reason: 'journal-behind', log: error.log, frame: error.seq };
  if (error instanceof JournalNewerError) return { reason: 'newer-version', log: '', file: error.file };
  // The journal is whole, and the vault has not all of its keys: an older vault's file, or another one.
  if (error instanceof JournalKeyMissingError) return { reason: 'vault-damaged', log: '' };
  if (error instanceof JournalError && error.code === 'disk-full') return { reason: 'disk-full', log: '' };
  if (error instanceof RecordsError) return stoppedByRecords(error);
  // Its seal holds, so that no damage did it.
  if (error instanceof PrintingError && error.code === 'queue-unreadable')
    return { reason: 'newer-version', log: '', file: 'print-queue' };
  if (error instanceof VaultError) return stoppedByVault(error);
  if (error instanceof Refusal && error.code === 'disk-full') return { reason: 'disk-full', log: '' };
  return undefined;
}

function stoppedByRecords({ code }: RecordsError): Stopped | undefined {
  if (code === 'journal-behind') return { reason: 'journal-behind', log: 'own' };
  // Its bytes are whole, only its words are unknown here: a newer program wrote it.
  if (code === 'journal-unreadable') return { reason: 'newer-version', log: 'own' };
  if (code === 'storage-full') return { reason: 'disk-full', log: '' };
  return undefined;
}

function stoppedByVault({ code, file }: VaultError): Stopped | undefined {
  const place = { log: '', ...(file !== undefined && { file }) };
  if (code === 'vault-newer' || code === 'file-newer') return { reason: 'newer-version', ...place };
  // Also a key that no file may name: every epoch's key lies in the vault.
  if (
    code === 'key-missing' ||
    code === 'vault-damaged' ||
    code === 'vault-missing' ||
    code === 'vault-behind' ||
    code === 'file-damaged'
  )
    return { reason: 'vault-damaged', ...place };
  return undefined;
}
