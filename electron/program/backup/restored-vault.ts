import { randomInt } from 'node:crypto';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { BackupError } from '../../backup/backup-error.ts';
import { type NewMember, openVault, type Vault, type VaultOptions } from '../../vault/vault.ts';
import { VaultError } from '../../vault/vault-error.ts';
import { vaultRefusal } from '../vault-refusal.ts';

export interface RecoveredVault {
  readonly vault: Vault;
  /** Makes this the only member: whoever restores. Everybody else types a PIN anew beside them. */
  handOver(member: NewMember): Promise<void>;
}

/** Nobody's number, and gone again before anybody could sign in by it. */
const restorer = 'RESTORING';

/**
 * Opens a restored vault by the office's recovery key. Who may have it from now on is known only when the journal was read with its
 * keys, so it is held for nobody meanwhile. Refuses `field-refused` for the key; throws a BackupError where the vault isn't whole.
 */
export async function openByRecoveryKey(
  options: VaultOptions,
  { recoveryKey, passphrase, newId }: { recoveryKey: string; passphrase: string | undefined; newId(): string },
): Promise<RecoveredVault> {
  const staffId = newId() as StaffId;
  try {
    const vault = await openVault(options);
    const pin = Array.from({ length: 24 }, () => randomInt(10)).join('');
    await vault.recover({ recoveryKey, member: { staffId, staffNumber: restorer, pin }, ...(passphrase && { passphrase }) });
    return {
      vault,
      handOver: async (member) => {
        await vault.addMember(member);
        await vault.removeMember(staffId);
      },
    };
  } catch (error) {
    throw said(error);
  }
}

function said(error: unknown): unknown {
  if (!(error instanceof VaultError)) return error;
  if (error.code === 'recovery-key-mistyped' || error.code === 'recovery-key-wrong')
    refuse('field-refused', { fields: [{ path: 'recoveryKey', code: error.code }] });
  if (error.code === 'vault-newer') return new BackupError('backup-newer', { cause: error });
  if (error.code === 'vault-missing' || error.code === 'vault-damaged')
    return new BackupError('backup-damaged', { file: 'vault/vault', cause: error });
  return vaultRefusal(error) ?? error;
}
