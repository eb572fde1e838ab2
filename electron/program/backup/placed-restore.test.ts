import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearRestoring, keepThePlace, letTakeThePlace, placeRestored, restoringFolder } from './placed-restore.ts';

const now = new Date('2026-11-25T09:30:00Z');
const aside = 'counter.set-aside-2026-11-25T09-30-00';
let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'placed-restore-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const counter = () => join(data, 'counter');
function folder(path: string, words: string): void {
  mkdirSync(path);
  writeFileSync(join(path, 'words'), words);
}
const wordsIn = (name: string) => readFileSync(join(data, name, 'words'), 'utf8');

test('a restored counter that waits takes the place; the one before lies aside', async () => {
  folder(counter(), 'damaged');
  folder(restoringFolder(data), 'restored');
  await letTakeThePlace(data);
  expect(placeRestored(data, now)).toBeUndefined();
  expect(readdirSync(data).toSorted()).toEqual(['counter', aside]);
  expect([wordsIn('counter'), wordsIn(aside)]).toEqual(['restored', 'damaged']);
  expect(readdirSync(counter())).toEqual(['words']);
});

test('killed after the one before was set aside, the next start goes on', async () => {
  folder(join(data, aside), 'damaged');
  folder(restoringFolder(data), 'restored');
  await letTakeThePlace(data);
  expect(placeRestored(data, new Date())).toBeUndefined();
  expect([wordsIn('counter'), wordsIn(aside)]).toEqual(['restored', 'damaged']);
});

test('killed right after it took the place, nothing is left to do but the note', async () => {
  folder(restoringFolder(data), 'restored');
  await letTakeThePlace(data);
  expect(placeRestored(data, now)).toBeUndefined();
  writeFileSync(join(counter(), 'takes-the-place'), '');
  expect(placeRestored(data, now)).toBeUndefined();
  expect(readdirSync(data)).toEqual(['counter']);
  expect(readdirSync(counter())).toEqual(['words']);
});

test('one that nobody confirmed, and an empty computer, stay as they are', () => {
  expect(placeRestored(data, now)).toBeUndefined();
  folder(counter(), 'at work');
  folder(restoringFolder(data), 'half restored');
  expect(placeRestored(data, now)).toBeUndefined();
  expect([wordsIn('counter'), existsSync(restoringFolder(data))]).toEqual(['at work', true]);
});

test('where the restored one can’t be moved, the one before is back in its place, and a later start tries again', async () => {
  folder(counter(), 'damaged');
  folder(restoringFolder(data), 'restored');
  await letTakeThePlace(data);
  const held = (from: string, to: string) => {
    if (from === restoringFolder(data)) throw new Error('held');
    renameSync(from, to);
  };
  expect(placeRestored(data, now, held)).toMatchObject({ message: 'held' });
  expect(wordsIn('counter')).toBe('damaged');
  expect(placeRestored(data, now)).toBeUndefined();
  expect([wordsIn('counter'), wordsIn(aside)]).toEqual(['restored', 'damaged']);
});

test('one that opens after all is never set aside; and of one that is cleared away, nothing waits any more', async () => {
  folder(counter(), 'at work');
  folder(restoringFolder(data), 'restored');
  await letTakeThePlace(data);
  await keepThePlace(join(data, 'trial'));
  expect(existsSync(join(restoringFolder(data), 'takes-the-place'))).toBe(true);
  await keepThePlace(counter());
  expect(placeRestored(data, now)).toBeUndefined();
  expect(wordsIn('counter')).toBe('at work');
  await clearRestoring(data);
  await clearRestoring(data);
  expect(readdirSync(data)).toEqual(['counter']);
});
