import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type HostName = 'electron' | 'chromium';

/** What this machine has. */
export interface HostFacts {
  /** Electron's program file, where it is installed. */
  electron: string | undefined;
  /** The system's Chromium, or the sentence that says what to install. */
  chromium: string | { missing: string };
  /** Root on Linux, for whom Chromium, in Electron too, refuses its own sandbox. */
  isRoot: boolean;
}

export interface HostChoice {
  host: HostName;
  binary: string;
  /** For the one line that a start says. */
  why: string;
}

/** No host can be chosen; the message tells a person what to do. */
export class HostChoiceError extends Error {
  override readonly name = 'HostChoiceError';
}

const installElectron = 'install its binary (npx install-electron)';
const notForRoot = "Electron's sandbox doesn't work for root";

/** Electron where its binary is and may run, else the system's Chromium; `wanted` alone where it is said. Throws HostChoiceError. */
export function chooseHost(wanted: HostName | undefined, { electron, chromium, isRoot }: HostFacts): HostChoice {
  if (wanted === 'electron') {
    if (electron === undefined)
      throw new HostChoiceError(`Electron is not here: ${installElectron}, or start with --host=chromium.`);
    if (isRoot) throw new HostChoiceError(`${notForRoot}: start as an ordinary user, or with --host=chromium.`);
    return { host: 'electron', binary: electron, why: 'asked for' };
  }
  if (wanted === undefined && electron !== undefined && !isRoot)
    return { host: 'electron', binary: electron, why: 'its binary is installed' };
  const notElectron = electron === undefined ? "Electron's binary is not installed" : notForRoot;
  if (typeof chromium === 'string')
    return { host: 'chromium', binary: chromium, why: wanted === 'chromium' ? 'asked for' : notElectron };
  if (wanted === 'chromium') throw new HostChoiceError(chromium.missing);
  const elseElectron = electron === undefined ? `For Electron ${installElectron}.` : 'For Electron start as an ordinary user.';
  throw new HostChoiceError(`${notElectron}. ${chromium.missing} ${elseElectron}`);
}

/** `--host=electron` or `--host=chromium` among a command's arguments. Throws HostChoiceError for any other host. */
export function findWantedHost(args: readonly string[]): HostName | undefined {
  const said = args.findLast((arg) => arg === '--host' || arg.startsWith('--host='));
  if (said === undefined) return undefined;
  const name = said.slice('--host='.length);
  if (name === 'electron' || name === 'chromium') return name;
  throw new HostChoiceError('The host is chosen by --host=electron or --host=chromium.');
}

/**
 * The program file that Electron's installer left, if it is of the package's own version. `electronPackage` (node_modules/electron) is
 * only looked at: requiring it from plain Node would start a download.
 */
export function findElectron(electronPackage: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const elsewhere = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const dist = elsewhere === undefined || elsewhere === '' ? join(electronPackage, 'dist') : elsewhere;
  try {
    const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')) as { version: string };
    const installed = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    if (installed !== version) return undefined;
    const program = join(dist, electronFile());
    accessSync(program, constants.X_OK);
    return program;
  } catch {
    return undefined;
  }
}

function electronFile(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
