import { expect, test } from 'vitest';
import { SyncLimit } from './sync-limit.ts';

const day = 86_400_000;
const begun = Date.parse('2026-11-01T00:00:00.000Z');

function limitAt() {
  const clock = { wallMs: begun };
  let mono = 1_000;
  let newest: string | undefined;
  let lastSyncMs: number | undefined;
  const limit = new SyncLimit({
    clock: { nowMs: () => clock.wallMs, monotonicMs: () => mono },
    counter: () => ({ syncLimit: { days: 30, since: new Date(begun).toISOString() } }) as never,
    newestAt: () => newest,
    lastSyncMs: () => lastSyncMs,
  });
  return {
    limit,
    pass: (days: number) => {
      clock.wallMs += days * day;
      mono += days * day;
    },
    setWall: (days: number) => {
      clock.wallMs += days * day;
    },
    reboot: () => {
      mono = 0;
    },
    entry: (days: number) => {
      newest = new Date(begun + days * day).toISOString();
    },
    sync: (days: number) => {
      lastSyncMs = begun + days * day;
    },
  };
}

test('days pass by the monotonic clock too, so that setting the clock back while the program runs gives none', () => {
  const { limit, pass, setWall } = limitAt();
  pass(20);
  expect(limit.state()?.daysLeft).toBe(10);
  setWall(-19);
  expect(limit.state()?.daysLeft).toBe(10);
  pass(10);
  expect(limit.state()).toEqual({ days: 30, daysLeft: 0, isOver: true });
});

test('the newest entry counts after a restart of the machine', () => {
  const { limit, entry, reboot, setWall } = limitAt();
  entry(31);
  setWall(-5);
  reboot();
  expect(limit.state()?.isOver).toBe(true);
});

test('a sync that was confirmed begins the days anew', async () => {
  const { limit, pass, sync } = limitAt();
  pass(31);
  await expect(limit.needFor('talent.registered')).rejects.toMatchObject({ code: 'too-long-without-sync' });
  await limit.needFor('paper.printed');
  await limit.needFor('sync-limit.set');
  sync(30);
  await limit.needFor('talent.registered');
  expect(limit.state()?.daysLeft).toBe(29);
});
