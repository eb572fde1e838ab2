import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterId } from '../../shared/domain/ids.ts';
import { addDays } from '../../shared/domain/plain-date.ts';
import { type Computer, clockAhead, newComputer, print, type Running, refused, signIn, startSignedIn } from './program-kit.ts';
import { approval, approvedTier, directTier, recogniseDirectly, signOff, somebody, takeIn, withCard } from './program-people.ts';

let computer: Computer;
let running: Running;
/** How far the computer's clock is off, in days; whole ones, so that a test crosses no midnight by itself. */
let offDays = 0;

beforeAll(async () => {
  computer = newComputer();
  running = await startSignedIn(computer, { clock: clockAhead(() => offDays) });
}, 240_000);

afterAll(async () => {
  await running?.close();
  computer?.remove();
});

test('a paper has one name: under a second one its reprint can’t pass for a first print', async () => {
  const { desk } = running;
  const { cardNumber, matterId } = await withCard(desk, somebody(1));
  const other = '01999999-9999-7999-8999-999999999999' as MatterId;
  for (const stray of [matterId, other])
    expect(await refused(desk.papers.print({ kind: 'card-front', cardNumber, matterId: stray }))).toEqual({
      code: 'bad-input',
      data: { fields: [{ path: 'matterId', code: 'not-accepted' }] },
    });
  const receipt = { kind: 'receipt-received', matterId, cardNumber } as const;
  expect((await refused(desk.papers.preview(receipt))).code).toBe('bad-input');
  expect((await print(desk, { kind: 'card-front', cardNumber })).state).toBe('done');
});

test('an approval under which the recognition is already over is refused beside its date, and takes no number', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(2), approvedTier);
  const left = (await desk.counter.status()).numbersLeft.certificate;
  const { today } = await desk.counter.status();
  const entered = await approval(desk, addDays(today.date, -366 * 30));
  expect(await refused(desk.recognitions.enterApproval({ matterId, approval: entered }))).toEqual({
    code: 'field-refused',
    data: { fields: [{ path: 'approval.approvedOn', code: 'recognition-over' }] },
  });
  expect((await desk.counter.status()).numbersLeft.certificate).toBe(left);
});

test('a paper that was journaled but could not be queued is taken up when print is pressed again, and is no reprint', async () => {
  const { desk } = running;
  const { matterId, personId } = await takeIn(desk, somebody(3), directTier);
  const subject = { kind: 'receipt-received', matterId } as const;
  const folder = join(computer.paths.userData, 'attachments');
  renameSync(folder, `${folder}.away`);
  try {
    await expect(desk.papers.print(subject)).rejects.toThrow();
  } finally {
    renameSync(`${folder}.away`, folder);
  }
  const before = readdirSync(computer.paths.papers).length;
  expect((await print(desk, subject)).state).toBe('done');
  expect((await desk.talents.get({ personId })).papers.map(({ reprint }) => reprint)).toEqual([undefined]);
  // The next start finds nothing left to print.
  await desk.session.signOut();
  await signIn(desk);
  expect(readdirSync(computer.paths.papers)).toHaveLength(before + 1);
  expect((await refused(desk.papers.print(subject))).code).toBe('bad-input');
});

test('under a clock that was set back nothing is decided whose date a paper will bear', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(4), directTier);
  const { personId } = await desk.talents.register({ facts: somebody(5) });
  const recognised = await recogniseDirectly(desk, somebody(6));
  const ticket = await signOff(desk, matterId);
  const entered = await approval(desk, addDays((await desk.counter.status()).today.date, -3));
  const other = await takeIn(desk, somebody(7), approvedTier);
  offDays = -2;
  try {
    const calls = [
      () => desk.recognitions.receive({ personId, ...directTier }),
      () => desk.recognitions.grantDirectly({ matterId, ticket }),
      () => desk.recognitions.enterApproval({ matterId: other.matterId, approval: entered }),
      () => desk.cards.issue({ personId: recognised.personId }),
      () => desk.papers.print({ kind: 'receipt-received', matterId }),
    ];
    for (const call of calls) expect((await refused(call())).code).toBe('date-questionable');
  } finally {
    offDays = 0;
  }
  expect((await desk.recognitions.receive({ personId, ...directTier })).number).toMatch(/^\d{12}$/);
});

test('a sign-in does not make the date of a clock that was set back any better, nor does a lost snapshot', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(8), directTier);
  offDays = -2;
  try {
    for (const spoil of [() => {}, spoilSnapshots]) {
      await desk.session.signOut();
      spoil();
      await signIn(desk);
      expect((await refused(desk.papers.print({ kind: 'receipt-received', matterId }))).code).toBe('date-questionable');
    }
  } finally {
    offDays = 0;
  }
  await desk.session.signOut();
  await signIn(desk);
  expect((await print(desk, { kind: 'receipt-received', matterId })).state).toBe('done');
});

function spoilSnapshots(): void {
  const folder = join(computer.paths.userData, 'snapshot');
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'spoilt');
}

test('a desk that is open at midnight of New Year’s Eve goes on with the new year’s numbers', async () => {
  const { desk } = running;
  const today = (await desk.counter.status()).today.date;
  const year = Number(today.slice(0, 4));
  const daysTo = (date: string) => Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
  await desk.session.signOut();
  offDays = daysTo(`${year}-12-31`);
  await signIn(desk);
  expect((await takeIn(desk, somebody(9), directTier)).number.slice(0, 4)).toBe(String(year));
  offDays += 1;
  const { certificateNumber, number } = await recogniseDirectly(desk, somebody(10));
  expect([number, certificateNumber].map((one) => one.slice(0, 4))).toEqual([String(year + 1), String(year + 1)]);
});
