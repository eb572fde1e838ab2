import { expect, test } from 'vitest';
import { syncLeft } from './sync-limit.ts';

const day = 86_400_000;
const since = '2026-11-01T00:00:00.000Z';
const at = (days: number) => Date.parse(since) + days * day;

test('counts from when it was set, or from the last sync where that is later', () => {
  const limit = { days: 30, since };
  expect(syncLeft(limit, { lastSyncMs: undefined, nowMs: at(0) })).toEqual({ daysLeft: 30, isOver: false });
  expect(syncLeft(limit, { lastSyncMs: undefined, nowMs: at(29.5) })).toEqual({ daysLeft: 1, isOver: false });
  expect(syncLeft(limit, { lastSyncMs: undefined, nowMs: at(30) })).toEqual({ daysLeft: 0, isOver: true });
  expect(syncLeft(limit, { lastSyncMs: at(20), nowMs: at(30) })).toEqual({ daysLeft: 20, isOver: false });
  expect(syncLeft(limit, { lastSyncMs: at(-20), nowMs: at(30) })).toEqual({ daysLeft: 0, isOver: true });
});
