import { expect, test } from 'vitest';
import { countWaits, waitOf } from './review-rows.ts';

test('a tier that may be granted directly waits for a second person, any other for its approving body', () => {
  expect(waitOf({ direct: true })).toBe('sign-off');
  expect(waitOf({ direct: false })).toBe('approval');
});

test('the counts add up to what waits', () => {
  expect(countWaits([{ direct: true }, { direct: false }, { direct: false }])).toEqual({ 'sign-off': 1, approval: 2 });
  expect(countWaits([])).toEqual({ 'sign-off': 0, approval: 0 });
});
