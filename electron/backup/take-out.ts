import { BackupError } from './backup-error.ts';
import type { BackupFolder } from './backup-folder.ts';
import { type ManifestFile, sha256Of } from './manifest.ts';

export interface TakeOutOptions {
  readonly folder: BackupFolder;
  readonly files: readonly ManifestFile[];
  /** Writes a file of the new counter so that it lasts; the path is one of a counter's folder. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Reads it back from there. */
  read(path: string): Promise<Uint8Array>;
  onProgress(progress: { step: 'copying' | 'checking'; doneBytes: number; totalBytes: number }): void;
  readonly signal: AbortSignal;
}

/** Copies files out of a backup, each held against its hash, then reads all of them back from where they are now. */
export async function takeOut({ folder, files, write, read, onProgress, signal }: TakeOutOptions): Promise<void> {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const step of ['copying', 'checking'] as const) {
    let doneBytes = 0;
    for (const file of files) {
      if (signal.aborted) throw new BackupError('cancelled');
      if (step === 'copying') await write(file.path, await folder.read(file));
      // The computer's own disk this time: what differs there is no fault of the backup.
      else if (sha256Of(await read(file.path)) !== file.sha256) throw new BackupError('source-unreadable', { file: file.path });
      doneBytes += file.bytes;
      onProgress({ step, doneBytes, totalBytes });
    }
  }
}
