import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import { findChromium } from '../../electron/host/chromium/find-chromium.ts';
import { launchBrowser } from '../../electron/host/chromium/launch-browser.ts';
import {
  browserOf,
  type HostFolder,
  makeHostFolder,
  openDesk,
  type ProcessSeen,
  processesOf,
  run,
  startHost,
} from './chromium-kit.ts';
import { DevTools, deskAddress, recordsAddress } from './dev-tools.ts';

const tasks = {
  where: 'return location.href',
  seen: 'return document.visibilityState',
  keep: `localStorage.setItem('kept', 'yes'); return null`,
  kept: `return localStorage.getItem('kept')`,
  ticks: `let ticks = 0; const timer = setInterval(() => ticks++, 50);
    await new Promise((resolve) => setTimeout(resolve, 2_000)); clearInterval(timer); return ticks`,
  reload: `setTimeout(() => location.reload(), 50); return null`,
};

let folder: HostFolder;
let hosts: ChromiumHost[] = [];
beforeEach(() => {
  folder = makeHostFolder(tasks);
});
afterEach(async () => {
  await Promise.all(hosts.map((host) => host.close()));
  hosts = [];
  await expectNoProcess();
  folder.remove();
});

/** A moment: the kernel takes one to clear away even what was killed. */
const expectNoProcess = () => vi.waitFor(() => expect(processesOf(folder)).toEqual([]), { timeout: 1_000 });

async function start(extra: { debugPort?: number } = {}) {
  const started = await startHost(folder, extra);
  hosts.push(started.host);
  return started;
}

