import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';

const sources = ['{electron,renderer,shared}/**/*.*', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig*.json'];
const built = ['main/main.js', 'preload/preload.cjs', 'renderer/desk/index.html', 'renderer/records/index.html'];

/** Builds out/ where it is missing or was built from other sources; says so only when it does. Throws CommandError with the build's own words. */
export function ensureBuilt(root: string, say: (line: string) => void): void {
  const out = join(root, 'out');
  const mark = join(out, 'sources.sha256');
  const hash = hashSources(root);
  const isWhole = built.every((file) => existsSync(join(out, file)));
  if (isWhole && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  say('Building the program …');
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const run = spawnSync(process.execPath, [electronVite, 'build'], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new CommandError(`The program could not be built.\n${run.stdout}${run.stderr}`);
  writeFileSync(mark, hash);
}

/** By content: a checkout gives every file a new time. Tests are no part of the program. */
function hashSources(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of files.sort()) {
    const content = createHash('sha256').update(readFileSync(join(root, file)));
    hash.update(`${file}\0`).update(content.digest());
  }
  return hash.digest('hex');
}
