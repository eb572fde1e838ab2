import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../electron/program/counter-clock.ts';
import { type Computer, member, newComputer, type Running, refused, signIn, start } from './program-kit.ts';
import { directTier, signOff, somebody, takeIn } from './program-people.ts';

/** The machine's uptime is moved on by hand: to wait for a sign-off to grow old would take minutes. */
let aheadMs = 0;
const real = systemClock();
const clock = { ...real, monotonicMs: () => real.monotonicMs() + aheadMs };

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

let n = 0;
const newMatter = () => takeIn(running.desk, somebody(++n), directTier);
const signOffAs = (matterId: string, { number: staffNumber, pin }: { number: string; pin: string }) =>
  running.desk.session.signOff({ staffNumber, pin, act: 'recognition.grant', subjectId: matterId });

describe('a recognition at the counter takes a second person', () => {
  test('who has the right: no clerk signs off, neither the one who sits here nor another, nor an administrator', async () => {
    const { matterId } = await newMatter();
    for (const who of [member('clerk'), member('clerk', true), member('administrator')])
      expect((await refused(signOffAs(matterId, who))).code, who.role).toBe('second-person-needed');
  });

  test('and not the one who sits here, whatever their right', async () => {
    const { desk } = running;
    await signIn(desk, member('supervisor'));
    const { matterId } = await newMatter();
    expect((await refused(signOffAs(matterId, member('supervisor')))).code).toBe('second-person-needed');
    await signIn(desk);
  });

  test('and not the one who took it in, though somebody else sits here by now', async () => {
    const { desk } = running;
    await signIn(desk, member('supervisor'));
    const { matterId } = await newMatter();
    await signIn(desk);
    const ticket = await signOff(desk, matterId);
    expect((await refused(desk.recognitions.grantDirectly({ matterId, ticket }))).code).toBe('second-person-needed');
  });
});

describe('a sign-off', () => {
  const grant = (matterId: Awaited<ReturnType<typeof newMatter>>['matterId'], ticket: string) =>
    running.desk.recognitions.grantDirectly({ matterId, ticket });

  test('is good once, for its own matter', async () => {
    const [one, other] = [await newMatter(), await newMatter()];
    const ticket = await signOff(running.desk, one.matterId);
    expect((await refused(grant(other.matterId, ticket))).code).toBe('sign-off-needed');
    // Shown for the wrong matter it is spent: who found it can't go on trying.
    expect((await refused(grant(one.matterId, ticket))).code).toBe('sign-off-needed');
    expect((await grant(one.matterId, await signOff(running.desk, one.matterId))).certificateNumber).toMatch(/^\d+$/);
  });

  test('is not spent by what was refused for something else', async () => {
    const { desk } = running;
    const { matterId } = await newMatter();
    const { approvalId } = await desk.approvals.request({ asked: { act: 'recognition.grant-directly', matterId } });
    const ticket = await signOff(desk, matterId);
    expect((await refused(grant(matterId, ticket))).code).toBe('approval-waiting');
    await desk.approvals.withdraw({ approvalId });
    expect((await grant(matterId, ticket)).certificateNumber).toMatch(/^\d+$/);
  });

  test('can’t be guessed', async () => {
    const { matterId } = await newMatter();
    expect((await refused(grant(matterId, 'A'.repeat(32)))).code).toBe('sign-off-needed');
  });

  test('is gone with the lock', async () => {
    const { matterId } = await newMatter();
    const ticket = await signOff(running.desk, matterId);
    await running.desk.session.lock();
    await running.desk.session.unlock({ pin: member('clerk').pin });
    expect((await refused(grant(matterId, ticket))).code).toBe('sign-off-needed');
  });

  test('grows old within minutes', async () => {
    const { matterId } = await newMatter();
    const ticket = await signOff(running.desk, matterId);
    aheadMs += 3 * 60_000;
    expect((await refused(grant(matterId, ticket))).code).toBe('sign-off-needed');
  });
});

describe('wrong PINs', () => {
  const wrong = (who = member('supervisor')) => signOffAs('x', { ...who, pin: '424242' });

  test('are counted, then make one wait, and the wait outlasts a restart', async () => {
    for (const attemptsLeft of [4, 3, 2, 1])
      expect(await refused(wrong())).toEqual({ code: 'wrong-credentials', data: { attemptsLeft } });
    expect(await refused(wrong())).toEqual({ code: 'wrong-credentials', data: { attemptsLeft: 0, waitSeconds: 30 } });
    const { code, data } = await refused(wrong());
    expect(code).toBe('too-many-attempts');
    expect(data['waitSeconds']).toBeGreaterThan(25);
    await running.close();
    running = await start(computer, { clock });
    expect((await refused(signIn(running.desk, member('supervisor')))).code).toBe('too-many-attempts');
    // The right PIN after the wait; the others were never kept waiting.
    await signIn(running.desk);
    aheadMs += 31_000;
    const { matterId } = await newMatter();
    expect(await signOff(running.desk, matterId)).toMatch(/.{16,}/);
  });

  test('are journaled, and no entry or log line says whose PIN it was or what was typed', async () => {
    await refused(wrong());
    const entries = running.entries.filter(({ kind }) => kind === 'session.refused');
    expect(entries.length).toBeGreaterThan(0);
    for (const { command, facts } of entries) expect([command, facts]).toEqual([{}, { reason: 'wrong-credentials' }]);
    expect(running.lines.join('\n')).not.toMatch(/424242|135791/);
  });

  test('of a number that nobody has are answered like anybody’s', async () => {
    const stranger = { ...member('clerk'), number: '7777' };
    expect(await refused(wrong(stranger))).toEqual({ code: 'wrong-credentials', data: { attemptsLeft: 4 } });
  });
});
