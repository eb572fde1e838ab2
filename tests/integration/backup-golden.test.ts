import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GoldenBackup } from './backup-golden.ts';
import { clerk, filesBelow, newPin, restore } from './backup-kit.ts';
import { administrator, signInLive, startAgain } from './live-kit.ts';
import { type Computer, newComputer, type Running, start } from './program-kit.ts';

let computer: Computer;
let running: Running | undefined;
beforeEach(() => {
  computer = newComputer();
});
afterEach(async () => {
  await running?.close();
  running = undefined;
  computer.remove();
});

const root = join(import.meta.dirname, '../fixtures/backup');

test.each(readdirSync(root))('a backup that was made in format %s is restored whole for ever', async (version) => {
  const stick = join(root, version);
  const golden = JSON.parse(readFileSync(join(stick, 'expected.json'), 'utf8')) as GoldenBackup;
  const before = [...filesBelow(stick)];
  running = await start(computer);
  const [found] = await running.desk.restore.look({ path: stick });
  expect(found).toMatchObject({ entries: golden.entries, files: golden.files, trial: false });
  const sheet = await restore(running, { stick, recoveryKey: golden.recoveryKey });
  expect(sheet).toMatchObject({ entries: golden.entries, people: 1, cards: 1 });
  // Only read: a stick may be locked against writing.
  expect([...filesBelow(stick)]).toEqual(before);

  running = await startAgain(computer);
  const { desk } = running;
  await signInLive(desk, { ...administrator, pin: newPin, passphrase: sheet.passphrase });
  const person = await desk.talents.get({ personId: golden.personId as never });
  expect([person.identity.name, person.cards.map(({ number }) => number)]).toEqual([golden.name, [golden.cardNumber]]);
  const { id = '' } = (await desk.staff.list()).find(({ number }) => number === clerk.number) ?? {};
  await desk.staff.resetPin({ staffId: id as never, pin: clerk.pin });
  await desk.session.signOut();
  await signInLive(desk, clerk);
  const { draft } = await desk.drafts.open({ draftId: golden.draft.id as never });
  expect((await desk.attachments.get({ sha256: draft?.fields['scan'] as never })).file.size).toBeGreaterThan(100);
});
