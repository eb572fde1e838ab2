import { readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Port } from '../../electron/host/port.ts';
import { BrowserWindow, resetElectron, StandInMessagePort } from '../fixtures/electron-stand-in.ts';
import { openStandInPage, type StandInFrame } from '../fixtures/stand-in-page.ts';
import { startOnStandIn } from '../fixtures/start-electron-stand-in.ts';

vi.mock('electron', () => import('../fixtures/electron-stand-in.ts'));
beforeEach(resetElectron);

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function openDesk() {
  const { host } = await startOnStandIn();
  const ports: Port[] = [];
  await host.openDesk({ title: '人才服务窗口', onPort: (port) => ports.push(port) });
  const [window] = BrowserWindow.all;
  const page = window?.webContents.page;
  if (window === undefined || page === undefined) throw new Error('a desk was expected');
  await turn();
  return { window, page, ports };
}

test('the preload puts nothing on the window and calls Electron for nothing but the port', async () => {
  const sent: string[] = [];
  const page = openStandInPage({ preload: 'preload.cjs', origin: 'app://desk', toMain: (channel) => sent.push(channel) });
  expect(sent).toEqual([]);
  const port = await page.requestPort();
  expect(sent).toEqual(['talent-counter-port']);
  expect(Object.keys(page.window).sort()).toEqual(['addEventListener', 'location', 'postMessage']);
  port.close();
  const source = readFileSync(new URL('../../electron/preload.cts', import.meta.url), 'utf8');
  expect(source).not.toMatch(/contextBridge|exposeInMainWorld|process\.|globalThis|window\.\w+ =/);
});

test('each wish gets a fresh port, and the one before is closed', async () => {
  const { page, ports } = await openDesk();
  const first = page.port;
  const closed = new Promise((resolve) => first?.on('close', () => resolve('closed')));
  await page.requestPort();
  expect(ports).toHaveLength(2);
  expect(await closed).toBe('closed');
});

test('a wish from another window or another origin is not heard', async () => {
  const { page, ports } = await openDesk();
  const data = { type: 'talent-counter-port-wanted' };
  page.dispatch({ source: {}, origin: 'app://desk', data, ports: [] });
  page.dispatch({ source: page.window, origin: 'https://example.com', data, ports: [] });
  page.dispatch({ source: page.window, origin: 'app://desk', data: null, ports: [] });
  page.dispatch({ source: page.window, origin: 'app://desk', data: { type: 'something-else' }, ports: [] });
  await turn();
  expect(ports).toHaveLength(1);
});

test('main takes a port from the top frame of its own page only', async () => {
  const { window, ports } = await openDesk();
  const top: StandInFrame = { origin: 'app://desk', parent: null };
  const senders = [
    null,
    { origin: 'app://desk', parent: top },
    { origin: 'app://records', parent: null },
    { origin: 'null', parent: null },
  ];
  for (const senderFrame of senders) {
    const { port1, port2 } = new MessageChannel();
    const closed = new Promise((resolve) => port2.on('close', () => resolve('closed')));
    window.webContents.ipc.emit('talent-counter-port', { senderFrame, ports: [new StandInMessagePort(port1)] }, null);
    expect(await closed).toBe('closed');
  }
  window.webContents.ipc.emit('talent-counter-port', { senderFrame: top, ports: [] }, null);
  expect(ports).toHaveLength(1);
});
