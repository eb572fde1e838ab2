/**
 * Builds, then runs every test but the long ones: vitest's, then the end-to-end tests on the running program. The line before the last
 * says whether those ran on Electron too; the last is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../build/ensure-built.ts';
import { type Counts, countPlaywright, countVitest, type PlaywrightReport, type VitestReport } from './runner/counts.ts';

const reports = mkdtempSync(join(tmpdir(), 'talent-counter-tests-'));

/** Runs a program of node_modules with its output shown; whether it ended well. */
function run(name: string, args: string[], env: Record<string, string> = {}): boolean {
  return spawnSync(join('node_modules', '.bin', name), args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** What a program's JSON reporter wrote, or undefined where it did not get so far. */
function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

/** A run that failed without a failed test failed all the same. */
const honest = <C extends Counts>(counts: C, ok: boolean): C => (ok || counts.failed > 0 ? counts : { ...counts, failed: 1 });

function runVitest(): Counts {
  const file = join(reports, 'vitest.json');
  const ok = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = readReport<VitestReport>(file);
  return report ? honest(countVitest(report), ok) : { passed: 0, failed: 1 };
}

/** Electron's own binary; asking the package for it would start a download. */
const electronInstalled = ['electron', 'electron.exe', 'Electron.app'].some((name) =>
  existsSync(join('node_modules', 'electron', 'dist', name)),
);

function runEndToEnd(built: boolean): Counts & { words: string } {
  const notRun = 'End-to-end tests did not run on Electron';
  if (!existsSync('playwright.config.ts')) return { passed: 0, failed: 0, words: `${notRun}: there are none yet.` };
  if (!built) return { passed: 0, failed: 1, words: `${notRun}, nor elsewhere: the build failed.` };
  const file = join(reports, 'playwright.json');
  const ok = run('playwright', ['test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const report = readReport<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1, words: `${notRun}: Playwright did not get so far.` };
  const counts = honest(countPlaywright(report, electronInstalled), ok);
  if (counts.onElectron > 0) return { ...counts, words: `${counts.onElectron} end-to-end tests ran on Electron.` };
  const why = electronInstalled ? 'no test is meant for it' : 'its binary is not installed here';
  return { ...counts, words: `${notRun}: ${why}. On Chromium they did.` };
}

/** Where the build fails, the other tests still say what they have to say. */
function isBuilt(): boolean {
  try {
    ensureBuilt(join(import.meta.dirname, '..'), console.log);
    return true;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return false;
  }
}

const built = isBuilt();
const units = runVitest();
const endToEnd = runEndToEnd(built);
rmSync(reports, { recursive: true, force: true });

const passed = units.passed + endToEnd.passed;
const failed = units.failed + endToEnd.failed + (built ? 0 : 1);
console.log(endToEnd.words);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
