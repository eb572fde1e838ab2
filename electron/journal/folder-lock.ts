import { randomBytes, randomInt } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { JournalLockedError, JournalWriteError } from './journal-error.ts';
import { isRunning, ownProcessMark } from './process-mark.ts';

export interface FolderLock {
  release(): Promise<void>;
}

const namePattern = /^lock-(\d{1,10})-([0-9a-z]+)-([0-9a-f]{16})$/;
const tries = 4;

/**
 * One writer to a folder. The lock is a file whose *name* says who holds it, so that it is whole the moment it is there and needs no
 * clean-up to be harmless: a holder that was killed is seen to be gone. Put down your own first, then look: of two that
 * start together, at least one sees the other, so never do both go on.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const mark = ownProcessMark();
  for (let attempt = 1; ; attempt++) {
    const own = `lock-${process.pid}-${mark}-${randomBytes(8).toString('hex')}`;
    await writeFile(join(folder, own), '', { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
      throw new JournalWriteError(error);
    });
    const release = () => rm(join(folder, own), { force: true });
    let holder: number | undefined;
    try {
      holder = await findHolder(folder, own);
    } catch (error) {
      await release();
      throw error;
    }
    if (holder === undefined) return { release };
    await release();
    if (attempt === tries) throw new JournalLockedError(folder, holder);
    // Both may have stepped back; they come again at different times.
    await sleep(randomInt(20, 120));
  }
}

async function findHolder(folder: string, own: string): Promise<number | undefined> {
  for (const name of await readdir(folder)) {
    const match = namePattern.exec(name);
    if (!match || name === own) continue;
    const pid = Number(match[1]);
    if (await isRunning(pid, match[2] ?? '')) return pid;
    await rm(join(folder, name), { force: true });
  }
  return undefined;
}
