import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removeDurably, writeDurably } from '../../vault/durable-file.ts';
import { liveFolder } from '../program-paths.ts';

/** Where a counter is built out of a backup: beside its place, and not where one is made that begins anew. */
export const restoringFolder = (data: string) => `${liveFolder(data)}.restoring`;

/** Lies in a restored counter that waits to take a damaged one's place. */
const waitsName = 'takes-the-place';

/** The restored counter is whole and was confirmed: the next start puts it in the place of the one that can't be opened. */
export function letTakeThePlace(data: string): Promise<void> {
  return writeDurably(join(restoringFolder(data), waitsName), new Uint8Array());
}

/** Clears away what was built. That it waits goes first: what is left of it after a kill must not be taken for a counter. */
export async function clearRestoring(data: string): Promise<void> {
  await removeDurably(join(restoringFolder(data), waitsName));
  await rm(restoringFolder(data), { recursive: true, force: true });
}

/**
 * The counter in that folder opened after all, where a restored one that waits could not be put in its place: it is worked on, so that
 * no later start may set it aside.
 */
export async function keepThePlace(userData: string): Promise<void> {
  const data = dirname(userData);
  if (userData === liveFolder(data)) await removeDurably(join(restoringFolder(data), waitsName));
}

/**
 * Before anything of the data folder is open: sets a counter aside that was damaged, under a name with the time, and puts the restored
 * one that waits in its place. Nothing is deleted: what is aside may hold entries that the backup doesn't. Killed at any point, the next
 * start goes on. Answers what went wrong; then everything is as it was, and the damaged counter's start stops again.
 */
export function placeRestored(data: string, now: Date, rename = renameHeld): unknown {
  const [live, restored] = [liveFolder(data), restoringFolder(data)];
  try {
    if (existsSync(join(restored, waitsName))) {
      const aside = `${live}.set-aside-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;
      const isThere = existsSync(live);
      if (isThere) rename(live, aside);
      try {
        rename(restored, live);
      } catch (error) {
        // Else this start would find a computer without a counter.
        if (isThere) rename(aside, live);
        throw error;
      }
      syncFolder(data);
    }
    rmSync(join(live, waitsName), { force: true });
    return undefined;
  } catch (error) {
    return error;
  }
}

const tries = 20;
const pauseMs = 100;

/** On Windows something that is not ours may still hold a file of it for a moment. */
function renameHeld(from: string, to: string): void {
  for (let left = tries; ; left--) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!held || process.platform !== 'win32' || left === 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}

function syncFolder(folder: string): void {
  // Windows has no way to sync a folder; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
