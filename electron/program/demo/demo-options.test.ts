import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DemoError } from './demo-error.ts';
import { readDemoOptions } from './demo-options.ts';

const resources = resolve(import.meta.dirname, '..', '..', '..', 'resources');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'talent-counter-options-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (...args: string[]) => readDemoOptions(args, resources);

test('a demo with a folder and nothing else serves twelve people of the sample roster', () => {
  expect(read('--out', 'out/day')).toEqual({
    out: resolve('out/day'),
    talents: 12,
    roster: join(resources, 'demo', 'roster.csv'),
  });
});

test('a roster of the office and the number of people to serve are taken as they are said', () => {
  const roster = join(folder, 'roster.csv');
  writeFileSync(roster, '');
  expect(read('--out', folder, '--talents', '2000', '--roster', roster, '--host=chromium')).toEqual({
    out: folder,
    talents: 2000,
    roster,
  });
});

test.each([
  ['no folder', [], /^Say where to write: npm run demo -- --out DIR/],
  ['a folder without a name', ['--out', ''], /^Say where to write/],
  ['a folder that was forgotten', ['--out'], /argument missing\n.*--out DIR/],
  ['nobody to serve', ['--out', 'x', '--talents', '0'], /from 1 to 2000, not "0"/],
  ['a word for a number', ['--out', 'x', '--talents', 'x'], /from 1 to 2000, not "x"/],
  ['half a person', ['--out', 'x', '--talents', '1.5'], /from 1 to 2000, not "1.5"/],
  ['an empty number', ['--out', 'x', '--talents', ' '], /from 1 to 2000/],
  ['more than a day can hold', ['--out', 'x', '--talents', '2001'], /from 1 to 2000/],
  ['a roster that is not there', ['--out', 'x', '--roster', 'nowhere.csv'], /nowhere\.csv is none/],
  ['a folder for a roster', ['--out', 'x', '--roster', '.'], /takes a CSV file/],
  ['an option that it has not', ['--out', 'x', '--day', '3'], /'--day'\.?\n.*--out DIR/],
  ['a word too many', ['--out', 'x', 'y'], /'y'/],
])('a demo with %s is refused in words for whoever typed it', (_what, args, words) => {
  expect(() => read(...args)).toThrow(DemoError);
  expect(() => read(...args)).toThrow(words);
});
