import type { Port } from './port.ts';

/** What the program asks of the machine it runs on. Two adapters stand behind it; nothing above knows which. */
export interface Host {
  readonly name: 'electron' | 'chromium';
  /** A short sentence on what runs, e.g. `Chromium 156.0 as unprivileged user` for the log, the status page and the demo. */
  readonly description: string;
  readonly paths: HostPaths;
  /** The keyring of the system, or undefined where there is none that deserves the name. */
  readonly secrets: HostSecrets | undefined;
  /** Opens the hidden page that keeps the records. Resolves when its port is there. */
  openRecordsPage(): Promise<RecordsPage>;
  /** Opens the desk's window, or brings it to the front. `onPort` gets a fresh port each time the page (re)loads. */
  openDesk(options: DeskOptions): Promise<void>;
  /** The desk's page as its debugger has it: for the demo, which types and looks as a clerk does. */
  handsOnDesk(): DeskHands;
  /** Called when this program is started a second time; the host has already brought the desk to the front. */
  onSecondStart(listener: () => void): void;
  /** Called when the desk's window was closed, or the system asks to quit. The program then ends itself by `close`. */
  onQuit(listener: () => void): void;
  onSuspend(listener: () => void): void;
  onResume(listener: () => void): void;
  /** Ends windows, pages and browser, in order; resolves when all is closed. Safe to call twice. */
  close(): Promise<void>;
}

export interface HostPaths {
  /** The data folder of this start: live or 试用. Journal, vault and sealed files lie here. */
  readonly userData: string;
  /** Where the folder printer puts papers until a person chooses another place. Outside userData. */
  readonly papers: string;
  /** resources/ of the program: policy pack, layouts, fonts, demo data. */
  readonly resources: string;
}

/** Wraps secrets with a key that only the system's keyring holds (DPAPI, Keychain, Secret Service). */
export interface HostSecrets {
  wrap(secret: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

export interface RecordsPage {
  readonly port: Port;
  /** Resolves when the page has crashed or was closed; the program opens another one. */
  readonly gone: Promise<string>;
  /** Empties the page's storage from outside, where it is so damaged that the page itself can't. The page is to be closed then. */
  clearStorage(): Promise<void>;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly title: string;
  onPort(port: Port): void;
}

/** Chrome DevTools Protocol on the desk's page alone. */
export interface DeskHands {
  send(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>;
}
