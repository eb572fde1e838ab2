import { Refusal } from '../../shared/domain/refusal.ts';
import { VaultError } from '../vault/vault-error.ts';

/** What the vault lacks to be opened, in the words of a clerk; undefined for any other error. */
export function vaultRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof VaultError)) return undefined;
  switch (error.code) {
    case 'second-factor-needed':
      return new Refusal('passphrase-needed', {});
    case 'second-factor-wrong':
      return new Refusal('passphrase-wrong', {});
    case 'keyring-unavailable':
      return new Refusal('keyring-unavailable', {});
    case 'recovery-key-mistyped':
      return new Refusal('recovery-key-mistyped', {});
    case 'recovery-key-wrong':
      return new Refusal('recovery-key-wrong', {});
    default:
      return undefined;
  }
}
