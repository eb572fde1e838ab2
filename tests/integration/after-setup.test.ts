import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const checkout = join(import.meta.dirname, '..', '..');
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talent-counter-clone-'));
  mkdirSync(join(root, 'build'));
  cpSync(join(checkout, 'build', 'after-setup.mjs'), join(root, 'build', 'after-setup.mjs'));
  writeFileSync(join(root, 'command.js'), 'console.log("it works")');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const runCommand = () =>
  spawnSync(process.execPath, ['--import', './build/after-setup.mjs', 'command.js'], { cwd: root, encoding: 'utf8' });

test('a command in a clone that nobody set up says what to type, and does nothing', () => {
  const { status, stdout, stderr } = runCommand();
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^This checkout is not set up yet\. Please type \.\/setup first .*\n$/);
});

test('once it is set up, the command runs', () => {
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  expect(runCommand()).toMatchObject({ status: 0, stdout: 'it works\n', stderr: '' });
});
