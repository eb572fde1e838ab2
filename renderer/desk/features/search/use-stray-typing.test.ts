import { expect, test } from 'vitest';
import { moveChoice } from './move-choice.ts';
import { isStray } from './use-stray-typing.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false };

test.each(['1', 'A', '王', '%', 'Process'])('%s typed beside all fields belongs into the search box', (key) => {
  expect(isStray({ ...plain, key })).toBe(true);
});

test.each(['?', '？', ' ', 'F2', 'Tab', 'Enter', 'Escape', 'ArrowDown', 'Shift'])('%s is a command and stays one', (key) => {
  expect(isStray({ ...plain, key })).toBe(false);
});

test('a key with Ctrl is a command', () => {
  expect(isStray({ ...plain, key: 'p', ctrlKey: true })).toBe(false);
});

test('arrows go round the list, and nowhere in an empty one', () => {
  expect(moveChoice(0, 1, 3)).toBe(1);
  expect(moveChoice(2, 1, 3)).toBe(0);
  expect(moveChoice(0, -1, 3)).toBe(2);
  expect(moveChoice(0, 1, 0)).toBe(0);
});
