import { expect, test } from 'vitest';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { sinceDate } from './since.ts';

test('today is one of the seven and thirty days, over a month’s end too', () => {
  const today = toPlainDate('2026-03-03');
  expect(sinceDate('any', today)).toBeUndefined();
  expect(sinceDate('today', today)).toBe('2026-03-03');
  expect(sinceDate('week', today)).toBe('2026-02-25');
  expect(sinceDate('month', today)).toBe('2026-02-02');
});
