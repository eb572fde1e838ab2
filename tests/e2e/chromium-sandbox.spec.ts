import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './desk-test.ts';

/** A line of /proc/PID/status. */
function statusOf(pid: number, field: string): string[] {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  const line = text.split('\n').find((one) => one.startsWith(`${field}:`)) ?? '';
  return line.split(/\s+/).slice(1);
}

test('desk and records each run in a process of their own, behind the browser’s sandbox, as nobody in particular', async ({
  page,
  shared,
}) => {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  expect(renderers.length).toBeGreaterThanOrEqual(2);
  for (const pid of renderers) {
    // Where a container gives no sandbox the host says so at its start; anything less is a fault.
    if (!shared.host.includes('without the browser')) expect(statusOf(pid, 'Seccomp')).toEqual(['2']);
    expect(statusOf(pid, 'NoNewPrivs')).toEqual(['1']);
    expect(statusOf(pid, 'CapEff')).toEqual(['0000000000000000']);
    expect(statusOf(pid, 'Uid')[0]).not.toBe('0');
  }
});

test('the browser was started with no network and nothing of its own to do', async ({ shared }) => {
  const children = readFileSync(`/proc/${shared.pid}/task/${shared.pid}/children`, 'utf8').trim().split(' ');
  const lines = children.map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'));
  const browser = lines.find((line) => line.some((part) => part.startsWith('--user-data-dir=')));
  expect(browser).toBeDefined();
  expect(browser).toEqual(expect.arrayContaining(['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking']));
  // What tests need and a counter never has: a port, on loopback alone.
  expect(browser).toContain('--remote-debugging-address=127.0.0.1');
});
