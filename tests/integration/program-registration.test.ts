import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DraftId, PersonId, Sha256Hex } from '../../shared/domain/ids.ts';
import { toPlainDate } from '../../shared/domain/plain-date.ts';
import type { IdKind } from '../../shared/domain/talent/id-kind.ts';
import type { PersonFacts } from '../../shared/domain/talent/person.ts';
import {
  type Computer,
  member,
  newComputer,
  outcomes,
  type Running,
  refused,
  root,
  signIn,
  startSignedIn,
} from './program-kit.ts';
import { inPerson, somebody } from './program-people.ts';

let computer: Computer;
let running: Running;
beforeEach(async () => {
  computer = newComputer();
  running = await startSignedIn(computer);
}, 60_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

const scan = (name: string) => new Blob([readFileSync(join(root, 'tests', 'fixtures', 'scans', name))]);
const store = (name: string) => running.desk.attachments.put({ name, file: scan(name) });
const portrait = () => store('portrait.jpg');
async function restart(): Promise<void> {
  await running.close();
  running = await startSignedIn(computer);
}

/** What a wrong check digit of somebody's number looks like. */
function mistyped(facts: PersonFacts): PersonFacts {
  const { number } = facts.document;
  const last = number.endsWith('1') ? '2' : '1';
  return { ...facts, document: { ...facts.document, number: number.slice(0, 17) + last } };
}

const documents: [IdKind, string, Partial<PersonFacts['identity']>][] = [
  ['resident-id', '11010519491231002X', { birthDate: toPlainDate('1949-12-31'), sex: '2' }],
  ['hk-macao-residence', '810000199408230021', { birthDate: toPlainDate('1994-08-23') }],
  ['taiwan-residence', '830000199201300022', { birthDate: toPlainDate('1992-01-30') }],
  ['hk-macao-travel', 'H1234567801', {}],
  ['taiwan-travel', '05616820', {}],
  ['foreign-pr', '932682198501010017', { birthDate: toPlainDate('1985-01-01'), nationality: 'SAU', latinName: 'ALI HASSAN' }],
  ['foreign-pr-2004', 'KAZ110090123105', { nationality: 'KAZ', latinName: 'IVANOV, IVAN' }],
  ['passport', 'E12345678', { nationality: 'DEU', latinName: 'MÜLLER ANNA' }],
];

describe('every identity document', () => {
  test('registers its holder once, by the part of its number that is kept for life', async () => {
    const { desk } = running;
    for (const [at, [kind, number, identity]] of documents.entries()) {
      const facts = somebody(500 + at);
      const one: PersonFacts = { ...facts, document: { kind, number }, identity: { ...facts.identity, ...identity } };
      const asked = await desk.talents.register({ facts: one }).catch((error: unknown) => error);
      expect(asked, `${kind} ${JSON.stringify((asked as { data?: unknown }).data)}`).toMatchObject({
        personId: expect.any(String),
      });
    }
    // The permit was issued anew: its last two places count the issues.
    const again = somebody(600);
    const reissued: PersonFacts = { ...again, document: { kind: 'hk-macao-travel', number: 'H1234567802' } };
    expect((await refused(desk.talents.register({ facts: reissued }))).code).toBe('already-registered');
    // Two countries may give the same number to a passport.
    const french = { ...again.identity, nationality: 'FRA' };
    await desk.talents.register({ facts: { ...again, document: { kind: 'passport', number: 'E12345678' }, identity: french } });
  });

  test('with a wrong check digit takes a second person and an image of it, and the record shows both', async () => {
    const { desk } = running;
    const facts = mistyped(somebody(1));
    const { number: staffNumber, pin } = member('supervisor');
    const sign = (subjectId: string) => desk.session.signOff({ staffNumber, pin, act: 'document.accept', subjectId });
    expect((await refused(desk.talents.register({ facts }))).data).toEqual({
      fields: [{ path: 'document.number', code: 'id-check-digit' }],
    });
    const { sha256: image } = await store('document.png');
    const { ticket: forAnother } = await sign(somebody(2).document.number);
    const wrongTicket = desk.talents.register({ facts, override: { ticket: forAnother, image } });
    expect((await refused(wrongTicket)).code).toBe('sign-off-needed');
    const { ticket } = await sign(facts.document.number);
    const noImage = desk.talents.register({ facts, override: { ticket, image: 'a'.repeat(64) as Sha256Hex } });
    expect((await refused(noImage)).data).toEqual({ fields: [{ path: 'override.image', code: 'required' }] });
    const { personId } = await desk.talents.register({ facts, override: { ticket, image } });
    const view = await desk.talents.get({ personId });
    expect(view.numberAccepted).toMatchObject({ signedOffBy: member('supervisor').name, image });
    await restart();
    expect((await running.desk.talents.get({ personId })).numberAccepted).toEqual(view.numberAccepted);
  });
});

describe('whoever may be the same person', () => {
  test('stops the registration until they are told apart; the decision is kept, and two clerks at one person make one record', async () => {
    const { desk } = running;
    const first = somebody(1, '欧阳春晓');
    const { personId } = await desk.talents.register({ facts: first });
    // Another number, the same birth date, a name that sounds the same.
    const other = somebody(1 + 35, '欧阳春小');
    const alike = (await desk.talents.likely({ name: '欧阳春小', birthDate: other.identity.birthDate })).map(({ why }) => why);
    expect(alike).toEqual(['pinyin-and-birth-date']);
    const stopped = await refused(desk.talents.register({ facts: other }));
    expect(stopped).toMatchObject({ code: 'alike-undecided', data: { people: [{ personId, why: 'pinyin-and-birth-date' }] } });
    const toldFrom = [{ personId, why: 'pinyin-and-birth-date' as const }];
    const both = [desk.talents.register({ facts: other, toldFrom }), desk.talents.register({ facts: other, toldFrom })];
    const { given, codes } = await outcomes(both);
    expect([given.length, codes]).toEqual([1, ['already-registered']]);
    const view = await desk.talents.get({ personId: given[0]?.personId as PersonId });
    expect(view.toldFrom).toEqual([{ personId, name: '欧阳春晓', why: 'pinyin-and-birth-date' }]);
  });

  test('is also whoever has the same phone', async () => {
    const { desk } = running;
    await desk.talents.register({ facts: somebody(1) });
    const shares = { ...somebody(2), contact: { phone: somebody(1).contact.phone } };
    expect((await refused(desk.talents.register({ facts: shares }))).code).toBe('alike-undecided');
  });
});

describe('materials and photo', () => {
  test('are what was stored, not what the page says of it', async () => {
    const { desk } = running;
    const file = await store('document.png');
    const facts = somebody(1);
    const withFile = (told: object): PersonFacts => ({
      ...facts,
      evidence: [{ kind: 'degree-certificate', file: { ...file, ...told }, originals: 0, copies: 1 }],
    });
    const forged = await refused(desk.talents.register({ facts: withFile({ pages: 7 }) }));
    expect(forged.data).toEqual({ fields: [{ path: 'evidence.0.file', code: 'differs-from-scan' }] });
    const missing = await refused(desk.talents.register({ facts: withFile({ sha256: 'b'.repeat(64) }) }));
    expect(missing.data).toEqual({ fields: [{ path: 'evidence.0.file', code: 'required' }] });
    const notPortrait = { ...facts, photo: { sha256: file.sha256, bytes: file.bytes } };
    expect((await refused(desk.talents.register({ facts: notPortrait }))).data).toEqual({
      fields: [{ path: 'photo', code: 'not-a-portrait' }],
    });
    const { sha256, bytes } = await portrait();
    const { personId } = await desk.talents.register({ facts: { ...withFile({}), photo: { sha256, bytes } } });
    const view = await desk.talents.get({ personId });
    expect([view.photo, view.evidence[0]?.file]).toEqual([{ sha256, bytes }, file]);
    const seen = await desk.attachments.get({ sha256 });
    expect((await seen.file.arrayBuffer()).byteLength).toBe(bytes);
  });

  test('an original is compared in one’s own name, or that of whoever worked on the draft', async () => {
    const { desk } = running;
    const facts = somebody(1);
    const seenBy = (by: string): PersonFacts => ({
      ...facts,
      evidence: [{ kind: 'other', originals: 1, copies: 0, originalSeen: { by: by as never, on: toPlainDate('2026-11-01') } }],
    });
    const [clerk, colleague] = [member('clerk'), member('clerk', true)];
    const draft = { id: '019a0000-0000-7000-8000-0000000000d1' as DraftId, title: '半份', fields: { 'identity.name': '半份' } };
    await desk.drafts.save(draft);
    await desk.session.signOut();
    await signIn(desk, colleague);
    expect((await refused(desk.talents.register({ facts: seenBy(clerk.id) }))).code).toBe('field-refused');
    await desk.drafts.save(draft);
    expect((await desk.drafts.list())[0]).toMatchObject({ startedBy: clerk.name, updatedBy: colleague.name });
    const { personId } = await desk.talents.register({ facts: seenBy(clerk.id), draftId: draft.id });
    const view = await desk.talents.get({ personId });
    expect([view.intake?.firstClerk, view.evidence[0]?.originalSeen?.by]).toEqual([clerk.name, clerk.name]);
    expect(await desk.drafts.list()).toEqual([]);
  });
});

test('an employer hands in for several people at once, in order, until the clerk ends it; a restart in between changes nothing', async () => {
  const employer = { name: '和林格尔新区云杉数据有限公司', uscc: '91150105WYLF55TH34' };
  const agent = { name: '李静', document: { kind: 'resident-id' as const, number: somebody(90).document.number } };
  const facts = { employer, agent, authorisation: { scope: '代为登记' }, expected: 2 };
  const { given, codes } = await outcomes([running.desk.batches.open(facts), running.desk.batches.open(facts)]);
  expect(codes).toEqual(['batch-open']);
  const batchId = given[0]?.batchId ?? ('' as never);
  const handedIn = (n: number): PersonFacts => ({
    ...somebody(n),
    intake: { ...inPerson, applicant: { role: 'employer', ...agent, authorisation: { scope: '代为登记' } }, batch: batchId },
  });
  const { personId } = await running.desk.talents.register({ facts: handedIn(1) });
  await restart();
  const { desk } = running;
  await desk.talents.register({ facts: handedIn(2) });
  expect(await desk.batches.list()).toMatchObject([{ id: batchId, count: 2, expected: 2, agentName: '李静' }]);
  expect((await desk.batches.get({ batchId })).people.map(({ name }) => name)).toEqual(['测试1', '测试2']);
  expect((await desk.talents.get({ personId })).intake).toMatchObject({
    applicant: { role: 'employer', name: '李静' },
    batch: { id: batchId, employerName: employer.name },
  });
  await desk.batches.close({ batchId });
  expect((await refused(desk.batches.close({ batchId }))).code).toBe('not-in-this-state');
  expect((await refused(desk.talents.register({ facts: handedIn(3) }))).data).toEqual({
    fields: [{ path: 'intake.batch', code: 'batch-not-open' }],
  });
  expect(await desk.batches.list()).toEqual([]);
});
