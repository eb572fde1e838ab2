import { describe, expect, test } from 'vitest';
import { daysBetween, isDue } from './daily.ts';

const at = (china: string) => Date.parse(`${china}+08:00`);

describe('the daily backup', () => {
  test.each([
    ['never made', undefined, '2026-11-25T09:00', true],
    ['before six, with one of yesterday evening', '2026-11-24T18:05', '2026-11-25T17:59', false],
    ['after six, with one of this morning', '2026-11-25T10:00', '2026-11-25T18:00', true],
    ['after six, with one after six', '2026-11-25T18:01', '2026-11-25T23:59', false],
    ['the morning after one was missed', '2026-11-24T17:00', '2026-11-25T08:30', true],
    ['just after midnight, with one of the evening', '2026-11-24T19:00', '2026-11-25T00:01', false],
  ] as const)('%s', (...[, last, now, due]) => {
    expect(isDue(at(now), last === undefined ? undefined : at(last))).toBe(due);
  });

  test('days are whole ones, and a clock that was set back makes none', () => {
    expect(daysBetween(at('2026-11-20T12:00'), at('2026-11-25T11:59'))).toBe(4);
    expect(daysBetween(at('2026-11-25T12:00'), at('2026-11-20T12:00'))).toBe(0);
  });
});
