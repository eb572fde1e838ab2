import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../electron/program/counter-clock.ts';
import { chinaDateAt } from '../../shared/domain/plain-date.ts';
import { type Computer, member, newComputer, type Running, refused, signIn, start } from './program-kit.ts';
import { directTier, inPerson, somebody, takeIn } from './program-people.ts';

/** The computer's clock, moved by hand while the program runs. */
let aheadDays = 0;
const real = systemClock();
const nowMs = () => real.nowMs() + aheadDays * 86_400_000;
const clock = {
  ...real,
  nowMs,
  today: () => chinaDateAt(nowMs()),
  at: () => ({ ...real.at(), wall: new Date(nowMs()).toISOString() }),
};

let computer: Computer;
let running: Running;
beforeAll(async () => {
  computer = newComputer();
  running = await start(computer, { clock });
  await signIn(running.desk);
}, 120_000);
afterAll(async () => {
  await running?.close();
  computer?.remove();
});

const today = () => clock.today();
const signOffDate = (subjectId: string) => {
  const { number: staffNumber, pin } = member('supervisor');
  return running.desk.session.signOff({ staffNumber, pin, act: 'date.confirm', subjectId });
};
const questionable = async () => (await running.desk.counter.status()).questionable;

test('after a clock that was ahead nothing bears a date until a supervisor has confirmed it, over a restart too', async () => {
  aheadDays = 3;
  await takeIn(running.desk, somebody(1), directTier);
  const ahead = today();
  aheadDays = 0;
  expect((await refused(takeIn(running.desk, somebody(2), directTier))).code).toBe('date-questionable');
  expect(await questionable()).toEqual({ today: today(), lastEntry: ahead });
  await running.close();
  running = await start(computer, { clock });
  await signIn(running.desk);
  expect((await refused(takeIn(running.desk, somebody(3), directTier))).code).toBe('date-questionable');

  const { ticket } = await signOffDate(today());
  await running.desk.counter.confirmDate({ today: today(), ticket });
  expect(await questionable()).toBeUndefined();
  await takeIn(running.desk, somebody(4), directTier);
  await running.close();
  running = await start(computer, { clock });
  await signIn(running.desk);
  expect(await questionable()).toBeUndefined();
}, 120_000);

test('a confirmation is for its own day, and takes the sign-off', async () => {
  aheadDays = -1;
  const { ticket } = await signOffDate('2020-01-01');
  expect((await refused(running.desk.counter.confirmDate({ today: today(), ticket }))).code).toBe('sign-off-needed');
  expect(await questionable()).toBeDefined();
  aheadDays = 0;
}, 60_000);

test('a clock without a battery says a day before this program was made: it is in question, and no bug', async () => {
  aheadDays = -4_000;
  expect(await questionable()).toMatchObject({ today: today() });
  const intake = { ...inPerson, notice: { ...inPerson.notice, givenOn: today() } };
  expect((await refused(takeIn(running.desk, { ...somebody(5), intake }, directTier))).code).toBe('date-questionable');
  aheadDays = 0;
}, 60_000);
