import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { HostFacts } from '../electron/host/choose-host.ts';
import { findElectron } from '../electron/host/choose-host.ts';
import { ChromiumError } from '../electron/host/chromium/chromium-error.ts';
import { findChromium } from '../electron/host/chromium/find-chromium.ts';

const shellCheckMs = 500;

export const root = join(import.meta.dirname, '..');
export const electronPackage = join(root, 'node_modules', 'electron');

/** What there is to run the program on. */
export async function findFacts(): Promise<HostFacts> {
  const chromium = await findChromium().catch((error: unknown) => {
    if (error instanceof ChromiumError) return { missing: error.message };
    throw error;
  });
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return { electron: await findElectron(electronPackage), chromium, isRoot };
}

/** Runs a program to its end and gives its exit code. It ends itself when it is asked to; this process only waits for it. */
export function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  let isAsked = false;
  // Ctrl+C and a closed terminal reach the whole group, kill only this process: so it is passed on, once, and by a signal that a program
  // which was reached already takes for the same wish.
  const ask = () => {
    if (!isAsked) child.kill('SIGTERM');
    isAsked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  watchShell(ask);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** npm passes a signal on to the shell between itself and this process, and that one ends without a word to its child. */
function watchShell(onEnd: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const look = () => {
    if (process.ppid !== shell) onEnd();
  };
  setInterval(look, shellCheckMs).unref();
}

/** The environment for a host: Electron must not take itself for a plain Node, and Chromium is the one that was found. */
export function hostEnvironment(chromium: string | undefined): NodeJS.ProcessEnv {
  // Set in the terminals of some editors.
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  return chromium === undefined ? env : { ...env, TALENT_COUNTER_CHROMIUM: chromium };
}
