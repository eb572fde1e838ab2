import { Refusal } from '../../shared/domain/refusal.ts';
import { JournalError } from '../journal/journal-error.ts';
import { RecordsError, type RecordsErrorCode } from '../records/records-error.ts';
import { VaultError } from '../vault/vault-error.ts';
import { vaultRefusal } from './vault-refusal.ts';

const passing: readonly RecordsErrorCode[] = ['records-lost', 'records-rebuilding', 'page-unavailable', 'database-failed'];

/** Expected failures of journal, records and vault in the words of a clerk; undefined for what only a person with the log can mend. */
export function refusalFor(error: unknown): Refusal | undefined {
  if (error instanceof JournalError) {
    if (error.code === 'disk-full') return new Refusal('disk-full', {});
    if (error.code === 'journal-closed') return new Refusal('signed-out', {});
  }
  if (error instanceof RecordsError) {
    if (error.code === 'storage-full') return new Refusal('disk-full', {});
    if (error.code === 'records-closed') return new Refusal('signed-out', {});
    if (passing.includes(error.code)) return new Refusal('records-unavailable', {});
  }
  // The session ended while the call was under way.
  if (error instanceof VaultError && error.code === 'vault-closed') return new Refusal('signed-out', {});
  return vaultRefusal(error);
}
