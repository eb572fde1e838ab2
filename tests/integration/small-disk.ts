import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mebibyte = 1024 * 1024;

export type DiskKind = 'ext4' | 'tmpfs';

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  readonly dir: string;
  /** Leaves so much free by a file that takes the rest; nothing is taken where that is already so. */
  leaveFree(mebibytes: number): void;
  /** Gives all of that back. */
  makeRoom(): void;
  freeMebibytes(): number;
  remove(): void;
}

/** Says so where no disk may be mounted; everybody else is told why the test fails. */
export const mayNotMount = process.env['TALENT_COUNTER_NO_MOUNTS'] === '1';

/** Mounts an ext4 image or a tmpfs. Throws with the system's own words where that isn't allowed here: a full disk can't be tried then. */
export function mountSmallDisk(kind: DiskKind, sizeMebibytes: number): SmallDisk {
  const root = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const at = join(root, 'mounted');
  mkdirSync(at);
  const image = join(root, 'image');
  try {
    if (kind === 'ext4') {
      writeFileSync(image, '');
      truncateSync(image, sizeMebibytes * mebibyte);
      run('mkfs.ext4', '-q', '-m', '0', image);
      run('mount', '-o', 'loop', image, at);
    } else {
      run('mount', '-t', 'tmpfs', '-o', `size=${sizeMebibytes}m`, 'tmpfs', at);
    }
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
  const dir = join(at, 'counter');
  // Whoever the browser runs as must get through to its own folder in there.
  mkdirSync(dir, { mode: 0o711 });
  const filling = join(at, 'filling');
  let part = 0;
  const freeMebibytes = () => {
    const { bavail, bsize } = statfsSync(at);
    return (bavail * bsize) / mebibyte;
  };
  return {
    dir,
    freeMebibytes,
    leaveFree: (mebibytes) => {
      const take = Math.floor(freeMebibytes() - mebibytes);
      if (take > 0) run('fallocate', '-l', `${take}MiB`, `${filling}-${++part}`);
      if (mebibytes === 0) fillUp(`${filling}-${++part}`);
    },
    makeRoom: () => {
      for (; part > 0; part -= 1) rmSync(`${filling}-${part}`, { force: true });
    },
    remove: () => {
      // Whatever still looks at it must not keep the folder mounted.
      run('umount', '-l', at);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** To the last block. */
function fillUp(path: string): void {
  const block = new Uint8Array(4_096);
  try {
    for (;;) appendFileSync(path, block);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOSPC') throw error;
  }
}

function run(command: string, ...words: string[]): void {
  const { status, stderr, error } = spawnSync(command, words, { encoding: 'utf8' });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim();
  throw new Error(
    `A small disk can't be made here (${command}: ${why}). Run as root on Linux, or set TALENT_COUNTER_NO_MOUNTS=1 to go without this proof.`,
  );
}
