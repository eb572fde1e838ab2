import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Counter } from '../../../shared/domain/counter/counter.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { Photo } from '../../../shared/domain/evidence/evidence-item.ts';
import type { Host } from '../../host/host.ts';
import { verifyJournal } from '../../journal/verify-journal.ts';
import { openVault } from '../../vault/vault.ts';
import { systemClock } from '../counter-clock.ts';
import { type Program, startProgram } from '../program.ts';
import type { ProgramLog } from '../program-log.ts';
import { readTrial, type Trial } from '../trial.ts';
import { checkSearch, checkTokens, countProblems, type IssuedToken } from './check-day.ts';
import { ContractClerk, type DeskClient, type Timings } from './contract-clerk.ts';
import { adviseVisitors, reviewWhatWasLeft, takeOverLedger } from './day-errands.ts';
import type { DemoOptions } from './demo-options.ts';
import { type DemoPeople, readDemoPeople } from './demo-people.ts';
import { type DemoSummary, listPapers, quantile, scanFile, screenFolder } from './demo-summary.ts';
import { ClerkHands } from './desk-hands.ts';
import { lookAround } from './look-around.ts';
import { ScreenClerk } from './screen-clerk.ts';
import { errandAt, finishPerson, receivePerson } from './serve-person.ts';

export interface DayOptions extends DemoOptions {
  readonly host: Host;
  readonly log: ProgramLog;
  onProgress(done: number, total: number): void;
}

const throughTheScreens = 2;
/** The desk locks itself when nobody touches it; the clerk of a long day is there all the time. */
const stirEveryMs = 60_000;

/** A day at the counter: everybody of the roster is registered, recognised, and goes home with certificate and card. */
export async function demoDay(options: DayOptions): Promise<DemoSummary> {
  const { host, log } = options;
  const seen: Seen = { talents: 0, recognitions: 0, tokens: [] };
  const program = await startProgram({ host: stayingOpen(host), log, onEntry: (entry) => note(entry, seen) });
  try {
    return await workThrough(options, program, seen);
  } finally {
    await program.close();
    await rm(scanFile(options.out), { force: true });
  }
}

/** The program closes its host with itself, and Electron ends then; but the journal is still to be read, and the summary written. */
const stayingOpen = (host: Host): Host => ({
  name: host.name,
  description: host.description,
  paths: host.paths,
  secrets: host.secrets,
  openRecordsPage: () => host.openRecordsPage(),
  openDesk: (options) => host.openDesk(options),
  handsOnDesk: () => host.handsOnDesk(),
  onSecondStart: (listener) => host.onSecondStart(listener),
  onQuit: (listener) => host.onQuit(listener),
  onSuspend: (listener) => host.onSuspend(listener),
  onResume: (listener) => host.onResume(listener),
  close: async () => {},
});

async function workThrough(options: DayOptions, program: Program, seen: Seen): Promise<DemoSummary> {
  const { host, out } = options;
  const openedAt = performance.now();
  const trial = await readTrial(host.paths.resources);
  await program.openDesk();
  const hands = new ClerkHands(host.handsOnDesk(), screenFolder(out));
  await hands.setScreen();
  const screens = new ScreenClerk({ hands, trial, folder: out });
  await screens.arrive();
  // Since the process began: what a person waits for.
  const startMs = Math.round(performance.now());
  await screens.signIn();
  const desk = createRouterClient(program.router, { context: { door: program.door } });
  const timings: Timings = { registerMs: [], printMs: [] };
  const roster = await serveAll({ ...options, desk, screens, hands, trial, timings });
  const [card, person] = [seen.tokens.find(({ paper }) => paper === 'card'), roster.people[0]];
  if (card && person) await lookAround({ hands, token: card.token, name: person.facts.identity.name });
  const problems = [...rosterProblems(roster, options.talents), ...(await checkTokens(desk, seen.tokens))];
  problems.push(...(await checkSearch(desk, roster.people)));
  const done = (await desk.papers.jobs()).filter(({ state }) => state === 'done');
  const papers = await listPapers(out, done);
  await program.close();
  await writeKeys(out, seen.key);
  const ofKind = (kind: string) => papers.filter((paper) => paper.kind === kind).length;
  const summary: DemoSummary = {
    host: host.description,
    talents: seen.talents,
    recognitions: seen.recognitions,
    // A card that another took the place of is nobody's any more.
    cards: seen.tokens.filter(({ paper, withdrawn }) => paper === 'card' && !withdrawn).length,
    certificates: ofKind('recognition-certificate'),
    receipts: ofKind('receipt-received'),
    papers,
    journal: await verified(host, trial),
    sync: { pushed: 0, pulled: 0, cases: 0 },
    offlineHours: Math.round((performance.now() - openedAt) / 36_000) / 100,
    ms: {
      start: startMs,
      register_p50: quantile(timings.registerMs, 0.5),
      register_p95: quantile(timings.registerMs, 0.95),
      print_p50: quantile(timings.printMs, 0.5),
    },
    problems,
  };
  problems.push(...countProblems(summary, options.talents));
  return summary;
}

