import type { IpcRenderer } from 'electron';

/** The few words of the page's window that are needed here; main's own types know no page. */
interface PageWindow {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  postMessage(message: unknown, origin: string, ports: unknown[]): void;
}
interface PageMessage {
  readonly source: unknown;
  readonly origin: string;
  readonly data: { readonly type?: unknown } | null | undefined;
}
declare const window: PageWindow;

// A sandboxed preload is CommonJS and may require Electron alone.
const { ipcRenderer } = require('electron') as { ipcRenderer: IpcRenderer };

// Everything that this script gives the page is one MessagePort per wish (renderer/page-port.ts). It puts nothing on the window.
window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== window || origin !== window.location.origin || data?.type !== 'talent-counter-port-wanted') return;
  const { port1, port2 } = new MessageChannel();
  ipcRenderer.postMessage('talent-counter-port', null, [port1]);
  window.postMessage({ type: 'talent-counter-port' }, origin, [port2]);
});
