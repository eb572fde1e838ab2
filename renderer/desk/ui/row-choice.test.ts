import { expect, test } from 'vitest';
import { chosenIndex, movedIndex } from './row-choice.ts';

test('the choice follows its row when others come before it', () => {
  expect(chosenIndex(['x', 'a', 'b'], { key: 'a', index: 0 })).toBe(1);
});

test('when a row was worked off, the next one in the queue is chosen, and after the last the one before it', () => {
  expect(chosenIndex(['a', 'c'], { key: 'b', index: 1 })).toBe(1);
  expect(chosenIndex(['a', 'b'], { key: 'c', index: 2 })).toBe(1);
});

test('nothing chosen yet means the first row, and no rows mean none', () => {
  expect(chosenIndex(['a', 'b'], undefined)).toBe(0);
  expect(chosenIndex([], undefined)).toBe(-1);
  expect(chosenIndex([], { key: 'a', index: 3 })).toBe(-1);
});

test('arrows stop at the ends, pages too, and other keys move nothing', () => {
  expect(movedIndex('ArrowUp', 0, 3)).toBe(0);
  expect(movedIndex('ArrowDown', 2, 3)).toBe(2);
  expect(movedIndex('PageDown', 1, 40)).toBe(11);
  expect(movedIndex('PageUp', 4, 40)).toBe(0);
  expect(movedIndex('ArrowDown', -1, 0)).toBeUndefined();
  expect(movedIndex('Home', 1, 3)).toBeUndefined();
});
