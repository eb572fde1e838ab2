import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A disk of its own: an ext4 file system in a file, mounted on a loop device. */
export interface DiskImage {
  /** Where it is mounted; empty but for `lost+found` at the beginning. */
  readonly dir: string;
  /** Copies the image as it is at this moment: what the kernel still held back is not in it, as after a power cut. */
  freeze(): void;
  /** Puts the copy in the image's place and mounts that. Whoever worked on the disk has ended. */
  thaw(): Promise<void>;
  /** Unmounts it; the image stays, and is where this says. */
  keep(): Promise<string>;
  remove(): Promise<void>;
}

const sizeMiB = 600;

/** Whether this machine lets somebody mount an image: Linux, the system's administrator, and loop devices. */
export function whyNoImage(): string | undefined {
  if (process.platform !== 'linux') return 'there are no loop devices on this system';
  if (process.getuid?.() !== 0) return 'only root may mount an image';
  try {
    execFileSync('losetup', ['--find'], { stdio: 'pipe' });
    execFileSync('mkfs.ext4', ['-V'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

/** Makes the image and mounts it. Throws where `whyNoImage` says why; `TALENT_COUNTER_NO_MOUNTS=1` lets the tests go without. */
export function newDiskImage(): DiskImage {
  const home = mkdtempSync(join(tmpdir(), 'counter-disk-'));
  chmodSync(home, 0o711);
  const [image, frozen, dir] = [join(home, 'disk'), join(home, 'frozen'), join(home, 'mounted')];
  mkdirSync(dir);
  execFileSync('truncate', ['-s', `${sizeMiB}M`, image]);
  execFileSync('mkfs.ext4', ['-q', '-F', image]);
  // As systems do by default, but for barriers that a loop device passes on anyway.
  const mount = () => execFileSync('mount', ['-o', 'loop', image, dir]);
  mount();
  return {
    dir,
    freeze: () => execFileSync('cp', ['--sparse=always', image, frozen]),
    thaw: async () => {
      await unmount(dir);
      renameSync(frozen, image);
      mount();
    },
    keep: async () => {
      await unmount(dir);
      return image;
    },
    remove: async () => {
      await unmount(dir);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const unmountPatienceMs = 20_000;

/** A browser whose program has ended is a moment longer on the disk. */
async function unmount(dir: string): Promise<void> {
  const until = Date.now() + unmountPatienceMs;
  for (;;) {
    try {
      execFileSync('umount', [dir], { stdio: 'pipe' });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(100);
    }
  }
}
