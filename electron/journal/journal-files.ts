import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** All that the journal ever does to a file. There is no truncate and no delete on purpose: what is written stays, unless it is redacted. */
export interface JournalFile {
  /** May write fewer bytes than given, as the system's own call may. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  read(into: Uint8Array, position: number): Promise<number>;
  syncData(): Promise<void>;
  sizeBytes(): Promise<number>;
  close(): Promise<void>;
}

export interface JournalFiles {
  /** Makes the folder and its parents, and makes them last. */
  makeFolder(path: string): Promise<void>;
  /** Names in a folder, or undefined if there is no such folder. */
  list(folder: string): Promise<string[] | undefined>;
  /** Creates a file that must not be there yet. */
  create(path: string): Promise<JournalFile>;
  /** `settle`: to write the newest entries once more, as they are. */
  open(path: string, purpose: 'read' | 'settle'): Promise<JournalFile>;
  syncFolder(path: string): Promise<void>;
  /** Other bytes for a whole file, by temporary name, sync, rename and the folder's sync: one of the two is there at any moment. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
}

export const diskFiles: JournalFiles = {
  makeFolder,
  list: async (folder) => {
    try {
      return await readdir(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
  // 0600: the bytes are sealed, but nobody else on the machine has business with them.
  create: async (path) => onDisk(await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, 0o600)),
  open: async (path, purpose) => onDisk(await open(path, purpose === 'read' ? 'r' : 'r+')),
  syncFolder,
  replace: async (path, bytes) => {
    // One name for each file: what a kill left behind is written over by the next attempt.
    const temporary = `${path}.tmp`;
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  },
};

function onDisk(handle: FileHandle): JournalFile {
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    syncData: () => handle.datasync(),
    sizeBytes: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  // Each new folder's name lies in its parent, so every parent down from the first one made is synced.
  const top = dirname(resolve(first));
  for (let folder = dirname(resolve(path)); folder.length >= top.length; folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder === dirname(folder)) break;
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows can't open a folder for flushing; NTFS journals its names.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}

/** Reads exactly this range, or fewer bytes where the file ends. */
export async function readRange(file: JournalFile, from: number, lengthBytes: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(lengthBytes);
  let done = 0;
  while (done < lengthBytes) {
    const got = await file.read(bytes.subarray(done), from + done);
    if (got === 0) break;
    done += got;
  }
  return bytes.subarray(0, done);
}

export async function writeAll(file: JournalFile, bytes: Uint8Array, from: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const wrote = await file.write(bytes.subarray(done), from + done);
    if (wrote === 0) throw new Error('The system wrote nothing and gave no reason');
    done += wrote;
  }
}
