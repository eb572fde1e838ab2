import { statSync, unlinkSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { sealedEnding } from './file-keys.ts';

/**
 * Removes the sealed files that are not to be kept and that nobody touched since then; how many. Looking at a file's time and removing
 * it is one step that nothing gets in between: a file that is touched at the same moment stays, or is seen to be gone by whoever touches it.
 */
export async function sweepFolder(
  folder: string,
  { keep, before }: { readonly keep: ReadonlySet<string>; readonly before: Date },
): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith(sealedEnding) || keep.has(name)) continue;
    await setImmediate();
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Number.POSITIVE_INFINITY };
    if (mtimeMs >= before.getTime()) continue;
    unlinkSync(path);
    removed += 1;
  }
  return removed;
}