/** Sockets that these processes listen on, by the kernel's own tables: TCP in state 0A, and any bound UDP. */
function listeningSockets(): string[] {
  const sockets: string[] = [];
  for (const { pid } of processesOf(folder)) {
    try {
      const own = new Set(
        readdirSync(`/proc/${pid}/fd`)
          .map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`))
          .flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []),
      );
      for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
        for (const line of readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1)) {
          const [, local, , state, , , , , , inode = ''] = line.trim().split(/\s+/);
          if (own.has(inode) && (table.startsWith('udp') || state === '0A')) sockets.push(`${table} ${local}`);
        }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return sockets;
}

test('desk and records are there, each at its own address, and nothing listens', async () => {
  const { host, lines } = await start();
  expect(host.description).toMatch(/^Chromium \d+\.\d+\.\d+\.\d+ (in its own sandbox|as an unprivileged user)/);
  const desk = openDesk(host);
  const records = await host.openRecordsPage();
  expect(await run(await desk.first, 'where')).toBe(deskAddress);
  expect(await run(records.port, 'where')).toBe(recordsAddress);
  await desk.loaded;
  expect(listeningSockets()).toEqual([]);
  expect(lines).toEqual(['test: the desk is open.']);
});

test('the look for listening sockets sees one where a test asked for it', async () => {
  await start({ debugPort: 0 });
  // The processes of a browser come and go while they are counted.
  await expect.poll(listeningSockets, { timeout: 10_000 }).toHaveLength(1);
});

test('the browser runs in its own sandbox, and never as root', async () => {
  const { host } = await start();
  await host.openRecordsPage();
  const [browser] = browserOf(folder);
  expect(browser?.command.includes('--no-sandbox')).toBe(host.description.includes("without the browser's sandbox"));
  expect(statusOf(browser, 'Uid')).not.toBe('0');
  const renderer = processesOf(folder).find(({ command }) => command.includes('--type=renderer'));
  expect(statusOf(renderer, 'Uid')).not.toBe('0');
  // The filter mode is what remains of the sandbox where a container allows no name spaces.
  expect(statusOf(renderer, 'Seccomp')).toBe('2');
});

const statusOf = (seen: ProcessSeen | undefined, field: string) =>
  new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${seen?.pid}/status`, 'utf8'))?.[1];

test('a clean close leaves no process, and what a page kept is there at the next start', async () => {
  const first = await start();
  const records = await first.host.openRecordsPage();
  await run(records.port, 'keep');
  const asked = performance.now();
  await Promise.all([first.host.close(), first.host.close()]);
  expect(performance.now() - asked).toBeLessThan(10_000);
  await expectNoProcess();
  expect(await records.gone).toBe('closed');
  const second = await start();
  expect(await run((await second.host.openRecordsPage()).port, 'kept')).toBe('yes');
});

describe('a second start', () => {
  test('brings the first to the front, out of the task bar too, and ends', async () => {
    const { host } = await start({ debugPort: 0 });
    const { first } = openDesk(host);
    const desk = await first;
    const tools = await DevTools.connect(host.debugEndpoint);
    const { windowId } = await tools.send('Browser.getWindowForTarget', { targetId: await tools.findTarget(deskAddress) });
    await tools.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
    await vi.waitFor(async () => expect(await run(desk, 'seen')).toBe('hidden'));
    const told = new Promise((resolve) => host.onSecondStart(() => resolve('told')));
    await expect(startHost(folder)).rejects.toMatchObject({ name: 'ChromiumError', code: 'already-running' });
    expect(await told).toBe('told');
    await vi.waitFor(async () => expect(await run(desk, 'seen')).toBe('visible'));
    expect(browserOf(folder)).toHaveLength(1);
    tools.close();
  });

  test('that got past that finds the profile in use', async () => {
    await start();
    const options = { binary: await findChromium(), userData: folder.userData, headless: true, debugPort: undefined };
    await expect(launchBrowser(options)).rejects.toMatchObject({ name: 'ChromiumError', code: 'profile-in-use' });
  });
});

describe('the hidden page', () => {
  test('keeps its timers running as fast as a page in sight', async () => {
    const { host } = await start();
    const { port } = await host.openRecordsPage();
    expect(await run(port, 'ticks')).toBeGreaterThan(25);
  });

  test('that crashed says so, closes its port, and another one opens', async () => {
    const { host } = await start({ debugPort: 0 });
    const page = await host.openRecordsPage();
    const closed = new Promise((resolve) => page.port.addEventListener('close', () => resolve('closed')));
    const tools = await DevTools.connect(host.debugEndpoint);
    await tools.crash(recordsAddress);
    expect(await page.gone).toBe('crashed');
    expect(await closed).toBe('closed');
    expect(await run((await host.openRecordsPage()).port, 'where')).toBe(recordsAddress);
    tools.close();
  });

  test('that is not there is a failure, and nobody waits for it', async () => {
    const { host } = await start();
    rmSync(join(folder.renderer, 'records/index.html'));
    await expect(host.openRecordsPage()).rejects.toMatchObject({ name: 'ChromiumError', code: 'gone' });
  });

  test('that is closed says so', async () => {
    const { host } = await start();
    const page = await host.openRecordsPage();
    await page.close();
    expect(await page.gone).toBe('closed');
  });
});

describe('the desk’s window', () => {
  test('gets a fresh port when it is loaded again, and the old one is closed', async () => {
    const { host } = await start();
    const desk = openDesk(host);
    const first = await desk.first;
    const closed = new Promise((resolve) => first.addEventListener('close', () => resolve('closed')));
    await run(first, 'reload');
    expect(await closed).toBe('closed');
    await vi.waitFor(() => expect(desk.all).toHaveLength(2), { timeout: 10_000 });
    expect(await run(desk.all[1] as never, 'where')).toBe(deskAddress);
  });

  test('that crashed is loaded again', async () => {
    const { host, lines } = await start({ debugPort: 0 });
    const desk = openDesk(host);
    await desk.first;
    const tools = await DevTools.connect(host.debugEndpoint);
    await tools.crash(deskAddress);
    await vi.waitFor(() => expect(desk.all).toHaveLength(2), { timeout: 10_000 });
    expect(await run(desk.all[1] as never, 'where')).toBe(deskAddress);
    expect(lines).toContain('The desk page crashed and was loaded again.');
    tools.close();
  });

  test('that a person closes is quitting', async () => {
    const { host } = await start({ debugPort: 0 });
    const desk = openDesk(host);
    await desk.first;
    await host.openRecordsPage();
    const quit = new Promise((resolve) => host.onQuit(() => resolve('quit')));
    const tools = await DevTools.connect(host.debugEndpoint);
    await tools.send('Target.closeTarget', { targetId: await tools.findTarget(deskAddress) });
    expect(await quit).toBe('quit');
    tools.close();
  });
});

describe('the program’s end', () => {
  const child = join(import.meta.dirname, 'chromium-child.ts');

  /** The program in a process of its own, up to the line that it is open. */
  async function startChild() {
    const program = spawn(process.execPath, [child, folder.root], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    program.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await vi.waitFor(() => expect(said).toContain('open'), { timeout: 20_000 });
    return { program, said: () => said };
  }

  test('by a kill ends the browser too, and the next start is undisturbed', async () => {
    const { program } = await startChild();
    expect(processesOf(folder).length).toBeGreaterThan(3);
    program.kill('SIGKILL');
    await vi.waitFor(() => expect(processesOf(folder)).toEqual([]), { timeout: 10_000 });
    const { host } = await start();
    expect(await run((await host.openRecordsPage()).port, 'where')).toBe(recordsAddress);
  });

  test('by the system’s wish is a clean one', async () => {
    const { program, said } = await startChild();
    const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
    program.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said()).toContain('quit');
    await expectNoProcess();
  });

  test('the browser killed under the program is quitting, not hanging', async () => {
    const { host } = await start();
    const quit = new Promise((resolve) => host.onQuit(() => resolve('quit')));
    const records = await host.openRecordsPage();
    const [browser] = browserOf(folder);
    if (browser) process.kill(browser.pid, 'SIGKILL');
    expect(await quit).toBe('quit');
    expect(await records.gone).toMatch(/closed|crashed/);
    await sleep(100);
  });
});

test('where there is no browser, a sentence says what to install', async () => {
  await expect(findChromium({ PATH: folder.root })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('apt install chromium'),
  });
  await expect(findChromium({ TALENT_COUNTER_CHROMIUM: '/nowhere/chromium' })).rejects.toMatchObject({ code: 'not-found' });
});
