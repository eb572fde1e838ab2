import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findElectron } from '../electron/host/choose-host.ts';

const timeoutMs = 120_000;

/** Electron's program file. Where it is missing, its own installer is tried once and not for long. */
export function getElectron(electronPackage: string, say: (line: string) => void): string | undefined {
  const there = findElectron(electronPackage);
  if (there !== undefined) return there;
  say(`Electron's binary is not installed; trying to get it, for ${timeoutMs / 60_000} minutes at most …`);
  spawnSync(process.execPath, [join(electronPackage, 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: timeoutMs,
  });
  return findElectron(electronPackage);
}
