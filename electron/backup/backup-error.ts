/** Every expected failure of a backup: a stable code, and the file it is about where there is one. None holds personal data. */
export type BackupErrorCode =
  /** The chosen folder has no room for it. */
  | 'target-full'
  /** The folder isn't there any more: a stick was pulled, a share went away. */
  | 'target-gone'
  | 'target-read-only'
  /** The folder lies in the counter's own data: a copy there is lost with it. */
  | 'target-inside'
  /** What was written there comes back as something else. */
  | 'target-unsound'
  /** A file of the counter itself can't be read. */
  | 'source-unreadable'
  | 'cancelled'
  | 'backup-not-found'
  /** Files lie there that no manifest names: a backup was begun and never came to its end. */
  | 'backup-unfinished'
  /** A file of the backup is gone, or isn't as it was written. */
  | 'backup-damaged'
  /** The manifest's own seal doesn't fit: it was not written by the counter whose key was given. */
  | 'backup-not-genuine'
  | 'backup-newer';

export class BackupError extends Error {
  readonly code: BackupErrorCode;
  /** The file's name within the backup. */
  readonly file: string | undefined;
  /** `target-full`: how much it lacks. */
  readonly lackingBytes: number | undefined;

  constructor(
    code: BackupErrorCode,
    { file, lackingBytes, cause }: { file?: string; lackingBytes?: number; cause?: unknown } = {},
  ) {
    super(file === undefined ? code : `${code}: ${file}`, cause === undefined ? undefined : { cause });
    this.name = 'BackupError';
    this.code = code;
    this.file = file;
    this.lackingBytes = lackingBytes;
  }
}

export function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
