import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type Event, powerMonitor, protocol, type Session } from 'electron';
import type { DeskHands, DeskOptions, Host, HostPaths, HostSecrets, RecordsPage } from '../host.ts';
import { createPages } from '../pages.ts';
import type { Port } from '../port.ts';
import { ElectronHostError } from './electron-host-error.ts';
import { findKeyring } from './keyring.ts';
import { OwnWindow } from './own-window.ts';
import { appScheme, openPageSession, type PageName, pageOrigin } from './page-session.ts';
import { applyRules } from './security/apply-rules.ts';
import { findWeakening } from './security/browser-sandbox.ts';
import { removeMenu } from './security/developer-tools.ts';

export interface ElectronHostOptions extends HostPaths {
  /** The built pages: out/renderer. */
  renderer: string;
  /** out/preload/preload.cjs */
  preload: string;
  /** The desk's window is never shown. */
  headless: boolean;
  log(line: string): void;
}

const reloadDelayMs = 500;

/**
 * Starts Electron's windows. Must be called before Electron is ready, so before main awaits anything, and not be awaited at main's top
 * level, for which Electron waits. Throws ElectronHostError; with `already-running`, the first one is in front now.
 */
export async function startElectronHost(options: ElectronHostOptions): Promise<ElectronHost> {
  if (app.isReady())
    throw new ElectronHostError('too-late', 'The host was started after Electron was ready, too late for its rules.');
  const release = app.isPackaged;
  const weakening = findWeakening(app.commandLine);
  if (release && weakening !== undefined)
    throw new ElectronHostError(
      'unsafe',
      `Talent Counter doesn't start with --${weakening}: its pages would stand without their walls.`,
    );
  const profile = join(options.userData, 'pages-electron');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
  app.setPath('sessionData', profile);
  // The lock belongs to the folder that was just set.
  if (!app.requestSingleInstanceLock())
    throw new ElectronHostError('already-running', 'Talent Counter is already running; its window was brought to the front.');
  protocol.registerSchemesAsPrivileged([appScheme]);
  applyRules({ release, log: options.log });
  await app.whenReady();
  if (release) removeMenu(process.platform);
  const words = weakening === undefined ? 'in its own sandbox' : `with --${weakening}`;
  return new ElectronHost({ options, release, words, secrets: await findKeyring(process.platform) });
}

/** Electron starts this program again, with the same arguments, once it has ended. */
export function relaunchElectron(): void {
  app.relaunch();
}

interface Parts {
  options: ElectronHostOptions;
  release: boolean;
  /** `in its own sandbox` */
  words: string;
  secrets: HostSecrets | undefined;
}

export class ElectronHost implements Host {
  readonly name = 'electron';
  readonly description: string;
  readonly paths: HostPaths;
  readonly secrets: HostSecrets | undefined;
  readonly #options: ElectronHostOptions;
  readonly #release: boolean;
  readonly #sessions: Record<PageName, Session>;
  readonly #windows = new Set<OwnWindow>();
  readonly #quitListeners: Array<() => void> = [];
  #desk: OwnWindow | undefined;
  #hasQuit = false;
  #closing: Promise<void> | undefined;

  constructor({ options, release, words, secrets }: Parts) {
    const { userData, papers, resources, renderer } = options;
    this.#options = options;
    this.#release = release;
    this.secrets = secrets;
    this.description = `Electron ${process.versions.electron} (Chromium ${process.versions['chrome']}) ${words}`;
    this.paths = { userData, papers, resources };
    const session = (page: PageName, fonts: { fonts?: string }) =>
      openPageSession(page, createPages({ origin: pageOrigin(page), renderer, page, ...fonts }));
    this.#sessions = { desk: session('desk', { fonts: join(resources, 'fonts') }), records: session('records', {}) };
    app.on('second-instance', () => this.#bringToFront());
    // Nothing ends by itself: the program is told, does its last things, and calls `close`.
    app.on('window-all-closed', () => {});
    app.on('before-quit', (event) => this.#quit(event));
    powerMonitor.on('shutdown', (event?: Event) => this.#quit(event));
  }

  async openRecordsPage(): Promise<RecordsPage> {
    const { promise: gone, resolve: leave } = Promise.withResolvers<string>();
    const { promise: opened, resolve: open } = Promise.withResolvers<Port>();
    const page = this.#open({
      page: 'records',
      look: { skipTaskbar: true, focusable: false },
      onPort: open,
      onCrash: () => {
        leave('crashed');
        void page.close();
      },
    });
    void page.closed.then(() => leave('closed'));
    // A page that doesn't load gives no port either.
    page.load().catch(() => page.close());
    const port = await Promise.race([opened, gone]);
    if (typeof port === 'string') throw new ElectronHostError('gone', `The records page ${port} while it opened.`);
    const clearStorage = () => this.#sessions.records.clearStorageData({ storages: ['indexdb'] });
    return { port, gone, clearStorage, close: () => page.close() };
  }

  async openDesk({ title, onPort }: DeskOptions): Promise<void> {
    if (this.#desk !== undefined) return this.#bringToFront();
    const { headless, log } = this.#options;
    const desk = this.#open({
      page: 'desk',
      look: { title, width: 1366, height: 768, autoHideMenuBar: true },
      onPort,
      onCrash: (reason) => {
        log(`The desk page ended (${reason}) and was loaded again.`);
        // Not at once: a page that ends at its first line would otherwise keep the machine busy.
        setTimeout(() => desk.window.isDestroyed() || desk.load().catch(() => {}), reloadDelayMs);
      },
    });
    this.#desk = desk;
    void desk.closed.then(() => this.#quit());
    desk.window.on('session-end', () => this.#quit());
    desk.window.once('ready-to-show', () => {
      if (headless) return;
      desk.window.maximize();
      desk.window.show();
    });
    await desk.load();
    log(`${title}: the desk is open.`);
  }

  handsOnDesk(): DeskHands {
    const contents = this.#desk?.window.webContents;
    if (contents === undefined) throw new ElectronHostError('gone', 'There is no desk window.');
    if (!contents.debugger.isAttached()) contents.debugger.attach('1.3');
    return { send: (method, params = {}) => contents.debugger.sendCommand(method, params) };
  }

  onSecondStart(listener: () => void): void {
    app.on('second-instance', () => listener());
  }

  onQuit(listener: () => void): void {
    this.#quitListeners.push(listener);
    if (this.#hasQuit) queueMicrotask(listener);
  }

  onSuspend(listener: () => void): void {
    powerMonitor.on('suspend', listener);
  }

  onResume(listener: () => void): void {
    powerMonitor.on('resume', listener);
  }

  /** The process itself ends in the turn after this resolves: whatever else is to be closed is closed before. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    for (const window of this.#windows) await window.close();
    setImmediate(() => app.exit(Number(process.exitCode ?? 0)));
  }

  #open(options: Pick<ConstructorParameters<typeof OwnWindow>[0], 'page' | 'look' | 'onPort' | 'onCrash'>): OwnWindow {
    const { preload } = this.#options;
    const window = new OwnWindow({ ...options, session: this.#sessions[options.page], preload, release: this.#release });
    this.#windows.add(window);
    void window.closed.then(() => this.#windows.delete(window));
    return window;
  }

  #quit(event?: Event): void {
    if (this.#closing !== undefined) return;
    event?.preventDefault();
    if (this.#hasQuit) return;
    this.#hasQuit = true;
    for (const listener of this.#quitListeners) listener();
  }

  #bringToFront(): void {
    const window = this.#desk?.window;
    if (window === undefined || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }
}
