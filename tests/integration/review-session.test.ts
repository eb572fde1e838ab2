import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Computer, newComputer, outcomes, print, type Running, signIn, start, startSignedIn } from './program-kit.ts';
import { directTier, somebody, takeIn } from './program-people.ts';

let computer: Computer;
let running: Running | undefined;

beforeEach(() => {
  computer = newComputer();
}, 240_000);

afterEach(async () => {
  await running?.close();
  running = undefined;
  computer.remove();
});

const filesFolder = () => join(computer.paths.userData, 'files');

test('whoever’s kept place can’t be read any more signs in all the same, and begins at the beginning', async () => {
  running = await startSignedIn(computer);
  const before = new Set(readdirSync(filesFolder()));
  await running.desk.session.keepPlace({ address: '/matters' });
  const place = readdirSync(filesFolder()).find((name) => !before.has(name)) ?? '';
  await running.close();
  const path = join(filesFolder(), place);
  const bytes = readFileSync(path);
  bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  running = await start(computer);
  const state = await signIn(running.desk);
  expect(state.phase).toBe('signed-in');
  expect(state.place).toBeUndefined();
});

test('a lost card key stops the start and gets no successor; a lost print queue is told of', async () => {
  running = await startSignedIn(computer);
  const { matterId } = await takeIn(running.desk, somebody(1), directTier);
  await print(running.desk, { kind: 'receipt-received', matterId });
  expect((await running.desk.counter.status()).notices).toEqual([]);
  await running.close();
  const whole = `${computer.dir}-files`;
  cpSync(filesFolder(), whole, { recursive: true });
  const seen: string[] = [];
  for (const name of readdirSync(whole)) {
    // As it was, but for the one: what an earlier round brought back would be told of as well, in whichever order the names come.
    rmSync(filesFolder(), { recursive: true });
    cpSync(whole, filesFolder(), { recursive: true });
    rmSync(join(filesFolder(), name));
    const before = readdirSync(filesFolder());
    running = await start(computer);
    const { phase, stopped } = await signIn(running.desk);
    if (phase === 'stopped') expect(readdirSync(filesFolder())).toEqual(before);
    const notices = phase === 'signed-in' ? (await running.desk.counter.status()).notices : [];
    seen.push([phase, stopped?.reason, ...notices].filter(Boolean).join(' '));
    await running.close();
  }
  rmSync(whole, { recursive: true });
  // The register, without which nobody can say what else is missing; and what is brought or made again and told of: the policy pack, the key that
  // signs the journal's heads, and how far they were signed.
  const madeAgain = Array(3).fill('signed-in files-changed');
  expect(seen.toSorted()).toEqual([
    'signed-in draft-changed files-changed',
    ...madeAgain,
    'signed-in queue-lost',
    'stopped vault-damaged',
  ]);
});

test('a sign-out lets what is being decided come to its end: nobody is told of a failure and finds the entry there', async () => {
  running = await startSignedIn(computer);
  const { desk, entries } = running;
  for (let round = 0; round < 6; round++) {
    const calls = Array.from({ length: 8 }, (_, i) => desk.talents.register({ facts: somebody(round * 8 + i + 1) }));
    // At another moment of the work each time.
    const settled = outcomes(calls);
    await sleep(round);
    await desk.session.signOut();
    const { given, codes } = await settled;
    expect(codes.filter((code) => code !== 'signed-out')).toEqual([]);
    const registered = entries.flatMap((entry) => (entry.kind === 'talent.registered' ? [entry.facts.person.id] : []));
    expect(registered.slice(-given.length || registered.length).toSorted()).toEqual(
      given.map(({ personId }) => personId).toSorted(),
    );
    await signIn(desk);
    for (const { personId } of given) expect((await desk.talents.get({ personId })).id).toBe(personId);
  }
});

test('a print that a sign-out overtook is refused as such, or printed, and never a bug', async () => {
  running = await startSignedIn(computer);
  const { desk } = running;
  for (let round = 0; round < 5; round++) {
    const { matterId, personId } = await takeIn(desk, somebody(round + 100), directTier);
    const printing = outcomes([desk.papers.print({ kind: 'receipt-received', matterId })]);
    await sleep(round * 5);
    await desk.session.signOut();
    const { codes } = await printing;
    expect(codes.filter((code) => code !== 'signed-out')).toEqual([]);
    await signIn(desk);
    const { papers } = await desk.talents.get({ personId });
    const jobs = (await desk.papers.jobs()).filter(({ paperId }) => papers.some(({ id }) => id === paperId));
    expect(jobs).toHaveLength(papers.length);
  }
  expect(running.lines.filter((line) => line.includes('incident'))).toEqual([]);
});
