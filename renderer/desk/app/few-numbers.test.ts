import { expect, test } from 'vitest';
import { fewNumbersLeft } from './few-numbers.ts';

test('a series is named while there is still time to lease more, and not before', () => {
  expect(fewNumbersLeft({ numbersLeft: { card: 50, certificate: 400, matter: 400 } })).toEqual([]);
  expect(fewNumbersLeft({ numbersLeft: { card: 49, certificate: 400, matter: 0 } })).toEqual(['card', 'matter']);
});
