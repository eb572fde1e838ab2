import { BrowserWindow, type BrowserWindowConstructorOptions, type IpcMainEvent, type Session } from 'electron';
import type { Port } from '../port.ts';
import { MainPort } from './main-port.ts';
import { type PageName, pageOrigin } from './page-session.ts';
import { windowPreferences } from './security/window-preferences.ts';

export interface OwnWindowOptions {
  page: PageName;
  session: Session;
  /** out/preload/preload.cjs */
  preload: string;
  release: boolean;
  look: Omit<BrowserWindowConstructorOptions, 'webPreferences' | 'show'>;
  onPort(port: Port): void;
  /** With the reason in Electron's word. */
  onCrash(reason: string): void;
}

/** The channel's name is the preload's too, which can import nothing. */
const portChannel = 'talent-counter-port';

/** A window with one of the program's pages in it, its rules and its port. It is hidden until somebody shows it. */
export class OwnWindow {
  readonly window: BrowserWindow;
  readonly closed: Promise<void>;
  readonly #options: OwnWindowOptions;
  #port: MainPort | undefined;

  constructor(options: OwnWindowOptions) {
    this.#options = options;
    this.window = new BrowserWindow({
      ...options.look,
      show: false,
      webPreferences: {
        ...windowPreferences(options),
        preload: options.preload,
        session: options.session,
        // The hidden page's timers run as fast as the visible one's.
        backgroundThrottling: false,
      },
    });
    const { webContents } = this.window;
    webContents.ipc.on(portChannel, (event) => this.#takePort(event));
    // A page that asks to be kept open isn't: what was typed is in main's drafts already.
    webContents.on('will-prevent-unload', (event) => event.preventDefault());
    webContents.on('render-process-gone', (_event, { reason }) => {
      this.#losePort();
      if (!this.window.isDestroyed()) options.onCrash(reason);
    });
    this.closed = new Promise((resolve) => {
      this.window.on('closed', () => {
        this.#losePort();
        resolve();
      });
    });
  }

  /** Rejects when the page could not be loaded. */
  async load(): Promise<void> {
    await this.window.loadURL(`${pageOrigin(this.#options.page)}/`);
  }

  async close(): Promise<void> {
    if (!this.window.isDestroyed()) this.window.destroy();
    await this.closed;
  }

  #takePort({ senderFrame, ports }: IpcMainEvent): void {
    const [port] = ports;
    if (port === undefined) return;
    if (senderFrame === null || senderFrame.parent !== null || senderFrame.origin !== pageOrigin(this.#options.page)) {
      port.close();
      return;
    }
    this.#losePort();
    this.#port = new MainPort(port);
    this.#options.onPort(this.#port);
  }

  #losePort(): void {
    this.#port?.close();
    this.#port = undefined;
  }
}
