import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { clerk, filesBelow, liveCounter, newPin, newStick, restore } from './backup-kit.ts';
import { countEpochs, resealed } from './data-key-kit.ts';
import { administrator, signInLive, startAgain } from './live-kit.ts';
import { type Computer, computerIn, newComputer, type Running, start } from './program-kit.ts';
import { somebody } from './program-people.ts';

/** Enough for a sealing anew and a backup to meet. */
const scans = 40;

const computers: Computer[] = [];
let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
  for (const one of computers.splice(0)) one.remove();
});
function another(): Computer {
  const one = newComputer();
  computers.push(one);
  return one;
}

/** A live counter with people and scans; the administrator sits at it. */
async function filled() {
  const computer = another();
  const counter = await liveCounter(computer);
  running = counter.running;
  const { desk } = running;
  const people: PersonId[] = [];
  for (let n = 1; n <= 5; n++) people.push((await desk.talents.register({ facts: somebody(n) })).personId);
  for (let n = 1; n <= scans; n++) {
    const file = new Blob([await sampleApproval(`scan ${n}`)], { type: 'application/pdf' });
    await desk.attachments.put({ name: `扫描${n}.pdf`, file });
  }
  const stick = newStick(computer);
  await signInLive(desk, administrator);
  await desk.backup.choose({ path: stick });
  return { ...counter, computer, desk, stick, people };
}

/** What a computer that is restored from there has; it ends under one key. */
async function needRestored({ stick, recoveryKey }: { stick: string; recoveryKey: string }, people: readonly PersonId[]) {
  const place = another();
  running = await start(place);
  const { passphrase } = await restore(running, { stick, recoveryKey });
  running = await startAgain(place);
  const { desk } = running;
  await signInLive(desk, { ...administrator, pin: newPin, passphrase });
  for (const personId of people) expect((await desk.talents.get({ personId })).id).toBe(personId);
  await resealed(desk);
  // The database begins anew on another computer; nothing else is amiss.
  expect((await desk.counter.status()).notices).toEqual(['records-rebuilt']);
  await running.close();
  running = undefined;
  const { userData } = computerIn(place.dir).paths;
  expect(Object.keys(countEpochs(userData))).toHaveLength(1);
  expect(filesBelow(join(userData, 'attachments')).size).toBe(scans);
}

async function until(desk: DeskClient, step: 'looking' | 'copying' | 'checking') {
  while ((await desk.backup.state()).running?.step !== step) await sleep(1);
}

test('a backup of a counter amid its sealing anew is restored, and the sealing anew goes on there', async () => {
  const counter = await filled();
  const { desk } = counter;
  await desk.dataKey.replace();
  await desk.backup.make();
  await running?.close();
  await needRestored(counter, counter.people);
}, 300_000);

test.each(['looking', 'copying', 'checking'] as const)(
  'a next data key while the backup is %s leaves one that is restored',
  async (step) => {
    const counter = await filled();
    const { desk } = counter;
    const making = desk.backup.make();
    await until(desk, step);
    await desk.dataKey.replace();
    await making;
    await running?.close();
    await needRestored(counter, counter.people);
  },
  300_000,
);

test('an access that ends while the backup is read back, and another after it, leave one that is restored', async () => {
  const counter = await filled();
  const { desk } = counter;
  const staff = (await desk.staff.list()).filter(({ number }) => number !== administrator.number);
  expect(staff.map(({ number }) => number)).toContain(clerk.number);
  const making = desk.backup.make();
  await until(desk, 'checking');
  for (const { id } of staff) await desk.staff.end({ staffId: id });
  await making;
  await resealed(desk);
  const second = await desk.backup.make();
  expect(second.headSeq).toBeGreaterThan(0);
  await running?.close();
  await needRestored(counter, counter.people);
}, 300_000);
