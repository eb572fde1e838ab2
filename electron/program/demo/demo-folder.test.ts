import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DemoError } from './demo-error.ts';
import { prepareFolder } from './demo-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talent-counter-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second demo removes what the first one wrote, and nothing of anybody else', () => {
  const out = join(folder, 'new', 'day');
  prepareFolder(out);
  mkdirSync(join(out, 'paper', 'kept'));
  const earlier = ['summary.json', 'card-keys.jwks.json', 'paper/card-front-1.pdf', 'screens/01-home.png'];
  const foreign = ['letter.pdf', 'paper/font-list.ts', 'paper/kept/own.pdf', 'screens/notes.txt'];
  for (const file of [...earlier, ...foreign]) writeFileSync(join(out, file), '');
  prepareFolder(out);
  expect(earlier.filter((file) => existsSync(join(out, file)))).toEqual([]);
  expect(foreign.filter((file) => !existsSync(join(out, file)))).toEqual([]);
});

test('where a file lies in the way, a sentence says so and the file stays', () => {
  const file = join(folder, 'day');
  writeFileSync(file, 'ours');
  expect(() => prepareFolder(file)).toThrow(DemoError);
  expect(() => prepareFolder(join(file, 'deeper'))).toThrow(/: a file is in the way\.$/);
  expect(readdirSync(folder)).toEqual(['day']);
});
