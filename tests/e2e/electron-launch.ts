import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../electron/host/choose-host.ts';

const root = join(import.meta.dirname, '..', '..');

export interface ElectronLaunch {
  /** `--data`, a folder of this run alone. */
  data: string;
  /** `--papers` */
  papers: string;
}

export interface LaunchedElectron {
  app: ElectronApplication;
  desk: Page;
  /** Quits as a person would; resolves when the process has ended. */
  close(): Promise<void>;
}

/** Electron's program file where it is installed. Nothing is ever downloaded. */
export const electronBinary = (): string | undefined => findElectron(join(root, 'node_modules', 'electron'));

/** The built program in Electron, with the same windows and rules as at a counter; out/ must be there. Needs a display. */
export async function launchElectron({ data, papers }: ElectronLaunch): Promise<LaunchedElectron> {
  const executablePath = electronBinary();
  if (executablePath === undefined) throw new Error("Electron's binary is not installed here (npx install-electron gets it).");
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env as Record<string, string>;
  // Electron refuses to run for root with the browser's sandbox, which is all that this takes away: contextIsolation, the pages' own
  // rules and everything else stay. The product does not start so.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath,
    args: [...asRoot, root, '--data', data, '--papers', papers],
    cwd: root,
    env,
  });
  return { app, desk: await findDesk(app), close: () => app.close() };
}

/** A window is reported before it has loaded, so its address is looked at until it is the desk's. */
async function findDesk(app: ElectronApplication): Promise<Page> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const desk = app.windows().find((page) => page.url().startsWith('app://desk/'));
    if (desk !== undefined) return desk;
    if (performance.now() > deadline) throw new Error('No desk was opened in Electron.');
    await wait(50);
  }
}
