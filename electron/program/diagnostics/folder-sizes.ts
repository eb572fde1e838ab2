import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface FolderSize {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** When the newest of them was changed. */
  readonly newest: string | null;
}

/** What lies in a data folder by the program's own doing, on either host. */
const ours = new Set(
  'journal vault files attachments snapshot pages pages-electron logs instance.sock counter counter.new trial'.split(' '),
);
const others = 'other';

/**
 * How many files each part of a folder has and how big they are, and never what they are called: some name nobody, but none need be told.
 * What somebody else put there counts as `other`, since its name may be anybody's.
 */
export async function folderSizes(folder: string): Promise<FolderSize[]> {
  const parts = new Map<string, { files: number; bytes: number; newest: number }>();
  for (const name of (await namesIn(folder)).sort()) {
    const found = await weigh(join(folder, name));
    const part = ours.has(name) ? name : others;
    const { files, bytes, newest } = parts.get(part) ?? { files: 0, bytes: 0, newest: 0 };
    parts.set(part, { files: files + found.files, bytes: bytes + found.bytes, newest: Math.max(newest, found.newest) });
  }
  return [...parts].map(([name, { newest, ...found }]) => ({
    name,
    ...found,
    newest: newest === 0 ? null : new Date(newest).toISOString(),
  }));
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
