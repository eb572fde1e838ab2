import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { PersonView } from '../../shared/contract/talent-calls.ts';
import type { EntryKind } from '../../shared/domain/entry.ts';
import { type Computer, computerIn, finished, startSignedIn } from '../integration/program-kit.ts';
import { somebody } from '../integration/program-people.ts';
import type { Said, Told } from './busy-counter.ts';
import type { DiskImage } from './disk-image.ts';
import { pagesAmong, processTree, signalAll, whenGone } from './process-tree.ts';

/** Numbers of people that a counter may come to before it is killed. */
export const peoplePerRound = 60;
const script = join(import.meta.dirname, 'busy-counter.ts');

/** What a counter had said when it was killed. */
export interface Round {
  readonly told: readonly Told[];
  /** Calls that were under way when the kill came. */
  readonly inFlight: number;
}

/**
 * What a kill strikes: main's process alone; the whole tree at once; the records page, under a program that works on and is killed a
 * while later; main while it starts and signs in.
 */
export const aims = ['main', 'tree', 'page', 'start'] as const;
export type Aim = (typeof aims)[number];

export interface Kill {
  /** Rounds on one computer, from 0: each has people of its own. */
  readonly round: number;
  /** When so many things were acknowledged in this round: whatever the machine's pace, there is something to lose. */
  readonly afterTold: number;
  /** And so long after it. */
  readonly afterMs: number;
  readonly aim?: Aim;
}

/** Lets a counter work on this computer, and kills it after so long. Throws where it ended by itself. */
export async function killOnce(computer: Computer, { round, afterTold, afterMs, aim = 'main' }: Kill): Promise<Round> {
  const counter = startBusy(computer, round);
  if (aim !== 'start') await counter.told(afterTold);
  if (aim === 'page') {
    const pages = pagesAmong(processTree(counter.pid));
    if (pages.length === 0) throw new Error('there is no page to kill');
    signalAll(pages, 'SIGKILL');
    await counter.told(2 * afterTold);
  }
  await counter.work(afterMs);
  const tree = processTree(counter.pid);
  signalAll(aim === 'tree' ? tree : [counter.pid], 'SIGKILL');
  await counter.closed;
  await whenGone(tree);
  return counter.round();
}

/** Lets a counter work on this disk, stops everything at once, and takes the power away: what was not on the disk yet never comes there. */
export async function cutPower(disk: DiskImage, { round, afterTold, afterMs }: Omit<Kill, 'aim'>): Promise<Round> {
  const counter = startBusy(computerIn(disk.dir), round);
  await counter.told(afterTold);
  await counter.work(afterMs);
  const tree = processTree(counter.pid);
  signalAll(tree, 'SIGSTOP');
  disk.freeze();
  signalAll(tree, 'SIGKILL');
  await counter.closed;
  await whenGone(tree);
  await disk.thaw();
  return counter.round();
}

interface BusyCounter {
  readonly pid: number;
  readonly closed: Promise<unknown>;
  /** Lets it work until it has said that so many things are safe. Throws where it ends by itself. */
  told(count: number): Promise<void>;
  /** Lets it work for so long. Throws where it ends by itself. */
  work(forMs: number): Promise<void>;
  /** What it had said; after its end. */
  round(): Round;
}

