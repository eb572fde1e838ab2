import { expect, test } from 'vitest';
import type { BackupFolder } from './backup-folder.ts';
import { sha256Of } from './manifest.ts';
import { takeOut } from './take-out.ts';

test('what was taken out is read back from where it is now: a disk that keeps something else is told', async () => {
  const bytes = Buffer.from('a photo');
  const files = [{ path: 'attachments/aa.sealed', bytes: bytes.length, sha256: sha256Of(bytes) }];
  const folder = { read: async () => bytes } as unknown as BackupFolder;
  const disk = new Map<string, Uint8Array>();
  const take = (kept: (written: Uint8Array) => Uint8Array) =>
    takeOut({
      folder,
      files,
      write: async (path, written) => void disk.set(path, kept(written)),
      read: async (path) => disk.get(path) ?? new Uint8Array(),
      onProgress: () => {},
      signal: new AbortController().signal,
    });
  await take((written) => written);
  await expect(take((written) => written.map((byte) => byte ^ 1))).rejects.toMatchObject({
    code: 'source-unreadable',
    file: 'attachments/aa.sealed',
  });
});
