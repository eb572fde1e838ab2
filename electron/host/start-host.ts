import type { ChromiumHostOptions } from './chromium/chromium-host.ts';
import type { Host } from './host.ts';

// Awaited here, so that it is there before Electron is ready; plain Node never loads it.
const electronHost = process.versions['electron'] === undefined ? undefined : await import('./electron/electron-host.ts');

export interface StartHostOptions extends ChromiumHostOptions {
  /** out/preload/preload.cjs; only Electron has a use for it. */
  preload: string;
}

/**
 * The host that this process can be: Electron's windows inside Electron, the system's Chromium from plain Node. Main calls it before it
 * awaits anything and doesn't await it at its own top level: Electron's rules must stand before it is ready, and it waits for main.
 * Throws ElectronHostError or ChromiumError.
 */
export async function startHost(options: StartHostOptions): Promise<Host> {
  if (electronHost !== undefined) return electronHost.startElectronHost(options);
  const { startChromiumHost } = await import('./chromium/chromium-host.ts');
  return startChromiumHost(options);
}

/** What a program on the system's Chromium ends with when it is to be started anew at once, by whatever started it (`npm start`). */
export const startAgainCode = 75;

/** Before the program closes its host: another one is to begin when this one has ended. */
export function startAgain(): void {
  if (electronHost !== undefined) electronHost.relaunchElectron();
  else process.exitCode = startAgainCode;
}

/** Another one holds this data folder and has been brought to the front: this start ends without a fault. */
export const isAlreadyRunning = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'already-running';
