import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { PersonView } from '../../shared/contract/desk.ts';
import type { EntryKind } from '../../shared/domain/entry.ts';
import { type Computer, finished, startSignedIn } from '../integration/program-kit.ts';
import { somebody } from '../integration/program-people.ts';
import type { Said, Told } from './busy-counter.ts';

/** Numbers of people that a counter may come to before it is killed. */
export const peoplePerRound = 60;
const script = join(import.meta.dirname, 'busy-counter.ts');

/** What a counter had said when it was killed. */
export interface Round {
  readonly told: readonly Told[];
  /** Calls that were under way when the kill came. */
  readonly inFlight: number;
}

export interface Kill {
  /** Rounds on one computer, from 0: each has people of its own. */
  readonly round: number;
  /** From the moment the desk is open. */
  readonly afterMs: number;
}

/** Lets a counter work on this computer, and kills it after so long. Throws where it ended by itself. */
export async function killOnce(computer: Computer, { round, afterMs }: Kill): Promise<Round> {
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
  if (child.exitCode === null) await Promise.race([sleep(afterMs), closed]);
  if (child.exitCode !== null) throw new Error(`the counter ended by itself with ${child.exitCode}`);
  child.kill('SIGKILL');
  await closed;
  const calls = said.findLast((one) => 'calls' in one);
  return { told: said.filter((one): one is Told => 'told' in one), inFlight: calls && 'calls' in calls ? calls.calls : 0 };
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
