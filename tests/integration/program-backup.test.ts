import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CardNumber } from '../../shared/domain/ids.ts';
import { clerk, filesBelow, liveCounter, liveSignOff, newPin, newStick, restore, supervisor } from './backup-kit.ts';
import { administrator, signInLive, startAgain } from './live-kit.ts';
import { type Computer, newComputer, print, type Running, refused, start } from './program-kit.ts';
import { directTier, somebody, takeIn } from './program-people.ts';

const computers: Computer[] = [];
let computer: Computer;
let running: Running | undefined;
const another = () => {
  const one = newComputer();
  computers.push(one);
  return one;
};
beforeEach(() => {
  computer = another();
}, 60_000);
afterEach(async () => {
  await running?.close();
  running = undefined;
  for (const one of computers.splice(0)) one.remove();
});

/** A live counter with a stick chosen, and one person with card and papers. */
async function counterWithBackup() {
  const live = await liveCounter(computer);
  running = live.running;
  const { desk } = running;
  const taken = await takeIn(desk, somebody(1), directTier);
  await desk.recognitions.grantDirectly({ matterId: taken.matterId, ticket: await liveSignOff(desk, taken.matterId) });
  const { cardNumber } = await desk.cards.issue({ personId: taken.personId });
  for (const kind of ['card-front', 'card-back'] as const) await print(desk, { kind, cardNumber: cardNumber as CardNumber });
  const stick = newStick(computer);
  await signInLive(desk, administrator);
  await desk.backup.choose({ path: stick });
  const made = await desk.backup.make();
  return { ...live, ...taken, cardNumber: cardNumber as CardNumber, desk, stick, made };
}

describe('a backup', () => {
  test('is restored on another computer by the recovery key: the same people, cards and papers, another device, frozen numbers', async () => {
    const before = await counterWithBackup();
    const { desk, stick, recoveryKey, personId, cardNumber, made } = before;
    expect(made.headSeq).toBeGreaterThan(10);
    expect((await desk.backup.state()).last).toEqual(made);
    const person = await desk.talents.get({ personId });
    const history = await desk.talents.history({ personId });
    await running?.close();

    computer = another();
    running = await start(computer);
    const sheet = await restore(running, { stick, recoveryKey });
    expect(sheet).toMatchObject({ entries: made.headSeq, people: 1, cards: 1 });
    expect(readdirSync(join(computer.dir, 'data')).toSorted()).toContain('counter');
    running = await startAgain(computer);
    const after = running.desk;
    expect((await refused(signInLive(after, { ...administrator, passphrase: sheet.passphrase }))).code).toBe('wrong-credentials');
    await signInLive(after, { ...administrator, pin: newPin, passphrase: sheet.passphrase });
    expect(running.entries[0]?.kind).toBe('counter.restored');
    expect(await after.talents.get({ personId })).toEqual(person);
    expect(await after.talents.history({ personId })).toEqual(history);
    expect((await after.staff.list()).map(({ number, access }) => [number, access])).toEqual([
      ['8001', 'active'],
      ['1001', 'no-pin'],
      ['2001', 'no-pin'],
    ]);
    expect((await after.numbers.blocks()).map(({ left, frozen }) => [left, frozen])).toEqual([
      [0, true],
      [0, true],
      [0, true],
    ]);
    for (const { id } of (await after.staff.list()).filter(({ access }) => access === 'no-pin')) {
      const pin = [clerk, supervisor].find(({ number }) => person && number === '1001')?.pin ?? clerk.pin;
      await after.staff.resetPin({ staffId: id, pin });
    }
    await signInLive(after, clerk);
    const { personId: second } = await after.talents.register({ facts: somebody(2) });
    expect(await refused(after.recognitions.receive({ personId: second, ...directTier }))).toEqual({
      code: 'numbers-frozen',
      data: { series: 'matter' },
    });
    await signInLive(after, { ...administrator, pin: newPin });
    await after.numbers.grant({ series: 'matter', year: new Date().getFullYear(), first: '7001', count: '10' });
    await signInLive(after, clerk);
    const { number } = await after.recognitions.receive({ personId: second, ...directTier });
    expect(number.slice(5, 11)).toBe('007001');
    expect(cardNumber).toMatch(/^\d{12}$/);
  }, 120_000);

  test('made once more copies only what is new', async () => {
    const { desk, stick, made } = await counterWithBackup();
    const first = filesBelow(stick);
    const second = await desk.backup.make();
    expect(second.copiedBytes).toBeLessThan(made.bytes / 4);
    const now = filesBelow(stick);
    const kept = [...first.keys()].filter((name) => now.has(name));
    expect(kept.length).toBeGreaterThan(first.size / 2);
    // All of it but the second copy of the vault's file, whose bytes are those of the first.
    expect(made.copiedBytes).toBeGreaterThan(made.bytes - 4_096);
    expect(made.copiedBytes).toBeLessThan(made.bytes);
  }, 120_000);
});
