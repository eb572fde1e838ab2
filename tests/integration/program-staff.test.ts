import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { administrator, goLive, signInLive, startAgain } from './live-kit.ts';
import {
  type Computer,
  clockAhead,
  member,
  newComputer,
  outcomes,
  print,
  type Running,
  refused,
  signIn,
  start,
  trial,
} from './program-kit.ts';
import { directTier, signOff, somebody, takeIn } from './program-people.ts';

let computer: Computer;
let running: Running;
let passphrase: string | undefined;
let desk: DeskClient;
beforeEach(() => {
  computer = newComputer();
});
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

/** A live counter with its administrator at the desk. */
async function openLive(options?: Parameters<typeof startAgain>[1]): Promise<void> {
  running = await start(computer, options);
  ({ passphrase } = await goLive(running));
  await reopen(options);
}

async function reopen(options?: Parameters<typeof startAgain>[1]): Promise<void> {
  running = await startAgain(computer, options);
  desk = running.desk;
  await signInLive(desk, { ...administrator, passphrase });
}

const clerk = { number: '1003', name: '白雪', role: 'clerk', pin: '730158' } as const;
const access = async () => (await desk.staff.list()).map((line) => [line.number, line.access]);
const kinds = () => running.entries.map(({ kind }) => kind);
const fieldsOf = ({ data }: { data: Record<string, unknown> }) =>
  (data['fields'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);

describe('at a live counter', () => {
  test('somebody is added, signs in by their own PIN, and works; a restart changes nothing of it', async () => {
    await openLive();
    const { staffId } = await desk.staff.enrol({ ...clerk, number: '１００３' });
    expect(await access()).toEqual([
      ['8001', 'active'],
      ['1003', 'active'],
    ]);
    expect(running.entries.find(({ kind, staffId: by }) => kind === 'staff.enrolled' && by !== null)?.facts).toEqual({
      staff: { id: staffId, number: '1003', name: '白雪', role: 'clerk' },
    });
    await running.close();
    running = await startAgain(computer);
    desk = running.desk;
    const state = await signInLive(desk, { ...clerk, passphrase });
    expect(state.staff).toMatchObject({ number: '1003', role: 'clerk' });
    await desk.talents.register({ facts: somebody(1) });
    expect((await refused(desk.staff.list())).code).toBe('not-allowed');
  }, 60_000);

  test('the staff recognises and issues: numbers come from the ranges of the office, and the card is no trial’s', async () => {
    let token = '';
    await openLive({
      onEntry: (entry) => {
        if (entry.kind === 'card.issued') token = entry.facts.card.token ?? '';
      },
    });
    const supervisor = { number: '2005', name: '包文', role: 'supervisor', pin: '640273' } as const;
    await desk.staff.enrol(clerk);
    await desk.staff.enrol(supervisor);
    await desk.session.signOut();
    await signInLive(desk, clerk);
    const { personId, matterId, number } = await takeIn(desk, somebody(2), directTier);
    const ticket = await signOff(desk, matterId, { ...member('supervisor'), ...supervisor });
    const { certificateNumber } = await desk.recognitions.grantDirectly({ matterId, ticket });
    const { cardNumber } = await desk.cards.issue({ personId });
    expect([number, certificateNumber, cardNumber].map((one) => Number(one.slice(5, 11)))).toEqual([2001, 1001, 1]);
    expect(await desk.cards.verify({ text: token })).toMatchObject({ result: 'valid', number: cardNumber, trial: false });
    expect((await print(desk, { kind: 'recognition-certificate', matterId })).state).toBe('done');
  }, 60_000);

  test('a number that somebody has or had, a sample’s PIN, a simple one: refused, and nobody is added', async () => {
    await openLive();
    const enrol = (wrong: Partial<Record<keyof typeof clerk, string>>) =>
      refused(desk.staff.enrol({ ...clerk, ...wrong } as typeof clerk)).then(fieldsOf);
    expect(await enrol({ number: '8001', name: ' ' })).toEqual(['number staff-number-taken', 'name required']);
    expect(await enrol({ pin: member('clerk').pin })).toEqual(['pin sample-pin']);
    expect(await enrol({ pin: '123456' })).toEqual(['pin pin-too-simple']);
    expect(await enrol({ number: member('clerk').number, name: member('clerk').name })).toEqual(['name sample-staff']);
    expect(await access()).toHaveLength(1);
    const { staffId } = await desk.staff.enrol(clerk);
    await desk.staff.end({ staffId });
    expect(await enrol({})).toEqual(['number staff-number-taken']);
    expect(kinds().filter((kind) => kind === 'staff.enrolled')).toHaveLength(2);
  }, 60_000);

  test('a PIN that was reset opens, the old one no more, and the waiting of its owner is over', async () => {
    await openLive();
    const { staffId } = await desk.staff.enrol(clerk);
    await desk.session.signOut();
    for (let tries = 0; tries < 6; tries++) await refused(signInLive(desk, { ...clerk, pin: '424242' }));
    expect((await refused(signInLive(desk, clerk))).code).toBe('too-many-attempts');
    await signInLive(desk, administrator);
    const supervisor = { number: '2001', name: '赵雪', pin: '628401' };
    const { staffId: witness } = await desk.staff.enrol({ ...supervisor, role: 'supervisor' });
    const sign = async (who: { number: string; pin: string }, subjectId: string = staffId) => {
      const request = { staffNumber: who.number, pin: who.pin, act: 'staff.reset-pin', subjectId } as const;
      return (await desk.session.signOff(request)).ticket;
    };
    expect((await refused(desk.staff.resetPin({ staffId, pin: '918273' }))).code).toBe('sign-off-needed');
    // Neither who sits here, nor the one whose PIN it is; and a word for one PIN is none for another's.
    expect((await refused(sign(administrator))).code).toBe('second-person-needed');
    expect((await refused(sign(supervisor, witness))).code).toBe('second-person-needed');
    const forAnother = await sign(supervisor, (await desk.session.state()).staff?.id);
    expect((await refused(desk.staff.resetPin({ staffId, pin: '918273', ticket: forAnother }))).code).toBe('sign-off-needed');
    const ticket = await sign(supervisor);
    expect(fieldsOf(await refused(desk.staff.resetPin({ staffId, pin: '111111', ticket })))).toEqual(['pin pin-too-simple']);
    await desk.staff.resetPin({ staffId, pin: '918273', ticket });
    await desk.session.signOut();
    expect((await refused(signInLive(desk, clerk))).code).toBe('wrong-credentials');
    expect((await signInLive(desk, { ...clerk, pin: '918273' })).staff?.name).toBe('白雪');
    expect(running.entries.find(({ kind }) => kind === 'staff.pin-reset')).toMatchObject({
      facts: { staffId, signedOffBy: witness },
      localOnly: true,
    });
  }, 60_000);

  test('everybody changes their own PIN with the old one; a wrong old one counts, is journaled, and changes nothing', async () => {
    await openLive();
    const wrong = await refused(desk.staff.changePin({ pin: '424242', newPin: '918273' }));
    expect(wrong).toEqual({ code: 'wrong-credentials', data: { attemptsLeft: 4 } });
    expect(kinds().at(-1)).toBe('session.refused');
    expect(fieldsOf(await refused(desk.staff.changePin({ pin: administrator.pin, newPin: '975319' })))).toEqual([
      'newPin sample-pin',
    ]);
    await desk.staff.changePin({ pin: administrator.pin, newPin: '918273' });
    expect(kinds().at(-1)).toBe('staff.pin-changed');
    await desk.session.lock();
    expect((await refused(desk.session.unlock({ pin: administrator.pin }))).code).toBe('wrong-credentials');
    expect((await desk.session.unlock({ pin: '918273' })).phase).toBe('signed-in');
  }, 60_000);

  test('whoever left can’t sign in, sign off or be given a PIN any more; nobody ends their own access', async () => {
    await openLive();
    const own = (await desk.session.state()).staff?.id as StaffId;
    expect((await refused(desk.staff.end({ staffId: own }))).code).toBe('own-access');
    const { staffId } = await desk.staff.enrol({ ...clerk, role: 'supervisor' });
    const { given, codes } = await outcomes([desk.staff.end({ staffId }), desk.staff.end({ staffId })]);
    expect([given.length, codes]).toEqual([1, ['not-found']]);
    expect((await refused(desk.staff.resetPin({ staffId, pin: '918273' }))).code).toBe('not-found');
    expect(await access()).toEqual([
      ['8001', 'active'],
      ['1003', 'left'],
    ]);
    const signOff = { staffNumber: clerk.number, pin: clerk.pin, act: 'date.confirm', subjectId: 'x' } as const;
    expect((await refused(desk.session.signOff(signOff))).code).toBe('wrong-credentials');
    await desk.session.signOut();
    expect((await refused(signInLive(desk, clerk))).code).toBe('wrong-credentials');
    await running.close();
    await reopen();
    expect((await access()).at(-1)).toEqual(['1003', 'left']);
    expect(kinds().filter((kind) => kind === 'staff.left')).toHaveLength(0);
  }, 60_000);

  test('somebody whom a kill left without a PIN is named so, and gets one', async () => {
    await openLive();
    await running.close();
    const vault = ['vault', 'vault-copy', 'marks'].map((name) => join(computer.dir, 'data', 'counter', 'vault', name));
    await reopen();
    await desk.session.lock();
    await desk.session.unlock({ pin: administrator.pin });
    const before = vault.map((file) => [file, readFileSync(file)] as const);
    const { staffId } = await desk.staff.enrol(clerk);
    await running.close();
    // As if the machine had stopped between the entry and the vault: the vault's files of the moment before.
    for (const [file, bytes] of before) writeFileSync(file, bytes);
    await reopen();
    expect((await access()).at(-1)).toEqual(['1003', 'no-pin']);
    await desk.staff.resetPin({ staffId, pin: clerk.pin });
    await desk.session.signOut();
    expect((await signInLive(desk, clerk)).staff?.id).toBe(staffId);
  }, 60_000);
});

describe('numbers', () => {
  test('another range is granted, must not overlap, and is used after the first', async () => {
    await openLive();
    const year = Number((await desk.counter.status()).today.date.slice(0, 4));
    const grant = (range: { first: string; count: string }, at = year) =>
      desk.numbers.grant({ series: 'card', year: at, ...range });
    expect(fieldsOf(await refused(grant({ first: '500', count: '10' })))).toEqual(['first range-overlaps']);
    expect(fieldsOf(await refused(grant({ first: '', count: '0' })))).toEqual(['first required', 'count not-a-count']);
    expect(fieldsOf(await refused(grant({ first: '1', count: '10' }, year + 2)))).toEqual(['year not-this-or-next-year']);
    await grant({ first: '501', count: '１００' });
    expect((await desk.counter.status()).numbersLeft.card).toBe(600);
    const { codes } = await outcomes([grant({ first: '700', count: '5' }), grant({ first: '700', count: '5' })]);
    expect(codes).toEqual(['field-refused']);
    expect((await desk.numbers.blocks()).filter(({ series }) => series === 'card').map(({ start, end }) => [start, end])).toEqual(
      [
        [1, 500],
        [501, 600],
        [700, 704],
      ],
    );
  }, 60_000);

  test('in December a live counter says whose numbers of the next year are missing, and grants itself none', async () => {
    await openLive();
    expect((await desk.counter.status()).nextYearMissing).toEqual([]);
    await running.close();
    const december = clockAhead(daysToDecember());
    await reopen({ clock: december });
    expect((await desk.counter.status()).nextYearMissing).toEqual(['card', 'certificate', 'matter']);
    const next = Number(december.today().slice(0, 4)) + 1;
    await desk.numbers.grant({ series: 'matter', year: next, first: '1', count: '100' });
    expect((await desk.counter.status()).nextYearMissing).toEqual(['card', 'certificate']);
    expect((await desk.numbers.blocks()).filter(({ year }) => year === next)).toMatchObject([
      { series: 'matter', left: 100, trial: false },
    ]);
  }, 60_000);
});

test('in 试用 staff can be added to try, and its sample staff stays as it is', async () => {
  running = await start(computer);
  desk = running.desk;
  await signIn(desk, member('administrator'));
  await desk.staff.enrol({ ...clerk, pin: '123456' });
  const sample = member('clerk').id;
  expect((await refused(desk.staff.resetPin({ staffId: sample, pin: '918273' }))).code).toBe('sample-member');
  expect((await refused(desk.staff.end({ staffId: sample }))).code).toBe('sample-member');
  expect((await refused(desk.staff.changePin({ pin: member('administrator').pin, newPin: '918273' }))).code).toBe(
    'sample-member',
  );
  expect((await access()).map(([, one]) => one)).toEqual([...trial.staff.map(() => 'sample'), 'active']);
  const { sampleStaff } = await desk.session.signOut();
  expect(sampleStaff?.map(({ number }) => number)).not.toContain('1003');
  expect((await desk.session.signIn({ staffNumber: '1003', pin: '123456' })).staff?.name).toBe('白雪');
}, 60_000);

/** From today to the December that comes next, or that this is. */
function daysToDecember(): number {
  const now = new Date();
  return Math.max(0, Math.ceil((Date.UTC(now.getUTCFullYear(), 11, 5) - now.getTime()) / 86_400_000));
}
