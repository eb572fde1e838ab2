import { randomInt } from 'node:crypto';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { everybody, examine, killAtEntry, tray } from '../torture/killed-counter.ts';
import { liveOn } from '../torture/life.ts';
import { type Computer, finished, newComputer, type Running, refused, startSignedIn } from './program-kit.ts';
import { somebody } from './program-people.ts';
import { mayNotMount } from './small-disk.ts';

/** `npm run torture` does the same a thousand times. */
const kills = Number(process.env['PROGRAM_KILLS'] ?? 10);

let computer: Computer;
let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

test('a counter killed at random moments keeps all it acknowledged, uses no number twice and prints no paper twice', async () => {
  const { rounds, lost, duplicated, kept } = await liveOn({ count: kills, seed: randomInt(2 ** 31), by: 'kill' }, () => {});
  expect({ lost, duplicated, kept }).toEqual({ lost: [], duplicated: [], kept: undefined });
  // Otherwise the kills struck where nothing was under way, and the test would prove little.
  expect(rounds.filter(({ inFlight }) => inFlight > 0).length).toBeGreaterThanOrEqual(kills / 2);
  expect(rounds.flatMap(({ told }) => told).length).toBeGreaterThan(kills * 5);
}, 400_000);

if (!mayNotMount)
  test('a counter whose disk loses its power keeps all it acknowledged', async () => {
    const { rounds, lost, duplicated } = await liveOn({ count: 3, seed: randomInt(2 ** 31), by: 'power' }, () => {});
    expect({ lost, duplicated }).toEqual({ lost: [], duplicated: [] });
    expect(rounds.flatMap(({ told }) => told).length).toBeGreaterThan(3);
  }, 200_000);
else
  test('no power was cut: TALENT_COUNTER_NO_MOUNTS says that no disk image may be mounted here', () => {
    console.warn('TALENT_COUNTER_NO_MOUNTS=1: what a power cut does to the disk was not tried.');
  });

test('a paper that was journaled, and nothing more, comes out of the printer at the next start, once', async () => {
  computer = newComputer();
  await killAtEntry(computer, 'paper.printed');
  running = await startSignedIn(computer);
  const { desk } = running;
  // Two are served at once, and what both are given may become durable in one stroke.
  const jobs = await desk.papers.jobs();
  expect(jobs.length).toBeGreaterThan(0);
  for (const { id } of jobs) expect(await finished(desk, id)).toMatchObject({ kind: 'receipt-received', state: 'done' });
  const papers = [...(await everybody(desk, 1)).values()].flatMap((view) => view.papers);
  const journaled = papers.map(({ pdfSha256 }) => pdfSha256 as string).toSorted();
  expect(tray(computer)).toEqual(journaled);
  await running.close();
  running = await startSignedIn(computer);
  expect(await running.desk.papers.jobs()).toHaveLength(jobs.length);
  expect(tray(computer)).toEqual(journaled);
}, 120_000);

test('a registration that was journaled, and nothing more, is there at the next start, and is not made twice', async () => {
  computer = newComputer();
  await killAtEntry(computer, 'talent.registered');
  running = await startSignedIn(computer);
  const { desk } = running;
  const people = await everybody(desk, 1);
  expect(people.size).toBeGreaterThan(0);
  for (const { id } of people.values())
    expect((await desk.talents.history({ personId: id })).map(({ kind }) => kind)).toEqual(['talent.registered']);
  const [n = 0] = people.keys();
  expect((await refused(desk.talents.register({ facts: somebody(n) }))).code).toBe('already-registered');
}, 120_000);

test('whoever looks through a killed counter finds what is gone and what is there twice', async () => {
  computer = newComputer();
  await killAtEntry(computer, 'recognition.granted');
  const never = { told: 'card', n: 1, number: '202610000017' } as const;
  const { papers } = computer.paths;
  const [paper = ''] = readdirSync(papers);
  copyFileSync(join(papers, paper), join(papers, `again-${paper}`));
  const { lost, duplicated } = await examine(computer, [{ told: [never], inFlight: 1 }]);
  expect(lost).toEqual([JSON.stringify(never)]);
  expect(duplicated).toEqual([expect.stringMatching(/^paper [0-9a-f]{64}$/)]);
}, 120_000);
