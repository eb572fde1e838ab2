import { describe, expect, test } from 'vitest';
import { clockTime, elapsedSince, shortMoment } from './moments.ts';

describe('moments on screen', () => {
  test('the time is China’s, wherever the computer thinks it is', () => {
    expect(clockTime('2026-03-05T06:03:22Z')).toBe('14:03:22');
    expect(clockTime('2026-03-05T16:00:00Z')).toBe('00:00:00');
  });

  test('today’s moments are a time, earlier ones have their date', () => {
    const now = Date.parse('2026-03-05T06:10:00Z');
    expect(shortMoment('2026-03-05T01:14:00Z', now)).toBe('09:14');
    expect(shortMoment('2026-03-04T15:59:00Z', now)).toBe('2026-03-04 23:59');
  });

  test('time without a network is counted in hours and minutes, and never negative', () => {
    const now = Date.parse('2026-03-05T06:12:59Z');
    expect(elapsedSince('2026-03-05T03:00:00Z', now)).toEqual({ hours: 3, minutes: 12 });
    expect(elapsedSince('2026-03-05T09:00:00Z', now)).toEqual({ hours: 0, minutes: 0 });
  });
});
