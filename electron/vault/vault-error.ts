/** Every expected failure of the vault that isn't a clerk's slip (those are refusals). None holds personal data. */
export type VaultErrorCode =
  | 'vault-exists'
  | 'vault-missing'
  | 'vault-damaged'
  | 'vault-newer'
  | 'vault-open'
  | 'vault-closed'
  | 'vault-behind'
  | 'second-factor-needed'
  | 'second-factor-wrong'
  | 'keyring-unavailable'
  | 'key-missing'
  | 'recovery-key-mistyped'
  | 'recovery-key-wrong'
  | 'staff-exists'
  | 'staff-unknown'
  | 'last-staff'
  | 'file-damaged'
  | 'file-newer';

export class VaultError extends Error {
  readonly code: VaultErrorCode;
  /** The name on disk of the file that it is about, where there is one. */
  readonly file: string | undefined;
  constructor(code: VaultErrorCode, message: string, { file, cause }: { file?: string; cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'VaultError';
    this.code = code;
    this.file = file;
  }
}
