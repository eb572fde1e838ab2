import { accessSync, constants, globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DemoError, sayTrouble } from './demo-error.ts';
import { paperFolder, screenFolder } from './demo-summary.ts';

/**
 * Makes the demo's folder ready. What an earlier demo wrote is removed, whatever else lies there is left alone. Throws DemoError where
 * nothing can be written.
 */
export function prepareFolder(out: string): void {
  try {
    for (const folder of [out, paperFolder(out), screenFolder(out)]) {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
    }
    const earlier = ['summary.json', 'card-keys.jwks.json', 'approval.pdf', 'paper/*.pdf', 'screens/*.png'];
    for (const file of globSync(earlier, { cwd: out })) rmSync(join(out, file), { force: true });
  } catch (error) {
    const trouble = sayTrouble(error);
    throw trouble === undefined ? error : new DemoError(trouble, { cause: error });
  }
}
