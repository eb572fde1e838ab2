import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { hasDisplay } from '../../build/has-display.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'talent-counter-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** `npm start` on a machine that has a display, and neither Electron nor Chromium. */
function startOnBareMachine(...args: string[]) {
  const empty = newFolder();
  const env = { PATH: empty, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: empty };
  return spawnSync(process.execPath, [join(import.meta.dirname, '../../build/start.ts'), ...args], { env, encoding: 'utf8' });
}

test.runIf(process.platform === 'linux')(
  'a machine without Electron and Chromium gets one line that says what to install',
  () => {
    const { status, stdout, stderr } = startOnBareMachine();
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain("Electron's binary is not installed. No Chromium was found. Install Chromium");
  },
);

test('a host that does not exist is refused with the two that do', () => {
  const { status, stderr } = startOnBareMachine('--host=firefox');
  expect(status).toBe(1);
  expect(stderr).toBe('The host is chosen by --host=electron or --host=chromium.\n');
});

test('only a Linux without X and Wayland has no display', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
});

const output = ['main/main.js', 'preload/preload.cjs', 'renderer/desk/index.html', 'renderer/records/index.html'];

/** A program of one source file, with a build that notes its runs and fails when the source says so. */
function newProgram() {
  const root = newFolder();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write(
    'node_modules/electron-vite/bin/electron-vite.js',
    `const fs = require('node:fs'), path = require('node:path');
     fs.appendFileSync('builds', 'x');
     if (fs.readFileSync('electron/main.ts', 'utf8') === 'broken') { console.error('line 1 is broken'); process.exit(1); }
     for (const file of ${JSON.stringify(output)}) { fs.mkdirSync(path.dirname('out/' + file), { recursive: true }); fs.writeFileSync('out/' + file, ''); }`,
  );
  write('electron/main.ts', 'first');
  write('builds', '');
  const lines: string[] = [];
  return {
    root,
    write,
    lines,
    build: () => ensureBuilt(root, (line) => lines.push(line)),
    builds: () => readFileSync(join(root, 'builds'), 'utf8').length,
  };
}

test('the program is built once, and again only when its sources changed', () => {
  const { root, write, build, builds, lines } = newProgram();
  build();
  build();
  expect(builds()).toBe(1);
  utimesSync(join(root, 'electron/main.ts'), new Date(), new Date());
  write('electron/main.test.ts', 'a test');
  build();
  expect(builds()).toBe(1);
  write('electron/main.ts', 'second');
  build();
  write('renderer/desk/new.css', 'a {}');
  build();
  expect(builds()).toBe(3);
  rmSync(join(root, 'out/preload/preload.cjs'));
  build();
  expect(builds()).toBe(4);
  expect(lines).toHaveLength(4);
});

test('a failed build says why and is not taken for done', () => {
  const { write, build, builds } = newProgram();
  write('electron/main.ts', 'broken');
  expect(build).toThrow('line 1 is broken');
  expect(build).toThrow('line 1 is broken');
  expect(builds()).toBe(2);
});
