import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { refuse } from '../../shared/domain/refusal.ts';

const temporaryEnding = '.tmp';

/**
 * Writes a whole file so that a kill or a power cut leaves the old one or the new one, never a part: temporary name, sync, rename,
 * sync of the folder. Throws the refusal `disk-full` where there is no space; the old file is then as it was.
 */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}${temporaryEnding}`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throwDiskFull(error);
    throw error;
  }
}

/** The file's bytes, or undefined where there is none. Any other trouble throws as what it is. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes a file for good; whether there was one. */
export async function removeDurably(path: string): Promise<boolean> {
  try {
    await unlink(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  await syncFolder(dirname(path));
  return true;
}

/** Puts a folder that was written elsewhere on the same disk in its place, where there is none or an empty one. */
export async function placeFolder(from: string, to: string): Promise<void> {
  // Windows doesn't rename over an empty folder.
  await rmdir(to).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Makes a folder that only its owner can look into, and its parents; all their names last. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throwDiskFull(error);
    throw error;
  });
  if (first === undefined) return;
  const made = relative(dirname(first), folder).split(sep);
  for (const at of made.keys()) await syncFolder(join(dirname(first), ...made.slice(0, at)));
}

/** The same, and clears away what killed writers left half-written. */
export async function openFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  for (const name of await readdir(folder)) if (name.endsWith(temporaryEnding)) await unlink(join(folder, name));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no way to sync a folder; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function throwDiskFull(error: unknown): void {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') refuse('disk-full', {});
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
