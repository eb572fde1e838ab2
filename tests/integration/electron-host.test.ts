import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { relaunchElectron } from '../../electron/host/electron/electron-host.ts';
import type { Port } from '../../electron/host/port.ts';
import { app, BrowserWindow, powerMonitor, resetElectron, StandInEvent } from '../fixtures/electron-stand-in.ts';
import { startOnStandIn } from '../fixtures/start-electron-stand-in.ts';

vi.mock('electron', () => import('../fixtures/electron-stand-in.ts'));
beforeEach(resetElectron);

const turn = () => new Promise((resolve) => setImmediate(resolve));
const closings = (port: Port | undefined) => {
  const seen: string[] = [];
  port?.addEventListener('close', () => seen.push('closed'));
  return seen;
};

async function openDesk(options?: { headless: boolean }) {
  const program = await startOnStandIn(options);
  const ports: Port[] = [];
  await program.host.openDesk({ title: '人才服务窗口', onPort: (port) => ports.push(port) });
  await turn();
  const [window] = BrowserWindow.all;
  if (window === undefined) throw new Error('a desk was expected');
  return { ...program, ports, window };
}

describe('start', () => {
  test('Electron keeps its own files in a folder that is the owner’s alone, set before its lock is asked for', async () => {
    const { folder, host } = await startOnStandIn();
    const profile = join(folder, 'data', 'pages-electron');
    expect(existsSync(profile)).toBe(true);
    expect(statSync(profile).mode & 0o077).toBe(0);
    expect([app.paths.get('userData'), app.paths.get('sessionData'), app.lockedUserData]).toEqual([profile, profile, profile]);
    expect(host.paths).toEqual({
      userData: join(folder, 'data'),
      papers: join(folder, 'papers'),
      resources: join(folder, 'resources'),
    });
  });

  test('a second start on the same folder ends, and opens nothing', async () => {
    app.holdsLock = false;
    await expect(startOnStandIn()).rejects.toMatchObject({ code: 'already-running' });
    expect(BrowserWindow.all).toEqual([]);
  });

  test('a start after Electron is ready, too late for the rules, is refused', async () => {
    app.ready = true;
    await expect(startOnStandIn()).rejects.toMatchObject({ code: 'too-late' });
  });
});

describe('desk', () => {
  test('the window shows when it has something to show, and not before', async () => {
    const { window } = await openDesk();
    expect(window.calls).toEqual(['load', 'maximize', 'show']);
    expect(window.options['show']).toBe(false);
  });

  test('headless, no window shows', async () => {
    const { window, ports } = await openDesk({ headless: true });
    expect(window.calls).toEqual(['load']);
    expect(ports).toHaveLength(1);
  });

  test('opened again, or the program started again, the one window comes to the front', async () => {
    const { host, window } = await openDesk();
    const starts: string[] = [];
    host.onSecondStart(() => starts.push('second'));
    window.minimize();
    app.emit('second-instance');
    await host.openDesk({ title: '人才服务窗口', onPort: () => {} });
    expect(window.calls.slice(3)).toEqual(['minimize', 'restore', 'show', 'focus', 'show', 'focus']);
    expect(starts).toEqual(['second']);
    expect(BrowserWindow.all).toHaveLength(1);
  });

  test('a reloaded page gets a fresh port and the old one is closed', async () => {
    const { window, ports } = await openDesk();
    const closed = closings(ports[0]);
    await window.loadURL('app://desk/');
    await expect.poll(() => ports.length).toBe(2);
    expect(closed).toEqual(['closed']);
    expect(closings(ports[1])).toEqual([]);
  });

  test('a crashed desk loses its port at once and is loaded again', async () => {
    const { window, ports, lines } = await openDesk();
    const closed = closings(ports[0]);
    window.crash('oom');
    expect(closed).toEqual(['closed']);
    await expect.poll(() => ports.length, { timeout: 3_000 }).toBe(2);
    expect(window.calls.filter((call) => call === 'load')).toHaveLength(2);
    expect(lines).toContain('The desk page ended (oom) and was loaded again.');
  });

  test('a page can’t hold its window open', async () => {
    const { window } = await openDesk();
    const event = new StandInEvent();
    window.webContents.emit('will-prevent-unload', event);
    expect(event.defaultPrevented).toBe(true);
  });
});

