import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findWrongContents, listAsar } from '../../build/asar-contents.ts';
import { findWrongFuses } from '../../build/fuses.ts';
import { listMainPackages } from '../../build/main-packages.ts';
import { packageConfig } from '../../build/package-config.ts';

const root = join(import.meta.dirname, '../..');
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** A program file with fuses and nothing else: Electron's own defaults. */
const program = (states = '10110001', version = 1) =>
  Buffer.concat([Buffer.from(`#!/bin/sh\n# ${sentinel}`), Buffer.from([version, states.length]), Buffer.from(`${states}\n`)]);

/** A little program with our settings, and an Electron that is nothing but a name and its fuses. */
function newProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'talent-counter-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (file: string, content: string | Buffer, mode = 0o644) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content, { mode });
  };
  const manifest = (name: string, dependencies = {}) =>
    JSON.stringify({ name, version: '1.0.0', main: 'index.js', dependencies });
  const dependencies = { needed: '1.0.0', screen: '1.0.0' };
  const about = {
    name: 'talent-counter',
    version: '0.1.0',
    description: 'sample',
    author: 'x',
    main: './out/main/main.js',
    type: 'module',
  };
  write('package.json', JSON.stringify({ ...about, dependencies, devDependencies: { electron: '45.4.1' } }));
  write(
    'package-lock.json',
    JSON.stringify({
      name: 'talent-counter',
      version: '0.1.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'talent-counter', version: '0.1.0', dependencies },
        'node_modules/needed': { version: '1.0.0', dependencies: { deeper: '1.0.0' } },
        'node_modules/needed/node_modules/deeper': { version: '1.0.0' },
        'node_modules/screen': { version: '1.0.0' },
      },
    }),
  );
  write('node_modules/needed/package.json', manifest('needed', { deeper: '1.0.0' }));
  write('node_modules/needed/node_modules/deeper/package.json', manifest('deeper'));
  write('node_modules/screen/package.json', manifest('screen'));
  for (const name of ['needed', 'needed/node_modules/deeper', 'screen']) write(`node_modules/${name}/index.js`, '');
  write('out/main/main.js', 'import { x } from "needed";\nimport { join } from "node:path";\nawait import("electron");\n');
  write('out/main/main.js.map', '{}');
  for (const file of ['out/preload/preload.cjs', 'out/renderer/desk/index.html', 'out/notes.txt', 'electron/main.ts', '.env'])
    write(file, 'x');
  for (const file of ['resources/policy/pack.json', 'resources/demo/roster.csv', 'docs/security.md']) write(file, 'x');
  cpSync(join(root, 'build/icon.png'), join(folder, 'build/icon.png'));
  for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'locales/zh-CN.pak', 'resources/x'])
    write(`dist/${file}`, '');
  write('dist/electron', program(), 0o755);
  return folder;
}

test.runIf(process.platform === 'linux')(
  'a package holds the program, what main needs, and nothing else; its fuses are set',
  async () => {
    const projectDir = newProject();
    const packages = listMainPackages(projectDir);
    expect(packages.needed).toEqual(['node_modules/needed', 'node_modules/needed/node_modules/deeper']);
    const config = { ...packageConfig(packages), electronDist: 'dist', electronVersion: '45.4.1' };
    await build({ projectDir, config, targets: Platform.LINUX.createTarget('dir'), publish: 'never' });
    const unpacked = join(projectDir, 'release/linux-unpacked');
    const files = listAsar(readFileSync(join(unpacked, 'resources/app.asar')));
    expect(files.filter((file) => !file.startsWith('node_modules/')).sort()).toEqual([
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/desk/index.html',
      'package.json',
      'resources/policy/pack.json',
    ]);
    expect(findWrongContents(files, packages.needed)).toEqual([]);
    const made = readFileSync(join(unpacked, 'talent-counter'));
    expect(findWrongFuses(made)).toEqual([]);
    expect(made.toString('latin1')).toContain('01001100');
    expect(findWrongFuses(readFileSync(join(projectDir, 'dist/electron')))).not.toEqual([]);
  },
);

describe('a package that is not fit', () => {
  test('each fuse that stands wrong is named', () => {
    expect(findWrongFuses(program('01001100'))).toEqual([]);
    expect(findWrongFuses(program('11001100'))).toEqual(['runAsNode is on']);
    expect(findWrongFuses(program('00001100'))).toEqual(['enableCookieEncryption is off']);
    expect(findWrongFuses(program('0100r100'))).toEqual(['enableEmbeddedAsarIntegrityValidation is not there']);
    expect(findWrongFuses(program('010011'))).toEqual([
      'loadBrowserProcessSpecificV8Snapshot is not there',
      'grantFileProtocolExtraPrivileges is not there',
    ]);
    expect(findWrongFuses(program('01001100', 2))).toEqual(['its fuses are of version 2']);
    expect(findWrongFuses(Buffer.from('no fuses'))).toEqual(['there are no fuses in it']);
  });

  test('a file that is not on the list is named, and so is a package that is missing', () => {
    const good = [
      'package.json',
      'out/main/main.js',
      'resources/policy/pack.json',
      'node_modules/needed/a.js',
      'node_modules/@o/x/a.js',
    ];
    const needed = ['node_modules/needed', 'node_modules/y/node_modules/@o/x'];
    expect(findWrongContents(good, needed)).toEqual([]);
    for (const stranger of [
      '.env',
      'electron/main.ts',
      'out/notes.txt',
      'out/main/main.js.map',
      'resources/demo/roster.csv',
      'node_modules/antd/index.js',
      'node_modules/needed/node_modules/other/index.js',
      'tests/package.json',
    ])
      expect(findWrongContents([...good, stranger], needed)).toEqual([`${stranger} is not on the list`]);
    expect(findWrongContents(good, [...needed, 'node_modules/zod'])).toEqual(['zod is missing']);
  });
});

test('installers are made for Windows, macOS, Debian on both processors, and as AppImage; none starts without the sandbox', () => {
  const { win, mac, linux, asar, toolsets } = packageConfig({ needed: [], unneeded: [] });
  expect([win?.target, mac?.target, linux?.target].flat()).toEqual([
    { target: 'nsis', arch: ['x64'] },
    { target: 'dmg', arch: ['x64', 'arm64'] },
    { target: 'deb', arch: ['x64', 'arm64'] },
    { target: 'AppImage', arch: ['x64', 'arm64'] },
  ]);
  expect([asar, linux?.executableArgs, toolsets?.appimage]).toEqual([true, [], '1.0.3']);
  const entitlements = readFileSync(join(root, 'build/entitlements.mac.plist'), 'utf8');
  expect([...entitlements.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit']);
});
