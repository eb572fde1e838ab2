import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFiles, type JournalFile, type JournalFiles } from '../../electron/journal/journal-files.ts';
import type { Journal, JournalOptions } from '../../electron/journal/open-journal.ts';

export const testKeys: Readonly<Record<number, Uint8Array>> = {
  1: Uint8Array.from({ length: 32 }, (_, i) => i),
  2: Uint8Array.from({ length: 32 }, (_, i) => 255 - i),
};

export function journalOptions(dir: string, changes: Partial<JournalOptions> = {}): JournalOptions {
  return { dir, log: 'own', epoch: 1, keyOf: (epoch) => testKeys[epoch], marks: [], ...changes };
}

export function tempFolder(): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'journal-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** The same bytes for the same seed, so that a writer can be held to golden segments. */
export function seededRandom(seed: string): (sizeBytes: number) => Uint8Array {
  let count = 0;
  return (sizeBytes) => {
    count += 1;
    return new Uint8Array(createHash('sha512').update(`${seed}/${count}`).digest().subarray(0, sizeBytes));
  };
}

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const bytesText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Texts of a log from 1 to its head; a redacted entry is `undefined`. */
export async function readTexts(journal: Journal): Promise<(string | undefined)[]> {
  const texts: (string | undefined)[] = [];
  for await (const entry of journal.entries(1)) texts.push(entry.redacted ? undefined : bytesText(entry.payload));
  return texts;
}

/** Every file of a folder with its bytes, to see that nothing was changed. */
export function folderBytes(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tcj'));
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

/** What an error says of itself, or `undefined` where there was none. */
export async function codeThrown(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code !== 'string') throw error;
    return code;
  }
}

export type FileCall = 'create' | 'write' | 'sync' | 'folder';

/** The real disk, but `before` sees each call that changes something, and may throw in its place. */
export function watchedFiles(before: (call: FileCall, path: string) => void): JournalFiles {
  const watch = (path: string, file: JournalFile): JournalFile => ({
    ...file,
    write: async (bytes, position) => {
      before('write', path);
      return file.write(bytes, position);
    },
    syncData: async () => {
      before('sync', path);
      return file.syncData();
    },
  });
  return {
    ...diskFiles,
    create: async (path) => {
      before('create', path);
      return watch(path, await diskFiles.create(path));
    },
    open: async (path, purpose) => watch(path, await diskFiles.open(path, purpose)),
    syncFolder: async (path) => {
      before('folder', path);
      return diskFiles.syncFolder(path);
    },
    replace: async (path, bytes) => {
      before('write', path);
      return diskFiles.replace(path, bytes);
    },
  };
}

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
