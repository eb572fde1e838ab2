import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CounterClock } from '../../electron/program/counter-clock.ts';
import { administrator, goLive, signInLive, startAgain } from './live-kit.ts';
import { type Computer, clockAhead, member, newComputer, print, type Running, refused, signIn, start } from './program-kit.ts';
import { directTier, somebody } from './program-people.ts';

let computer: Computer;
let running: Running;
let passphrase: string | undefined;
beforeEach(() => {
  computer = newComputer();
}, 180_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

const bai = { number: '1003', name: '白雪', role: 'clerk', pin: '730158' } as const;

async function reopen(who: { number: string; pin: string }, clock?: CounterClock): Promise<void> {
  await running.close();
  running = await startAgain(computer, clock ? { clock } : {});
  await signInLive(running.desk, { ...who, passphrase });
}

async function change(who: { number: string; pin: string }): Promise<void> {
  await running.desk.session.signOut();
  await signInLive(running.desk, { ...who, passphrase });
}

test('after so many days without a sync nothing new is taken in; looking, printing and settings go on, and no clock that is set back helps', async () => {
  running = await start(computer);
  ({ passphrase } = await goLive(running));
  running = await startAgain(computer);
  await signInLive(running.desk, { ...administrator, passphrase });
  await running.desk.staff.enrol(bai);
  expect(await running.desk.syncLimit.state()).toEqual({ days: 0 });
  await running.desk.syncLimit.set({ days: 30 });
  await change(bai);
  const { personId } = await running.desk.talents.register({ facts: somebody(1) });
  const { matterId } = await running.desk.recognitions.receive({ personId, ...directTier });
  expect((await running.desk.counter.status()).syncLimit).toBeUndefined();

  await reopen(bai, clockAhead(26));
  expect((await running.desk.counter.status()).syncLimit).toEqual({ daysLeft: 4, isOver: false });
  await running.desk.talents.register({ facts: somebody(2) });

  await reopen(bai, clockAhead(31));
  expect((await running.desk.counter.status()).syncLimit).toEqual({ daysLeft: 0, isOver: true });
  const stopped = { code: 'too-long-without-sync', data: { days: 30 } };
  expect(await refused(running.desk.talents.register({ facts: somebody(3) }))).toEqual(stopped);
  expect((await running.desk.talents.get({ personId })).id).toBe(personId);
  expect((await print(running.desk, { kind: 'receipt-received', matterId })).state).toBe('done');

  // Set back by two days, and by a month: the newest entry knows better.
  await reopen(bai, clockAhead(29));
  expect(await refused(running.desk.talents.register({ facts: somebody(3) }))).toEqual(stopped);
  await reopen(bai);
  expect(await refused(running.desk.talents.register({ facts: somebody(3) }))).toEqual(stopped);

  await reopen(administrator, clockAhead(31));
  await running.desk.syncLimit.set({ days: 60 });
  await change(bai);
  await running.desk.talents.register({ facts: somebody(3) });
  expect((await running.desk.counter.status()).syncLimit).toBeUndefined();
  await change(administrator);
  await running.desk.syncLimit.set({ days: 0 });
  expect(await running.desk.syncLimit.state()).toEqual({ days: 0 });
}, 180_000);

test('试用 has no limit, and none can be set', async () => {
  running = await start(computer);
  await signIn(running.desk, member('administrator'));
  expect((await refused(running.desk.syncLimit.set({ days: 30 }))).code).toBe('not-in-trial');
}, 60_000);
