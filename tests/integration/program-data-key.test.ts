import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { systemClock } from '../../electron/program/counter-clock.ts';
import { openAttachments } from '../../electron/vault/attachments.ts';
import { openSealedFiles } from '../../electron/vault/sealed-file.ts';
import type { SubKeyName } from '../../electron/vault/sub-keys.ts';
import { openVault, type Vault } from '../../electron/vault/vault.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { countEpochs, epochsOnDisk, resealed } from './data-key-kit.ts';
import { administrator, goLive, signInLive, startAgain } from './live-kit.ts';
import { type Computer, computerIn, finished, newComputer, type Running, refused, start } from './program-kit.ts';
import { directTier, somebody } from './program-people.ts';

let computer: Computer;
let running: Running;
let passphrase: string | undefined;
beforeEach(async () => {
  computer = newComputer();
  running = await start(computer);
  ({ passphrase } = await goLive(running));
  running = await startAgain(computer);
  await sit(administrator);
}, 120_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

const bai = { number: '1003', name: '白雪', role: 'clerk', pin: '730158' } as const;
const lin = { number: '1004', name: '林涛', role: 'clerk', pin: '861924' } as const;
const liveFolder = () => computerIn(computer.dir).paths.userData;
const sit = ({ number, pin }: { number: string; pin: string }) => signInLive(running.desk, { number, pin, passphrase });
const facts = (kind: string) => running.entries.filter((entry) => entry.kind === kind).map((entry) => entry.facts);

async function change(who: { number: string; pin: string }): Promise<void> {
  await running.desk.session.signOut();
  await sit(who);
}

async function serve(n: number): Promise<PersonId> {
  const { personId } = await running.desk.talents.register({ facts: somebody(n) });
  const { matterId } = await running.desk.recognitions.receive({ personId, ...directTier });
  const { jobId } = await running.desk.papers.print({ kind: 'receipt-received', matterId });
  await finished(running.desk, jobId);
  return personId;
}

test('a next data key: what is written from then on lies under it, the rest follows while work goes on, and the old one is forgotten', async () => {
  await running.desk.staff.enrol(bai);
  await change(bai);
  for (let n = 1; n <= 5; n += 1) await serve(n);
  await change(administrator);
  expect(await running.desk.dataKey.state()).toEqual({ epoch: 1 });
  expect(Object.keys(countEpochs(liveFolder()))).toEqual(['1']);
  const { epoch, progress } = await running.desk.dataKey.replace();
  expect([epoch, progress !== undefined]).toEqual([2, true]);
  expect((await refused(running.desk.dataKey.replace())).code).toBe('data-key-under-way');
  await running.desk.session.signOut();
  await sit(bai);
  await serve(6);
  await resealed(running.desk);
  for (let n = 1; n <= 6; n += 1)
    expect(await running.desk.talents.likely({ idNumber: somebody(n).document.number })).toHaveLength(1);
  expect((await running.desk.counter.status()).notices).toEqual([]);
  expect(facts('data-key.replaced')).toEqual([{ epoch: 2, because: 'asked' }]);
  expect(facts('data-key.resealed')).toEqual([{ epoch: 2, files: expect.any(Number) }]);
  await running.close();
  expect(Object.keys(countEpochs(liveFolder()))).toEqual(['2']);
  running = await startAgain(computer);
  await sit(administrator);
  expect(await running.desk.dataKey.state()).toEqual({ epoch: 2 });
  // The chain went through it: the same heads, sealed otherwise.
  expect((await running.desk.counter.status()).notices).toEqual([]);
  expect((await running.desk.dataKey.replace()).epoch).toBe(3);
  await resealed(running.desk);
}, 120_000);

test('the session goes on: rows are made anew under the clerk’s hands, and a look at somebody waits for them', async () => {
  await running.desk.staff.enrol(bai);
  const { staffId } = await running.desk.staff.enrol(lin);
  await change(bai);
  const people = [await serve(1), await serve(2), await serve(3)];
  await change(administrator);
  await running.desk.staff.end({ staffId });
  // At once: nothing of this was signed out or waited for.
  for (const personId of people) expect((await running.desk.talents.get({ personId })).papers).toHaveLength(1);
  await resealed(running.desk);
  expect(running.lines.filter((line) => line.includes('not mended'))).toEqual([]);
  expect(facts('data-key.replaced')).toEqual([{ epoch: 2, because: 'staff-left' }]);
  expect((await running.desk.counter.status()).notices).toEqual([]);
}, 120_000);

test('who left opens nothing of what was written after, with a copy of everything from before and the PIN', async () => {
  const { staffId } = await running.desk.staff.enrol(bai);
  await running.desk.staff.enrol(lin);
  await change(lin);
  for (let n = 1; n <= 3; n += 1) await serve(n);
  await running.desk.session.signOut();
  const copy = join(computer.dir, 'copy');
  cpSync(liveFolder(), copy, { recursive: true, filter: (path) => !path.includes('/pages') && !path.endsWith('.sock') });
  await sit(administrator);
  await running.desk.staff.end({ staffId });
  await change(lin);
  const before = new Set(epochsOnDisk(copy).keys());
  await serve(4);
  await resealed(running.desk);
  await running.close();

  const old = await openVault({ dir: join(copy, 'vault'), clock: systemClock(), secrets: undefined });
  await old.signIn(bai.number, bai.pin, passphrase);
  expect(old.epochs).toEqual([1]);
  const after = [...epochsOnDisk(liveFolder())];
  expect(after.filter(([, epoch]) => epoch === 1)).toEqual([]);
  expect(after.filter(([path]) => !before.has(path)).length).toBeGreaterThan(5);
  expect(await opened(old, liveFolder())).toEqual({ files: 0, attachments: 0, journal: 'journal-key-missing' });
  // With the copy's own files the very same hands get everything: so they are no dummies.
  const own = await opened(old, copy);
  expect([own.files > 0, own.attachments, own.journal]).toEqual([true, 3, 'sound']);
  await old.close();
}, 120_000);

/** What somebody with these keys can open in a folder. */
async function opened(vault: Vault, folder: string) {
  const keys = (name: SubKeyName) => ({
    epoch: vault.epoch,
    epochs: vault.epochs,
    keyOf: (epoch: number) => vault.keyOf(name, epoch),
  });
  // Copies: opening a folder clears away what killed writers left.
  const at = join(computer.dir, `looked-at-${Math.random()}`);
  cpSync(folder, at, { recursive: true, filter: (path) => !path.includes('/pages') && !path.endsWith('.sock') });
  const files = await openSealedFiles({ dir: join(at, 'files'), ...keys('files') });
  const { names } = await files.list('');
  const attachments = await openAttachments({ dir: join(at, 'attachments'), ...keys('attachments') });
  let whole = 0;
  for (const name of readdirSync(join(at, 'attachments'))) {
    const bytes = readFileSync(join(at, 'attachments', name));
    if (vault.keyOf('attachments', bytes.readUInt32BE(6))) whole += 1;
  }
  const journal = await verifyJournal({
    dir: join(at, 'journal'),
    log: 'own',
    keyOf: (epoch) => vault.keyOf('journal', epoch),
    marks: [],
  }).then(
    () => 'sound',
    (error: { code: string }) => error.code,
  );
  await files.close();
  await attachments.close();
  return { files: names.length, attachments: whole, journal };
}
