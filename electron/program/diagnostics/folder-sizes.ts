import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface FolderSize {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** When the newest of them was changed. */
  readonly newest: string | null;
}

/** How many files each part of a folder has and how big they are, and never what they are called: some name nobody, but none need be told. */
export async function folderSizes(folder: string): Promise<FolderSize[]> {
  const sizes: FolderSize[] = [];
  for (const name of (await namesIn(folder)).sort()) {
    const found = await weigh(join(folder, name));
    sizes.push({ name, ...found, newest: found.newest === 0 ? null : new Date(found.newest).toISOString() });
  }
  return sizes;
}

async function weigh(path: string): Promise<{ files: number; bytes: number; newest: number }> {
  // It may be gone by now: whoever uses the folder goes on using it.
  const found = await lstat(path).catch(() => undefined);
  if (!found) return { files: 0, bytes: 0, newest: 0 };
  if (!found.isDirectory()) return { files: 1, bytes: found.isFile() ? found.size : 0, newest: Math.trunc(found.mtimeMs) };
  const total = { files: 0, bytes: 0, newest: 0 };
  for (const name of await namesIn(path)) {
    const part = await weigh(join(path, name));
    total.files += part.files;
    total.bytes += part.bytes;
    total.newest = Math.max(total.newest, part.newest);
  }
  return total;
}

const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);
