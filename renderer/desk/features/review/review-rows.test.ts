import { expect, test } from 'vitest';
import { countWaits, waitOf } from './review-rows.ts';

test('a tier that may be granted directly waits for a second person, any other for its approving body', () => {
  expect(waitOf({ direct: true })).toBe('sign-off');
  expect(waitOf({ direct: false })).toBe('approval');
});

test('the counts add up to what waits', () => {
  expect(countWaits([{ direct: true }, { direct: false }, { direct: false }])).toEqual({
    'sign-off': 1,
    approval: 2,
    supplement: 0,
  });
  expect(countWaits([])).toEqual({ 'sign-off': 0, approval: 0, supplement: 0 });
});

test('what lacks something waits for that first, whoever decides on it later', () => {
  const supplement = { dueOn: '2026-12-02', left: 1 };
  expect(waitOf({ direct: true, supplement })).toBe('supplement');
  expect(countWaits([{ direct: true, supplement }, { direct: true }])).toEqual({ 'sign-off': 1, approval: 0, supplement: 1 });
});
