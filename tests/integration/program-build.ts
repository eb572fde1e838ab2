import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../build/ensure-built.ts';

const longestBuildMs = 180_000;

/** Builds what is not built. Test files run side by side: one builds, the others wait, and none empties out/ under a running program. */
export function buildOnce(root: string): void {
  mkdirSync(join(root, 'out'), { recursive: true });
  const lock = join(root, 'out', '.building');
  while (!take(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    ensureBuilt(root, () => {});
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // Whoever took it was killed.
    const ageMs = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (ageMs > longestBuildMs) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
