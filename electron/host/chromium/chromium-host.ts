import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskHands, DeskOptions, Host, HostPaths, RecordsPage } from '../host.ts';
import { createPages } from '../pages.ts';
import type { Port } from '../port.ts';
import { ChromiumError } from './chromium-error.ts';
import { deskOrigin } from './desk-origin.ts';
import { findChromium } from './find-chromium.ts';
import { type Browser, launchBrowser } from './launch-browser.ts';
import { OwnPage } from './own-page.ts';
import { findSingleInstance, type SingleInstance } from './single-instance.ts';
import { type SleepWatch, watchSleep } from './sleep-watch.ts';
import { type OwnTarget, Targets } from './targets.ts';

export interface ChromiumHostOptions extends HostPaths {
  /** The built pages: out/renderer. */
  renderer: string;
  headless: boolean;
  log(line: string): void;
  /** The browser to run; found by itself otherwise. */
  binary?: string;
  /** Tests only: lets Playwright attach over loopback. 0 takes any free port. */
  debugPort?: number;
  /** Tests only: what a camera shows. */
  fakeCamera?: string;
}

/** A page of ours that has loaded asks for its port at once; one whose code doesn't run never does. */
const openTimeoutMs = 20_000;
const recordsOrigin = 'https://records.talent-counter.invalid';

/** Starts the system's Chromium as the program's windows. Throws ChromiumError; with `already-running`, the first one is in front now. */
export async function startChromiumHost(options: ChromiumHostOptions): Promise<ChromiumHost> {
  const binary = options.binary ?? (await findChromium());
  // Where the browser gets a user of its own, that one must pass through to its profile, and may read nothing on the way.
  await mkdir(dirname(options.userData), { recursive: true, mode: 0o711 });
  await mkdir(options.userData, { recursive: true, mode: 0o700 });
  const instance = await findSingleInstance(options.userData);
  if (instance === undefined)
    throw new ChromiumError('already-running', 'Talent Counter is already running; its window was brought to the front.');
  try {
    const browser = await launchBrowser({ ...options, binary, debugPort: options.debugPort, fakeCamera: options.fakeCamera });
    const targets = new Targets(browser.cdp, options.log);
    const first = await targets.start();
    await browser.cdp.browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    return new ChromiumHost({ options, browser, targets, first, instance });
  } catch (error) {
    await instance.release();
    throw error;
  }
}

interface Parts {
  options: ChromiumHostOptions;
  browser: Browser;
  targets: Targets;
  first: OwnTarget;
  instance: SingleInstance;
}

export class ChromiumHost implements Host {
  readonly name = 'chromium';
  readonly description: string;
  readonly paths: HostPaths;
  readonly secrets = undefined;
  /** Tests only: where Playwright's connectOverCDP attaches. */
  readonly debugEndpoint: string | undefined;
  readonly #parts: Parts;
  readonly #sleep: SleepWatch;
  readonly #quitListeners: Array<() => void> = [];
  readonly #suspendListeners: Array<() => void> = [];
  readonly #resumeListeners: Array<() => void> = [];
  readonly #signalled = () => this.#quit();
  #deskOpened = false;
  #closing: Promise<void> | undefined;
  #hasQuit = false;

  constructor(parts: Parts) {
    const { options, browser } = parts;
    this.#parts = parts;
    this.description = `Chromium ${browser.version} ${browser.words}`;
    this.debugEndpoint = browser.debugEndpoint;
    this.paths = { userData: options.userData, papers: options.papers, resources: options.resources };
    this.#sleep = watchSleep(() => {
      // Only known afterwards; what must happen before sleep then happens at the first chance after it.
      for (const listener of [...this.#suspendListeners, ...this.#resumeListeners]) listener();
    });
    parts.instance.onSecondStart(() => this.#bringToFront());
    process.on('SIGTERM', this.#signalled);
    process.on('SIGINT', this.#signalled);
    process.on('SIGHUP', this.#signalled);
    void parts.first.session.ended.then(() => this.#quit());
    void browser.exited.then(() => this.#quit());
  }

  async openRecordsPage(): Promise<RecordsPage> {
    const { options, targets } = this.#parts;
    const target = await targets.openHidden();
    const { promise: gone, resolve: leave } = Promise.withResolvers<string>();
    const { promise: opened, resolve: open } = Promise.withResolvers<Port>();
    const page = new OwnPage(target.session, {
      origin: recordsOrigin,
      pages: createPages({ origin: recordsOrigin, renderer: options.renderer, page: 'records' }),
      log: options.log,
      onPort: open,
      onCrash: () => {
        leave('crashed');
        void targets.close(target.id);
      },
    });
    void target.session.ended.then(() => leave('closed'));
    await page.attachRules();
    await page.load();
    const late = new AbortController();
    const tooLate = sleep(openTimeoutMs, 'asked for no port', { signal: late.signal }).catch(() => '');
    const port = await Promise.race([opened, gone, tooLate]);
    late.abort();
    if (typeof port === 'string') {
      await targets.close(target.id);
      throw new ChromiumError('gone', `The records page ${port} while it opened.`);
    }
    const clearStorage = async () => {
      await target.session.send('Storage.clearDataForOrigin', { origin: recordsOrigin, storageTypes: 'indexeddb' });
    };
    return { port, gone, clearStorage, close: () => targets.close(target.id) };
  }

  async openDesk({ title, onPort }: DeskOptions): Promise<void> {
    if (this.#deskOpened) return this.#bringToFront();
    this.#deskOpened = true;
    const { options, first } = this.#parts;
    const page = new OwnPage(first.session, {
      origin: deskOrigin,
      pages: createPages({
        origin: deskOrigin,
        renderer: options.renderer,
        page: 'desk',
        fonts: join(options.resources, 'fonts'),
      }),
      log: options.log,
      onPort,
      onCrash: () => {
        options.log('The desk page crashed and was loaded again.');
        page.load().catch(() => {});
      },
    });
    await page.attachRules();
    await page.load();
    options.log(`${title}: the desk is open.`);
  }

  handsOnDesk(): DeskHands {
    const { session } = this.#parts.first;
    return { send: (method, params = {}) => session.send(method, params) };
  }

  onSecondStart(listener: () => void): void {
    this.#parts.instance.onSecondStart(listener);
  }

  onQuit(listener: () => void): void {
    this.#quitListeners.push(listener);
    if (this.#hasQuit) queueMicrotask(listener);
  }

  onSuspend(listener: () => void): void {
    this.#suspendListeners.push(listener);
  }

  onResume(listener: () => void): void {
    this.#resumeListeners.push(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#sleep.stop();
    process.off('SIGTERM', this.#signalled);
    process.off('SIGINT', this.#signalled);
    process.off('SIGHUP', this.#signalled);
    await this.#parts.browser.close();
    await this.#parts.instance.release();
  }

  #quit(): void {
    if (this.#hasQuit || this.#closing !== undefined) return;
    this.#hasQuit = true;
    for (const listener of this.#quitListeners) listener();
  }

  async #bringToFront(): Promise<void> {
    const { browser, first } = this.#parts;
    const { browser: cdp } = browser.cdp;
    try {
      const { windowId, bounds } = await cdp.send('Browser.getWindowForTarget', { targetId: first.id });
      const minimized = (bounds as { windowState?: string }).windowState === 'minimized';
      if (minimized) await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
      await cdp.send('Target.activateTarget', { targetId: first.id });
      await first.session.send('Page.bringToFront');
    } catch {
      // The window is just being closed.
    }
  }
}
