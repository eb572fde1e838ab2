import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a backup asks of a file system. Tests put a failing one in its place. */
export interface DiskFiles {
  list(folder: string): Promise<string[]>;
  read(path: string): Promise<Uint8Array>;
  /** Writes a file that is whole and on the disk under its name, or isn't there. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Makes one folder whose parent is there. A parent that went away must not be made anew: it was a stick. */
  makeFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  sizeBytes(path: string): Promise<number>;
  /** Which disk a path lies on. */
  device(path: string): Promise<number>;
  freeBytes(path: string): Promise<number>;
  realPath(path: string): Promise<string>;
}

export const temporaryEnding = '.tmp';

export const diskFiles: DiskFiles = {
  list: (folder) => readdir(folder),
  read: (path) => readFile(path),
  write: writeWhole,
  makeFolder: async (path) => {
    try {
      await mkdir(path, { mode: 0o700 });
    } catch (error) {
      if ((error as { code?: unknown }).code === 'EEXIST') return;
      throw error;
    }
    await syncFolder(dirname(path));
  },
  remove: async (path) => rm(path, { force: true }),
  sizeBytes: async (path) => (await stat(path)).size,
  device: async (path) => (await stat(path)).dev,
  freeBytes: async (path) => {
    const { bavail, bsize, blocks } = await statfs(path);
    // Some shares and drivers tell nothing of their size: a full one then says so when it is written to.
    return blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize;
  },
  realPath: (path) => realpath(path),
};

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}${temporaryEnding}`;
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
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Not every file system of a stick can sync a folder, and Windows has no way to: the check at the end reads everything back anyway. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM'].includes(String((error as { code?: unknown }).code))) throw error;
  }
}
