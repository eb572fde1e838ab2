import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A stick with a FAT file system, as far as this machine can have one. */
export interface MountedStick {
  readonly path: string;
  /** What it really is. */
  readonly how: string;
  /** As a hand would: what is open may go on, nothing new is found there. */
  pull(): void;
  plugIn(): void;
  remove(): void;
}

const mebibyte = 1024 * 1024;

/** Why there is no stick, in one line; or the stick: the system's own FAT driver, or one that runs as a program (fusefat). */
export function mountStick(sizeMebibytes: number): MountedStick | { readonly none: string } {
  const root = mkdtempSync(join(tmpdir(), 'stick-'));
  const [path, image] = [join(root, 'mounted'), join(root, 'image')];
  mkdirSync(path);
  writeFileSync(image, '');
  truncateSync(image, sizeMebibytes * mebibyte);
  const made = run('mkfs.vfat', sizeMebibytes >= 64 ? '-F32' : '-n', ...(sizeMebibytes >= 64 ? [] : ['STICK']), image);
  const ways = [
    { how: 'the system’s FAT driver', mount: () => run('mount', '-o', 'loop,umask=000', image, path) },
    { how: 'FAT by fusefat', mount: () => (existsSync('/dev/fuse') ? run('fusefat', '-o', 'rw+', image, path) : 'no /dev/fuse') },
  ];
  const reasons = made === undefined ? [] : [made];
  const way = made === undefined ? ways.find(({ mount }) => noted(reasons, mount())) : undefined;
  if (!way) {
    rmSync(root, { recursive: true, force: true });
    return { none: reasons.join('; ') };
  }
  let mounted = true;
  const pull = () => {
    if (mounted) run('umount', '-l', path);
    mounted = false;
  };
  return {
    path,
    how: way.how,
    pull,
    plugIn: () => {
      if (!mounted && way.mount() !== undefined) throw new Error('the stick can’t be plugged in again');
      mounted = true;
    },
    remove: () => {
      pull();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function noted(reasons: string[], reason: string | undefined): boolean {
  if (reason !== undefined) reasons.push(reason);
  return reason === undefined;
}

/** Undefined where it went well; else why it didn't. */
function run(command: string, ...words: string[]): string | undefined {
  const { status, stderr, error } = spawnSync(command, words, { encoding: 'utf8', timeout: 20_000 });
  if (status === 0) return undefined;
  return `${command}: ${(error?.message ?? stderr).trim().split('\n')[0]}`;
}
