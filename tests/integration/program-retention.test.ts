import { cpSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskCentral } from '../../electron/desk/open-counter.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import type { PersonId, RequestId } from '../../shared/domain/ids.ts';
import { answerTo } from '../../shared/domain/staff/signed-act.ts';
import { type Computer, clockAhead, member, newComputer, print, type Running, refused, startSignedIn } from './program-kit.ts';
import { approvedTier, recogniseDirectly, somebody, takeIn } from './program-people.ts';
import { scan } from './program-scan.ts';

let computer: Computer;
let running: Running;
beforeEach(() => {
  computer = newComputer();
}, 60_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

const never = { afterMs: 3_600_000, everyMs: 3_600_000 };
const soon = { afterMs: 0, everyMs: 50 };
const everything: DeskCentral = { echoedUpTo: () => 1_000_000, pushedUpTo: () => 1_000_000 };

async function decide(requestId: RequestId, decision: 'granted' | 'refused' = 'granted') {
  const { number: staffNumber, pin } = member('supervisor');
  const { ticket } = await running.desk.session.signOff({
    staffNumber,
    pin,
    act: 'request.decide',
    subjectId: answerTo(requestId, decision),
  });
  await running.desk.requests.answer({ requestId, decision, ticket, ...(decision === 'refused' && { words: '依法保留' }) });
}

async function eraseOnRequest(personId: PersonId): Promise<void> {
  const { desk } = running;
  const asker = { role: 'self' } as const;
  const { requestId } = await desk.requests.receive({ personId, kind: 'erase', asker, words: '请删除' });
  await decide(requestId);
  await print(desk, { kind: 'request-answer', requestId });
  await desk.requests.erase({ requestId });
}

/** Registered with a scan and a photo's worth of paper: everything of theirs that can lie about. */
async function withScan(n: number, name: string) {
  const sha256 = await scan(running.desk, name);
  const bytes = readFileSync('tests/fixtures/scans/document.png').length + Buffer.from(name).length;
  const file = { sha256, name: '证件.png', mediaType: 'image/png' as const, bytes, pages: 1 };
  const evidence = [{ kind: 'id-document', file, originals: 0, copies: 1 }];
  const { personId } = await running.desk.talents.register({ facts: { ...somebody(n, name), evidence } });
  return { personId, sha256 };
}

async function gone(call: Promise<unknown>): Promise<string> {
  return (await refused(call)).code;
}

test('erased on request: payloads, scans, papers, rows and directory have lost the person; the audit says that and why', async () => {
  running = await startSignedIn(computer, { housekeeping: never });
  const { desk } = running;
  const { personId, sha256 } = await withScan(1, '欧阳春晓');
  const other = await withScan(2, '王敏');
  await print(desk, { kind: 'privacy-notice', personId });
  await eraseOnRequest(personId);

  expect(await refused(desk.talents.get({ personId }))).toMatchObject({ code: 'person-redacted' });
  for (const text of ['欧阳春晓', 'ouyang', somebody(1).document.number, somebody(1).contact.phone])
    expect((await desk.talents.search({ text, limit: 5 })).map((hit) => hit.personId)).not.toContain(personId);
  expect(await gone(desk.attachments.get({ sha256 }))).toBe('attachment-damaged');
  expect(await desk.attachments.get({ sha256: other.sha256 })).toBeDefined();
  const history = await desk.talents.history({ personId });
  expect(history).toMatchObject([{ kind: 'person.redacted', staffName: member('clerk').name }]);
  const entry = running.entries.at(-1) as Entry<'person.redacted'>;
  expect(entry.facts).toMatchObject({ because: 'request', entries: [{ kind: 'talent.registered' }, {}, {}, {}, {}] });
  expect(JSON.stringify(entry)).not.toMatch(/欧阳|138000|150123/);
  expect(readdirSync(join(computer.paths.userData, 'attachments'))).toHaveLength(1);
  expect(await gone(desk.recognitions.receive({ personId, ...approvedTier }))).toBe('not-found');
});

test('after a rebuild from the journal alone it is as it was: the stub, the numbers, the counts of the day', async () => {
  running = await startSignedIn(computer, { housekeeping: never, central: everything });
  const { desk } = running;
  const taken = await takeIn(desk, somebody(1, '欧阳春晓'), approvedTier);
  await desk.recognitions.withdraw({ matterId: taken.matterId, reason: '申请人撤回' });
  await eraseOnRequest(taken.personId);
  const { today } = await desk.counter.status();
  const next = await takeIn(desk, somebody(2, '王敏'), approvedTier);
  await running.close();
  for (const folder of ['pages', 'snapshot']) rmSync(join(computer.paths.userData, folder), { recursive: true, force: true });

  running = await startSignedIn(computer, { housekeeping: never });
  const status = await running.desk.counter.status();
  expect(status.notices).toContain('records-rebuilt');
  expect({ ...status.today, registered: status.today.registered - 1 }).toEqual(today);
  expect(await refused(running.desk.talents.get({ personId: taken.personId }))).toMatchObject({ code: 'person-redacted' });
  const after = await takeIn(running.desk, somebody(3, '李静'), approvedTier);
  expect(new Set([taken.number, next.number, after.number]).size).toBe(3);
  expect(after.number > next.number && next.number > taken.number).toBe(true);
});

test('the last number that was taken is not given out again, though the entry that took it is gone', async () => {
  running = await startSignedIn(computer, { housekeeping: never });
  const taken = await takeIn(running.desk, somebody(1), approvedTier);
  await running.desk.recognitions.withdraw({ matterId: taken.matterId, reason: '申请人撤回' });
  await eraseOnRequest(taken.personId);
  await running.close();
  for (const folder of ['pages', 'snapshot']) rmSync(join(computer.paths.userData, folder), { recursive: true, force: true });
  running = await startSignedIn(computer, { housekeeping: never });
  expect((await takeIn(running.desk, somebody(2), approvedTier)).number > taken.number).toBe(true);
});

test('killed between the entry and the files, the next start finishes it', async () => {
  running = await startSignedIn(computer, { housekeeping: never });
  const { personId, sha256 } = await withScan(1, '欧阳春晓');
  const { requestId } = await running.desk.requests.receive({
    personId,
    kind: 'erase',
    asker: { role: 'self' },
    words: '请删除',
  });
  await decide(requestId);
  await print(running.desk, { kind: 'request-answer', requestId });
  const after = newComputer();
  const copy = () =>
    cpSync(computer.paths.userData, after.paths.userData, {
      recursive: true,
      filter: (path) => !/pages|lock-|\.sock$/.test(path),
    });
  const erased = running.desk.requests.erase({ requestId });
  // As soon as the entry is durable: nothing of it has been carried out yet.
  while (running.entries.at(-1)?.kind !== 'person.redacted') await sleep(0);
  copy();
  await erased;
  await running.close();
  computer.remove();
  computer = after;
  running = await startSignedIn(computer, { housekeeping: never });
  expect(await refused(running.desk.talents.get({ personId }))).toMatchObject({ code: 'person-redacted' });
  expect(readdirSync(join(computer.paths.userData, 'attachments'))).toEqual([]);
  expect(await gone(running.desk.attachments.get({ sha256, personId }))).toBe('not-found');
  expect(await running.desk.talents.history({ personId })).toMatchObject([{ kind: 'person.redacted' }]);
}, 60_000);

describe('refused, with its grounds', () => {
  const groundsOf = async (personId: PersonId) => (await running.desk.requests.of({ personId })).grounds;

  test('while a matter is open, a form half-filled, or another request unanswered', async () => {
    running = await startSignedIn(computer, { housekeeping: never });
    const { desk } = running;
    const { personId } = await takeIn(desk, somebody(1), approvedTier);
    await desk.recognitions.keepForm({ personId, form: 'receive', text: '{"a":1}' });
    await desk.requests.receive({ personId, kind: 'see', asker: { role: 'self' }, words: '查阅' });
    const { requestId } = await desk.requests.receive({ personId, kind: 'erase', asker: { role: 'self' }, words: '删除' });
    expect(await groundsOf(personId)).toEqual(['open-matter', 'open-request', 'unfinished-form']);
    expect(await gone(decide(requestId))).toBe('data-needed');
    await decide(requestId, 'refused');
    const { requests } = await desk.requests.of({ personId });
    expect(requests[0]?.answer).toMatchObject({
      decision: 'refused',
      grounds: ['open-matter', 'open-request', 'unfinished-form'],
    });
    expect(await gone(desk.requests.erase({ requestId }))).toBe('not-in-this-state');
  });

  test('while the law keeps the file of a recognition; and while what was sent is not confirmed', async () => {
    let echoed = 0;
    const central = { echoedUpTo: () => echoed, pushedUpTo: () => 1_000_000 };
    running = await startSignedIn(computer, { housekeeping: never, central });
    const { personId } = await recogniseDirectly(running.desk, somebody(1));
    expect(await groundsOf(personId)).toEqual(['card-to-issue', 'archive-period', 'not-echoed']);
    echoed = 1_000_000;
    expect(await groundsOf(personId)).toEqual(['card-to-issue', 'archive-period']);
  });

  test('before the answer has been printed', async () => {
    running = await startSignedIn(computer, { housekeeping: never });
    const { personId } = await running.desk.talents.register({ facts: somebody(1) });
    const { requestId } = await running.desk.requests.receive({
      personId,
      kind: 'erase',
      asker: { role: 'self' },
      words: '删除',
    });
    await decide(requestId);
    expect(await gone(running.desk.requests.erase({ requestId }))).toBe('not-in-this-state');
  });
});

describe('the office’s rule', () => {
  const later = (days: number) => ({ clock: clockAhead(days), housekeeping: soon });

  async function afterDays(days: number, central?: DeskCentral) {
    await running.close();
    running = await startSignedIn(computer, { ...later(days), ...(central && { central }) });
  }

  test('what the central side has echoed goes after its days, by itself; what is needed stays', async () => {
    running = await startSignedIn(computer, { housekeeping: never });
    const { personId } = await running.desk.talents.register({ facts: somebody(1, '欧阳春晓') });
    const open = await takeIn(running.desk, somebody(2), approvedTier);
    await afterDays(366, everything);
    while (!running.entries.some(({ kind }) => kind === 'person.redacted')) await sleep(5);
    expect(running.entries.find(({ kind }) => kind === 'person.redacted')).toMatchObject({
      staffId: null,
      facts: { personId, because: 'retention' },
    });
    expect((await running.desk.talents.get({ personId: open.personId })).recognitions).toHaveLength(1);
    expect(await running.desk.retention.overview()).toMatchObject({
      registrationDays: 365,
      isDefault: true,
      people: 1,
      redacted: 1,
      due: 0,
      heldBack: [{ ground: 'open-matter', people: 1 }],
    });
  });

  test('never before it was echoed, however old it is; nor before its days', async () => {
    running = await startSignedIn(computer, { housekeeping: never });
    const { personId } = await running.desk.talents.register({ facts: somebody(1) });
    await afterDays(2_000);
    await sleep(300);
    expect(await running.desk.retention.overview()).toMatchObject({
      people: 1,
      redacted: 0,
      due: 0,
      heldBack: [{ ground: 'not-echoed', people: 1 }],
    });
    await afterDays(365, everything);
    await sleep(300);
    expect((await running.desk.talents.get({ personId })).id).toBe(personId);
  });
});

test('a sweep takes the scans of a discarded draft after a day, and none that a draft or a registration names', async () => {
  running = await startSignedIn(computer, { housekeeping: never });
  const { desk } = running;
  const { personId, sha256: named } = await withScan(1, '王敏');
  const drafted = await scan(desk, 'draft');
  const left = await scan(desk, 'left behind');
  const id = '0198c0de-0000-7000-8000-000000000009' as never;
  await desk.drafts.save({ id, title: '草稿', fields: { scan: drafted } });
  await running.close();
  const folder = join(computer.paths.userData, 'attachments');
  const then = new Date(Date.now() - 2 * 86_400_000);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), then, then);
  running = await startSignedIn(computer, { housekeeping: soon });
  while (readdirSync(folder).length > 2) await sleep(5);
  expect(await running.desk.attachments.get({ sha256: named, personId, reason: '核对' })).toBeDefined();
  expect(await running.desk.attachments.get({ sha256: drafted })).toBeDefined();
  expect(await gone(running.desk.attachments.get({ sha256: left }))).toBe('not-found');
});