describe('records', () => {
  test('the hidden page never shows and its timers are not slowed', async () => {
    const { host } = await startOnStandIn();
    await host.openRecordsPage();
    const [window] = BrowserWindow.all;
    expect(window?.calls).toEqual(['load']);
    expect(window?.options['skipTaskbar']).toBe(true);
    expect(window?.options.webPreferences['backgroundThrottling']).toBe(false);
  });

  test('oRPC runs over its port, with text and bytes', async () => {
    const { host } = await startOnStandIn();
    const { port } = await host.openRecordsPage();
    const page = BrowserWindow.all[0]?.webContents.page?.port;
    if (page === undefined) throw new Error('a port was expected');
    new RPCHandler({ echo: os.handler(({ input }) => input) }).upgrade(page as never);
    const client = createORPCClient(new RPCLink({ port })) as unknown as { echo(input: unknown): Promise<unknown> };
    expect(await client.echo({ name: '乌兰' })).toEqual({ name: '乌兰' });
    const back = (await client.echo(new Blob([Uint8Array.of(1, 2, 255)]))) as Blob;
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 255));
    port.close();
  });

  test('a crashed page is noticed, and another one can be opened', async () => {
    const { host } = await startOnStandIn();
    const { gone, port } = await host.openRecordsPage();
    const closed = closings(port);
    BrowserWindow.all[0]?.crash();
    expect(await gone).toBe('crashed');
    expect(closed).toEqual(['closed']);
    expect(BrowserWindow.all[0]?.isDestroyed()).toBe(true);
    const again = await host.openRecordsPage();
    await again.close();
    expect(await again.gone).toBe('closed');
  });

  test('a page that can’t be loaded is an error, not a page', async () => {
    const { host, renderer } = await startOnStandIn();
    rmSync(join(renderer, 'records'), { recursive: true });
    await expect(host.openRecordsPage()).rejects.toMatchObject({ code: 'gone' });
    expect(BrowserWindow.all[0]?.isDestroyed()).toBe(true);
  });
});

describe('end', () => {
  test('closing the desk’s window is quitting, told once', async () => {
    const { host, window } = await openDesk();
    let quits = 0;
    host.onQuit(() => quits++);
    window.close();
    await turn();
    expect(quits).toBe(1);
    app.emit('before-quit', new StandInEvent());
    expect(quits).toBe(1);
    expect(app.exits).toEqual([]);
  });

  test('when the system asks, the program does its last things first', async () => {
    const { host } = await openDesk();
    let quits = 0;
    host.onQuit(() => quits++);
    const events = [new StandInEvent(), new StandInEvent()];
    powerMonitor.emit('shutdown', events[0]);
    app.emit('before-quit', events[1]);
    expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true]);
    expect(quits).toBe(1);
  });

  test('close ends every window, then the process, and is safe to call twice', async () => {
    const { host } = await openDesk();
    const { gone } = await host.openRecordsPage();
    let quits = 0;
    host.onQuit(() => quits++);
    await Promise.all([host.close(), host.close()]);
    expect(BrowserWindow.all.map((window) => window.isDestroyed())).toEqual([true, true]);
    expect(await gone).toBe('closed');
    expect(app.exits).toEqual([]);
    await turn();
    expect(app.exits).toEqual([0]);
    expect(quits).toBe(0);
  });

  test('from 试用 to a live counter Electron ends without a fault, and starts itself again', async () => {
    const { host } = await openDesk();
    relaunchElectron();
    await host.close();
    await turn();
    expect([app.relaunches, app.exits]).toEqual([1, [0]]);
  });

  test('sleep and waking are passed on', async () => {
    const { host } = await startOnStandIn();
    const heard: string[] = [];
    host.onSuspend(() => heard.push('suspend'));
    host.onResume(() => heard.push('resume'));
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
    expect(heard).toEqual(['suspend', 'resume']);
  });
});