function startBusy(computer: Computer, round: number): BusyCounter {
  const first = 1 + round * peoplePerRound;
  const child = spawn(process.execPath, [script, computer.dir, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const said: Said[] = [];
  let hear = () => {};
  createInterface({ input: child.stdout }).on('line', (line) => {
    // The last line may have been cut off by the kill, and so was never said.
    if (!line.endsWith('}')) return;
    said.push(JSON.parse(line) as Said);
    hear();
  });
  const mustRun = () => {
    if (child.exitCode !== null) throw new Error(`the counter ended by itself with ${child.exitCode}`);
  };
  return {
    pid: child.pid ?? 0,
    closed,
    told: async (count) => {
      const enough = Promise.withResolvers<void>();
      hear = () => said.filter((one) => 'told' in one).length >= count && enough.resolve();
      hear();
      await Promise.race([enough.promise, closed]);
      mustRun();
    },
    work: async (forMs) => {
      await Promise.race([sleep(forMs), closed]);
      mustRun();
    },
    round: () => {
      const calls = said.findLast((one) => 'calls' in one);
      const told = said.filter((one): one is Told => 'told' in one);
      return { told, inFlight: calls && 'calls' in calls ? calls.calls : 0 };
    },
  };
}

/** Lets a counter work until the first entry of that kind is durable, and is killed before anybody is told. */
export async function killAtEntry(computer: Computer, kind: EntryKind): Promise<void> {
  const child = spawn(process.execPath, [script, computer.dir, '1', kind], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = await once(child, 'close');
  if (signal !== 'SIGKILL') throw new Error(`the counter ended by itself with ${code}`);
}

/** What a look at everything after the kills found; both are empty on a counter that keeps its promises. */
export interface Findings {
  readonly lost: string[];
  readonly duplicated: string[];
}

/** Starts the counter once more and looks for each thing that was acknowledged, and for anything that is there twice. */
export async function examine(computer: Computer, rounds: readonly Round[]): Promise<Findings> {
  const running = await startSignedIn(computer);
  try {
    const { desk } = running;
    const lost = await settleJobs(desk);
    const people = await everybody(desk, rounds.length);
    const drafts = new Set((await desk.drafts.list()).map(({ id }) => id as string));
    for (const told of rounds.flatMap((round) => round.told)) {
      if (!isThere(told, { drafts, view: people.get(told.n) })) lost.push(JSON.stringify(told));
    }
    const views = [...people.values()];
    const missing = without(
      views.flatMap(({ papers }) => papers.map(({ pdfSha256 }) => pdfSha256 as string)),
      tray(computer),
    );
    return { lost: [...lost, ...missing.map((sha) => `paper ${sha}`)], duplicated: doubles(views, tray(computer)) };
  } finally {
    await running.close();
  }
}

/** What nobody can tell of is held for a person, who looks into the tray and sees that it never came out. */
async function settleJobs(desk: DeskClient): Promise<string[]> {
  const lost: string[] = [];
  for (const { id } of await desk.papers.jobs()) {
    let job = await finished(desk, id);
    if (job.state === 'held' && job.reason === 'outcome-unknown') {
      await desk.papers.retry({ jobId: id });
      job = await finished(desk, id);
    }
    if (job.state !== 'done') lost.push(`job ${id} is ${job.state}: ${job.reason}`);
  }
  return lost;
}

/** Everybody whom those rounds may have registered, acknowledged or not. */
export async function everybody(desk: DeskClient, rounds: number): Promise<Map<number, PersonView>> {
  const found = new Map<number, PersonView>();
  for (let n = 1; n <= rounds * peoplePerRound; n += 1) {
    const [person] = await desk.talents.likely({ idNumber: somebody(n).document.number });
    if (person) found.set(n, await desk.talents.get({ personId: person.personId }));
  }
  return found;
}

function isThere(told: Told, { drafts, view }: { drafts: ReadonlySet<string>; view: PersonView | undefined }): boolean {
  if (told.told === 'draft') return drafts.has(told.id);
  if (!view) return false;
  if (told.told === 'person') return view.id === told.id;
  if (told.told === 'paper') return view.papers.some(({ id }) => id === told.id);
  return numbersOf(view)[told.told].includes(told.number);
}

function numbersOf({ recognitions, cards }: PersonView) {
  return {
    matter: recognitions.map(({ number }) => number as string),
    certificate: recognitions.flatMap(({ grant }) => (grant ? [grant.certificateNumber as string] : [])),
    card: cards.map(({ number }) => number as string),
  };
}

/** Numbers given twice, subjects printed twice, papers that came out of the printer more often than they were printed. */
function doubles(views: readonly PersonView[], inTray: readonly string[]): string[] {
  const numbers = (['matter', 'certificate', 'card'] as const).flatMap((series) =>
    repeated(views.flatMap((view) => numbersOf(view)[series])).map((number) => `${series} ${number}`),
  );
  const papers = views.flatMap((view) => view.papers);
  const subjects = repeated(papers.map(({ subject }) => JSON.stringify(subject)));
  const stray = without(
    inTray,
    papers.map(({ pdfSha256 }) => pdfSha256 as string),
  );
  return [...numbers, ...subjects, ...stray.map((sha) => `paper ${sha}`)];
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}

/** The first list less what the second has, each one as often as it stands there. */
function without(texts: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The SHA-256 of each paper that lies in the folder; half-written ones would be among them. */
export function tray({ paths: { papers } }: Computer): string[] {
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(papers, name)))
      .digest('hex');
  // The first paper makes the folder.
  return existsSync(papers) ? readdirSync(papers).map(hash).toSorted() : [];
}
