import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chooseHost, findElectron, findWantedHost, HostChoiceError, type HostFacts } from './choose-host.ts';

const noChromium = { missing: 'No Chromium was found. Install Chromium.' };
const facts = (some: Partial<HostFacts>): HostFacts => ({
  electron: '/e/electron',
  chromium: '/c/chromium',
  isRoot: false,
  ...some,
});

test('Electron runs where its binary is, else the system’s Chromium, and the reason is said', () => {
  expect(chooseHost(undefined, facts({}))).toEqual({ host: 'electron', binary: '/e/electron', why: 'its binary is installed' });
  expect(chooseHost(undefined, facts({ electron: undefined }))).toEqual({
    host: 'chromium',
    binary: '/c/chromium',
    why: "Electron's binary is not installed",
  });
});

test('root gets Chromium, which can run as somebody else', () => {
  expect(chooseHost(undefined, facts({ isRoot: true }))).toMatchObject({
    host: 'chromium',
    why: "Electron's sandbox doesn't work for root",
  });
  expect(() => chooseHost('electron', facts({ isRoot: true }))).toThrow(/ordinary user/);
});

test('a host that was asked for is the one that runs, or none', () => {
  expect(chooseHost('chromium', facts({})).host).toBe('chromium');
  expect(chooseHost('electron', facts({})).why).toBe('asked for');
  expect(() => chooseHost('electron', facts({ electron: undefined }))).toThrow(/npx install-electron/);
  expect(() => chooseHost('chromium', facts({ chromium: noChromium }))).toThrow(/^No Chromium was found/);
});

test('where neither can be had, one message says what to install', () => {
  const fail = () => chooseHost(undefined, facts({ electron: undefined, chromium: noChromium }));
  expect(fail).toThrow(HostChoiceError);
  expect(fail).toThrow(
    "Electron's binary is not installed. No Chromium was found. Install Chromium. For Electron install its binary (npx install-electron).",
  );
});

test('the host is named by one flag, and no other host is taken', () => {
  expect(findWantedHost([])).toBeUndefined();
  expect(findWantedHost(['--trial', '--host=chromium'])).toBe('chromium');
  for (const wrong of ['--host', '--host=', '--host=firefox', '--host=Electron'])
    expect(() => findWantedHost([wrong]), wrong).toThrow(HostChoiceError);
});

test.runIf(process.platform === 'linux')(
  'Electron counts as installed when its program is there, runs, and is of the right version',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'talent-counter-choose-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const dist = join(folder, 'dist');
    const program = join(dist, 'electron');
    await writeFile(join(folder, 'package.json'), '{"version":"45.4.1"}');
    expect(findElectron(folder, {})).toBeUndefined();
    await mkdir(dist);
    await writeFile(join(dist, 'version'), '44.0.0');
    await writeFile(program, '#!/bin/sh\n', { mode: 0o755 });
    expect(findElectron(folder, {})).toBeUndefined();
    await writeFile(join(dist, 'version'), 'v45.4.1\n');
    expect(findElectron(folder, {})).toBe(program);
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') })).toBeUndefined();
    await chmod(program, 0o644);
    expect(findElectron(folder, {})).toBeUndefined();
  },
);
