import { defineConfig } from '@playwright/test';
import { electronBinary } from './tests/e2e/electron-launch.ts';
import type { HostName } from './tests/e2e/running-desk.ts';

const onElectron = { name: 'electron-host', use: { hostName: 'electron-host' }, testIgnore: 'chromium-*.spec.ts' } as const;
/** Processes are looked at through /proc. */
const onLinuxOnly = process.platform === 'linux' ? [] : ['chromium-sandbox.spec.ts'];

/** The clerk's journeys on the running program: on the system's Chromium always, on Electron where its binary is installed. */
export default defineConfig<object, { hostName: HostName }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  // One counter, one clerk: a worker's tests share a program wherever they need none of their own.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['line']],
  globalSetup: './tests/e2e/build-first.ts',
  projects: [
    { name: 'chromium-host', use: { hostName: 'chromium-host' }, testIgnore: onLinuxOnly },
    // Where there is no binary there are no such tests, and the runner says so; none is skipped in silence.
    ...(electronBinary() === undefined ? [] : [onElectron]),
  ],
});
