import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { PersonView } from '../../shared/contract/talent-calls.ts';
import type { EntryKind } from '../../shared/domain/entry.ts';
import type { Said, Told } from './program-child.ts';
import { type Computer, finished, newComputer, type Running, refused, startSignedIn } from './program-kit.ts';
import { somebody } from './program-people.ts';

const kills = Number(process.env['PROGRAM_KILLS'] ?? 10);
/** Numbers of people that a child may come to before it is killed. */
const peoplePerRound = 60;

let computer: Computer;
let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

interface Round {
  readonly told: Told[];
  /** Calls that were under way when the kill came. */
  readonly inFlight: number;
}

/** Lets a counter work on this computer, and kills it at a random moment. */
async function killOne(round: number): Promise<Round> {
  const script = join(import.meta.dirname, 'program-child.ts');
  const first = 1 + round * peoplePerRound;
  const child = spawn(process.execPath, [script, computer.dir, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const said: Said[] = [];
  const opened = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    // The last line may have been cut off by the kill, and so was never said.
    if (!line.endsWith('}')) return;
    said.push(JSON.parse(line) as Said);
    opened.resolve();
  });
  await Promise.race([opened.promise, closed]);
  expect(child.exitCode).toBe(null);
  await sleep(50 + Math.random() * 700);
  child.kill('SIGKILL');
  await closed;
  const calls = said.findLast((one) => 'calls' in one);
  return { told: said.filter((one): one is Told => 'told' in one), inFlight: calls && 'calls' in calls ? calls.calls : 0 };
}

/** Everybody whom a child may have registered, acknowledged or not. */
async function everybody(desk: DeskClient): Promise<Map<number, PersonView>> {
  const found = new Map<number, PersonView>();
  for (let n = 1; n <= kills * peoplePerRound; n += 1) {
    const [person] = await desk.talents.likely({ idNumber: somebody(n).document.number });
    if (person) found.set(n, await desk.talents.get({ personId: person.personId }));
  }
  return found;
}

function numbersOf({ recognitions, cards }: PersonView) {
  return {
    matter: recognitions.map(({ number }) => number as string),
    certificate: recognitions.flatMap(({ grant }) => (grant ? [grant.certificateNumber as string] : [])),
    card: cards.map(({ number }) => number as string),
  };
}

test('a counter killed at random moments keeps all it acknowledged, uses no number twice and prints no paper twice', async () => {
  computer = newComputer();
  const rounds: Round[] = [];
  for (let round = 0; round < kills; round += 1) rounds.push(await killOne(round));
  const told = rounds.flatMap((round) => round.told);
  // Otherwise the kills struck where nothing was under way, and the test would prove little.
  expect(rounds.filter(({ inFlight }) => inFlight > 0).length).toBeGreaterThanOrEqual(kills / 2);
  expect(told.length).toBeGreaterThan(kills * 5);

  running = await startSignedIn(computer);
  const { desk } = running;
  // What nobody can tell of is held for a person, who looks into the tray and sees that it never came out.
  for (const job of await desk.papers.jobs()) {
    const { state, reason } = await finished(desk, job.id);
    if (state !== 'held') continue;
    expect(reason).toBe('outcome-unknown');
    await desk.papers.retry({ jobId: job.id });
    expect((await finished(desk, job.id)).state).toBe('done');
  }
  const people = await everybody(desk);
  const drafts = new Set((await desk.drafts.list()).map(({ id }) => id as string));
  for (const one of told) {
    const view = people.get(one.n);
    if (one.told === 'draft') expect(drafts).toContain(one.id);
    else if (one.told === 'person') expect(view?.id).toBe(one.id);
    else if (one.told === 'paper') expect(view?.papers.map(({ id }) => id as string)).toContain(one.id);
    else expect(view && numbersOf(view)[one.told]).toContain(one.number);
  }
  for (const series of ['matter', 'certificate', 'card'] as const) {
    const numbers = [...people.values()].flatMap((view) => numbersOf(view)[series]);
    expect(new Set(numbers).size, series).toBe(numbers.length);
  }
  const papers = [...people.values()].flatMap((view) => view.papers);
  expect(tray()).toEqual(papers.map(({ pdfSha256 }) => pdfSha256 as string).toSorted());
  expect(new Set(papers.map(({ subject }) => JSON.stringify(subject))).size).toBe(papers.length);
}, 400_000);

/** Lets a counter work until the first entry of that kind is durable. */
async function killAt(kind: EntryKind): Promise<void> {
  const script = join(import.meta.dirname, 'program-child.ts');
  const child = spawn(process.execPath, [script, computer.dir, '1', kind], { stdio: ['ignore', 'ignore', 'inherit'] });
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
}

test('a paper that was journaled, and nothing more, comes out of the printer at the next start, once', async () => {
  computer = newComputer();
  await killAt('paper.printed');
  running = await startSignedIn(computer);
  const { desk } = running;
  // Two are served at once, and what both are given may become durable in one stroke.
  const jobs = await desk.papers.jobs();
  expect(jobs.length).toBeGreaterThan(0);
  for (const { id } of jobs) expect(await finished(desk, id)).toMatchObject({ kind: 'receipt-received', state: 'done' });
  const papers = [...(await everybody(desk)).values()].flatMap((view) => view.papers);
  const journaled = papers.map(({ pdfSha256 }) => pdfSha256 as string).toSorted();
  expect(tray()).toEqual(journaled);
  await running.close();
  running = await startSignedIn(computer);
  expect(await running.desk.papers.jobs()).toHaveLength(jobs.length);
  expect(tray()).toEqual(journaled);
}, 120_000);

test('a registration that was journaled, and nothing more, is there at the next start, and is not made twice', async () => {
  computer = newComputer();
  await killAt('talent.registered');
  running = await startSignedIn(computer);
  const { desk } = running;
  const people = [...(await everybody(desk)).values()];
  expect(people.length).toBeGreaterThan(0);
  for (const { id } of people)
    expect((await desk.talents.history({ personId: id })).map(({ kind }) => kind)).toEqual(['talent.registered']);
  const [n = 0] = (await everybody(desk)).keys();
  expect((await refused(desk.talents.register({ facts: somebody(n) }))).code).toBe('already-registered');
}, 120_000);

/** The SHA-256 of each paper that lies in the folder; half-written ones would be among them. */
function tray(): string[] {
  const { papers } = computer.paths;
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(papers, name)))
      .digest('hex');
  // The first paper makes the folder.
  return existsSync(papers) ? readdirSync(papers).map(hash).toSorted() : [];
}