interface ServeOptions extends DayOptions {
  readonly desk: DeskClient;
  readonly screens: ScreenClerk;
  readonly hands: ClerkHands;
  readonly trial: Trial;
  readonly timings: Timings;
}

/** The first two through the screens, the rest through the contract. */
async function serveAll(options: ServeOptions): Promise<DemoPeople> {
  const { desk, host, screens, hands, trial, timings, onProgress, talents } = options;
  const pack = await desk.policy.pack();
  const { date: today } = (await desk.counter.status()).today;
  const roster = await readDemoPeople(options.roster, { count: talents, pack, today });
  const supervisor = trial.staff.find(({ role }) => role === 'supervisor');
  const [first] = trial.staff;
  if (!supervisor || !first) throw new Error('there is no supervisor on the sample staff');
  const clerk = new ContractClerk({ desk, pack, today, supervisor, timings });
  const photo = await storePortrait(clerk, host.paths.resources);
  let stirredAt = performance.now();
  for (const [at, person] of roster.people.entries()) {
    if (at < throughTheScreens) await screens.serve(person, pack);
    else {
      const served = await receivePerson(clerk, { person, errand: errandAt(at), photo, before: roster.people[at - 1] });
      if (served.errand === 'left-for-review' && person.way === 'direct')
        await reviewWhatWasLeft(clerk, [served], { clerk: first, supervisor });
      await finishPerson(clerk, served);
    }
    onProgress(at + 1, roster.people.length);
    if (performance.now() - stirredAt < stirEveryMs) continue;
    await hands.stir();
    stirredAt = performance.now();
  }
  await adviseVisitors(clerk, pack);
  await takeOverLedger(clerk, host.paths.resources);
  await hands.see('.frame-status');
  return roster;
}

async function storePortrait(clerk: ContractClerk, resources: string): Promise<Photo> {
  const { sha256, bytes } = await clerk.store('photo.jpg', await readFile(join(resources, 'demo', 'portrait.jpg')));
  return { sha256, bytes };
}

function rosterProblems({ people, passedOver }: DemoPeople, wanted: number): string[] {
  if (people.length >= wanted) return [];
  return [`the roster has ${people.length} usable rows, not ${wanted}`, ...passedOver];
}

/** The journal, read again from its first byte with the keys, once nothing writes to it any more. */
async function verified(host: Host, { staff: [first] }: Trial): Promise<DemoSummary['journal']> {
  const { userData } = host.paths;
  const vault = await openVault({ dir: join(userData, 'vault'), clock: systemClock(), secrets: host.secrets });
  await vault.signIn(first?.number ?? '', first?.pin ?? '');
  try {
    const { own } = vault.marks();
    const keyOf = (epoch: number) => vault.keyOf('journal', epoch);
    const options = { dir: join(userData, 'journal'), log: 'own', keyOf, anchors: own ? [own] : [] } as const;
    const { entries, sealsChecked } = await verifyJournal(options);
    return { entries, verified: sealsChecked };
  } finally {
    await vault.close();
  }
}

async function writeKeys(out: string, key: Counter['cardKey'] | undefined): Promise<void> {
  await writeFile(join(out, 'card-keys.jwks.json'), `${JSON.stringify({ keys: key ? [key] : [] }, null, 2)}\n`);
}

interface Seen {
  talents: number;
  recognitions: number;
  readonly tokens: IssuedToken[];
  key?: Counter['cardKey'];
}

function note(entry: Entry, seen: Seen): void {
  if (entry.kind === 'counter.enrolled') seen.key = entry.facts.counter.cardKey;
  if (entry.kind === 'talent.registered') seen.talents += 1;
  if (entry.kind === 'recognition.granted') seen.recognitions += 1;
  if (entry.kind === 'card.issued') {
    const { number, name, token } = entry.facts.card;
    seen.tokens.push({ paper: 'card', number, name, token: token ?? '' });
  }
  if (entry.kind === 'card.replaced') {
    const { old, card } = entry.facts;
    const before = seen.tokens.find(({ number }) => number === old.cardNumber);
    if (before) before.withdrawn = true;
    seen.tokens.push({ paper: 'card', number: card.number, name: card.name, token: card.token ?? '' });
  }
  if (entry.kind === 'paper.printed' && entry.facts.paper.subject.kind === 'recognition-certificate') {
    const { certificateNumber, name, qr } = entry.facts.paper.values;
    seen.tokens.push({ paper: 'certificate', number: String(certificateNumber), name: String(name), token: String(qr) });
  }
}
