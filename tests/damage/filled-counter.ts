import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { CardNumber, DraftId, PersonId, Sha256Hex } from '../../shared/domain/ids.ts';
import { refusals } from '../../shared/domain/refusal.ts';
import { type Computer, member, newComputer, print, root, signIn, start } from '../integration/program-kit.ts';
import { approval, approvedTier, recogniseDirectly, somebody, takeIn, withCard } from '../integration/program-people.ts';

/** A counter after three days of work, and its data folder as it was at the end of each of the two before. */
export interface FilledCounter {
  readonly computer: Computer;
  readonly older: readonly string[];
  readonly acknowledged: Acknowledged;
  remove(): void;
}

/** All that clerks were told is safe, as the program itself tells of it. */
export interface Acknowledged {
  readonly people: readonly PersonId[];
  readonly facts: Record<string, unknown>;
}

const draftId = (n: number) => `0198c0de-0000-7000-8000-0000000000${10 + n}` as DraftId;
const days = 3;
const peopleADay = 4;

/** Fills a counter through its desk: people with photos and scans, recognitions of both ways, cards, papers, drafts, half-filled forms. */
export async function fillCounter(): Promise<FilledCounter> {
  const computer = newComputer();
  const keep = mkdtempSync(join(tmpdir(), 'older-'));
  const older: string[] = [];
  const people: PersonId[] = [];
  let facts: Record<string, unknown> = {};
  for (let day = 0; day < days; day += 1) {
    const { desk, close } = await start(computer);
    await signIn(desk);
    for (let n = 1; n <= peopleADay; n += 1) people.push(await serve(desk, day * peopleADay + n));
    await leaveHalfDone(desk, people, day);
    await addColleague(desk, day);
    if (day === days - 1) facts = await tellAll(desk, people);
    await close();
    if (day === days - 1) break;
    older.push(join(keep, `day-${day}`));
    cpSync(computer.paths.userData, older[day] ?? '', { recursive: true });
  }
  const remove = () => {
    computer.remove();
    rmSync(keep, { recursive: true, force: true });
  };
  return { computer, older, acknowledged: { people, facts }, remove };
}

async function serve(desk: DeskClient, n: number): Promise<PersonId> {
  const portrait = readFileSync(join(root, 'tests/fixtures/paper/grey-358x441.jpg'));
  // A photo of one's own for each: a JPEG may bear a comment.
  const comment = Buffer.from([0xff, 0xfe, 0, 3, n]);
  const file = new Blob([portrait.subarray(0, 2), comment, portrait.subarray(2)], { type: 'image/jpeg' });
  const { sha256, bytes } = await desk.attachments.put({ name: `${n}.jpg`, file });
  const person = { ...somebody(n), photo: { sha256, bytes } };
  if (n % 4 === 0) {
    const { personId, matterId } = await takeIn(desk, person, approvedTier);
    const { date } = (await desk.counter.status()).today;
    await desk.recognitions.enterApproval({ matterId, approval: await approval(desk, date) });
    await print(desk, { kind: 'receipt-received', matterId });
    return personId;
  }
  if (n % 4 === 3) {
    const { personId, matterId } = await recogniseDirectly(desk, person);
    await print(desk, { kind: 'recognition-certificate', matterId });
    return personId;
  }
  const { personId, cardNumber, matterId } = await withCard(desk, person);
  await print(desk, { kind: 'card-front', cardNumber });
  await print(desk, { kind: 'receipt-received', matterId });
  return personId;
}

/** Drafts that are typed on from day to day, and one of each day's own. */
async function leaveHalfDone(desk: DeskClient, people: readonly PersonId[], day: number): Promise<void> {
  for (const n of [0, day + 1]) {
    const name = `半份${n}·${day}`;
    await desk.drafts.save({ id: draftId(n), title: name, fields: { 'identity.name': name } });
  }
  const [personId] = people;
  if (personId) await desk.recognitions.keepForm({ personId, form: 'receive', text: `{"day":${day}}` });
  await desk.deskSettings.showColumn({ list: 'matters', column: `column-${day}`, shown: false });
  await desk.session.keepPlace({ address: `/person/${people.at(-1)}` });
}

/** A change of the vault's file each day. */
async function addColleague(desk: DeskClient, day: number): Promise<void> {
  await signIn(desk, member('administrator'));
  await desk.staff.enrol({ number: `20${10 + day}`, name: `新人${day}`, role: 'clerk', pin: '739415' });
  await signIn(desk);
}

/** Everything a clerk can see, asked for through the desk; where a call is refused with words, these stand in its answer's place. */
export async function tellAll(desk: DeskClient, people: readonly PersonId[]): Promise<Record<string, unknown>> {
  const facts: Record<string, unknown> = {};
  const tell = async (key: string, ask: () => Promise<unknown>) => {
    facts[key] = await ask().catch((error: unknown) => refusalIn(error) ?? Promise.reject(error));
    return facts[key];
  };
  for (const personId of people) {
    const view = await tell(`person ${personId}`, () => desk.talents.get({ personId }));
    await tell(`history ${personId}`, async () =>
      (await desk.talents.history({ personId }))
        // Looking at a scan below is an entry, too.
        .filter(({ kind }) => kind !== 'id-number.uncovered')
        .map(({ entryId, kind }) => ({ entryId, kind })),
    );
    for (const sha256 of scansOf(view)) await tell(`scan ${sha256}`, () => scan(desk, { sha256, personId }));
  }
  await tell('numbers', async () => (await desk.counter.status()).numbersLeft);
  await tell('waiting', async () => (await desk.counter.status()).waiting);
  await tell('today', async () => (await desk.counter.status()).today);
  await tell('drafts', async () => {
    const drafts = await desk.drafts.list();
    return Promise.all(drafts.map(({ id }) => desk.drafts.open({ draftId: id })));
  });
  await tell('form', async () => people[0] && desk.recognitions.keptForm({ personId: people[0], form: 'receive' }));
  const [cardNumber] = [...JSON.stringify(facts).matchAll(/"number":"(\d{12,})","version":\d+,"personId"/g)].map(
    ([, number]) => number,
  );
  if (cardNumber) {
    const front = { kind: 'card-front', cardNumber: cardNumber as CardNumber } as const;
    await tell('preview', async () => (await desk.papers.preview(front)).pages);
  }
  await tell('settings', () => desk.deskSettings.get());
  await tell('jobs', async () => (await desk.papers.jobs()).map(({ id, state, paperId }) => ({ id, state, paperId })));
  await tell('found', async () =>
    (await desk.talents.search({ text: '测试', limit: 50 })).map(({ personId }) => personId).toSorted(),
  );
  return facts;
}

/** The words' code of a refusal; undefined for what has none: a bug. */
export function refusalIn(error: unknown): string | undefined {
  if (!(error instanceof ORPCError) || !(error.code in refusals)) return undefined;
  return `refused ${error.code} ${JSON.stringify(error.data)}`;
}

function scansOf(view: unknown): Sha256Hex[] {
  const text = JSON.stringify(view, (key, value) => (key === 'papers' ? undefined : value));
  return [...new Set([...text.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, sha256]) => sha256 as Sha256Hex))];
}

async function scan(desk: DeskClient, which: { sha256: Sha256Hex; personId: PersonId }): Promise<string> {
  const { file } = await desk.attachments.get({ ...which, reason: '核对材料' });
  return Buffer.from(await file.arrayBuffer())
    .toString('base64')
    .slice(-64);
}
