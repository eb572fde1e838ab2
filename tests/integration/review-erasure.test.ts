import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { systemClock } from '../../electron/program/counter-clock.ts';
import { openSealedFiles } from '../../electron/vault/sealed-file.ts';
import { openVault } from '../../electron/vault/vault.ts';
import type { Entry } from '../../shared/domain/entry.ts';
import type { DraftId, PersonId } from '../../shared/domain/ids.ts';
import { answerTo, personOnImage, type SignedAct } from '../../shared/domain/staff/signed-act.ts';
import type { PersonFacts } from '../../shared/domain/talent/person.ts';
import { type Computer, member, newComputer, print, type Running, root, startSignedIn } from './program-kit.ts';
import { directTier, inPerson, somebody } from './program-people.ts';
import { scan } from './program-scan.ts';

const housekeeping = { afterMs: 3_600_000, everyMs: 3_600_000 };
const self = { role: 'self' } as const;
/** What is looked for once it should be nowhere: a name that nobody else has, wherever somebody may have typed it. */
const name = '鸜鹆稀见';
const planted: PersonFacts = { ...somebody(1, name), contact: { phone: '13999990001' } };
const needles = [name, planted.document.number, '13999990001'];

let computer: Computer;
let running: Running;
/** What is done as soon as an erasure's entry is durable. */
let onErased = () => {};
beforeEach(async () => {
  onErased = () => {};
  computer = newComputer();
  const onEntry = ({ kind }: Entry) => kind === 'person.redacted' && onErased();
  running = await startSignedIn(computer, { housekeeping, onEntry });
}, 60_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

async function sign(act: SignedAct, subjectId: string): Promise<string> {
  const { number: staffNumber, pin } = member('supervisor');
  return (await running.desk.session.signOff({ staffNumber, pin, act, subjectId })).ticket;
}

/** Somebody with all that a counter keeps of people, the name in every note. */
async function withEverything() {
  const { desk } = running;
  const draftId = '0198c0de-0000-7000-8000-0000000000aa' as DraftId;
  await desk.drafts.save({ id: draftId, title: name, fields: { 'identity.name': name } });
  const agent = { name: '代办人', document: { kind: 'resident-id' as const, number: somebody(40).document.number } };
  const authorisation = { scope: '代为登记' };
  const employer = { name: '和林格尔新区云杉数据有限公司', uscc: '91150105WYLF55TH34' };
  const { batchId } = await desk.batches.open({ employer, agent, authorisation });
  const intake = { ...inPerson, applicant: { role: 'employer' as const, ...agent, authorisation }, batch: batchId };
  const sha256 = await scan(desk, name);
  const bytes = readFileSync(join(root, 'tests/fixtures/scans/document.png')).length + Buffer.from(name).length;
  const file = { sha256, name: `${name}.png`, mediaType: 'image/png' as const, bytes, pages: 1 };
  const evidence = [{ kind: 'id-document', file, originals: 0, copies: 1 }];
  const { personId } = await desk.talents.register({ facts: { ...planted, intake, evidence }, draftId });
  const { matterId } = await desk.recognitions.receive({ personId, ...directTier });
  const asked = { act: 'recognition.grant-directly' as const, matterId };
  const { approvalId } = await desk.approvals.request({ asked, note: `${name}等着` });
  await desk.approvals.withdraw({ approvalId });
  await print(desk, { kind: 'receipt-received', matterId });
  const colleague = (await desk.matters.colleagues()).find((one) => one.name === member('clerk', true).name);
  if (colleague) await desk.matters.handOn({ matterIds: [matterId], to: colleague.id, note: `${name}明天来` });
  await desk.recognitions.withdraw({ matterId, reason: `${name}撤回` });
  const image = await scan(desk, 'corrected');
  const fields = { 'identity.formerName': `${name}旧` };
  const ticket = await sign('identity.correct', personOnImage(personId, image, fields));
  await desk.corrections.correct({ personId, fields, proof: { image, ticket } });
  const { requestId } = await desk.requests.receive({ personId, kind: 'see', asker: self, words: `${name}想看` });
  await desk.requests.answer({ requestId, decision: 'granted', words: `${name}可看` });
  await print(desk, { kind: 'personal-data', requestId });
  return { personId, batchId };
}

async function erase(personId: PersonId): Promise<void> {
  const { desk } = running;
  const { requestId } = await desk.requests.receive({ personId, kind: 'erase', asker: self, words: `${name}请删` });
  const ticket = await sign('request.decide', answerTo(requestId, 'granted'));
  await desk.requests.answer({ requestId, decision: 'granted', ticket });
  await print(desk, { kind: 'request-answer', requestId });
  await desk.requests.erase({ requestId });
}

/** Where a needle stands in what the keys open of a closed counter: kinds of entries, and names of small files. */
async function foundIn(userData: string): Promise<string[]> {
  const found: string[] = [];
  const look = (where: string, bytes: Uint8Array | undefined) => {
    if (bytes && needles.some((needle) => Buffer.from(bytes).includes(needle))) found.push(where);
  };
  const vault = await openVault({ dir: join(userData, 'vault'), clock: systemClock(), secrets: undefined });
  await vault.signIn(member('clerk').number, member('clerk').pin);
  const onPayload = (payload: Uint8Array) => look(JSON.parse(Buffer.from(payload).toString('utf8')).kind, payload);
  await verifyJournal({ dir: join(userData, 'journal'), log: 'own', keyOf: (epoch) => vault.keyOf('journal', epoch), onPayload });
  for (const room of ['files', 'snapshot'] as const) {
    const keyOf = (epoch: number) => vault.keyOf(room, epoch);
    const files = await openSealedFiles({ dir: join(userData, room), epoch: vault.epoch, epochs: vault.epochs, keyOf });
    for (const file of (await files.list('')).names) look(file, await files.read(file));
    await files.close();
  }
  await vault.close();
  return found;
}

test('a name that stood everywhere stands nowhere after its erasure, and a rebuild comes to the same without it', async () => {
  const { personId, batchId } = await withEverything();
  await erase(personId);
  const seen = async () => {
    const { desk } = running;
    const { today, numbersLeft } = await desk.counter.status();
    const matters = await desk.matters.list({ which: 'all' });
    const history = await desk.talents.history({ personId });
    return { today, numbersLeft, matters, history, batch: await desk.batches.get({ batchId }) };
  };
  const before = await seen();
  await running.close();
  const { userData } = computer.paths;
  expect(await foundIn(userData)).toEqual([]);
  expect(readdirSync(join(userData, 'attachments'))).toEqual([]);
  for (const folder of ['pages', 'snapshot']) rmSync(join(userData, folder), { recursive: true, force: true });
  running = await startSignedIn(computer, { housekeeping });
  expect((await running.desk.counter.status()).notices).toContain('records-rebuilt');
  expect(await seen()).toEqual(before);
}, 120_000);

test('an erasure that a failing disk cut short keeps nobody from working; the next start finishes it', async () => {
  const { desk } = running;
  const sha256 = await scan(desk, name);
  const bytes = readFileSync(join(root, 'tests/fixtures/scans/document.png')).length + Buffer.from(name).length;
  const file = { sha256, name: '证件.png', mediaType: 'image/png' as const, bytes, pages: 1 };
  const evidence = [{ kind: 'id-document', file, originals: 0, copies: 1 }];
  const { personId } = await desk.talents.register({ facts: { ...planted, evidence } });
  const folder = join(computer.paths.userData, 'attachments');
  const [scanned = ''] = readdirSync(folder);
  const inTheWay = join(folder, scanned);
  // Nothing can be removed there, as on a disk that fails.
  const block = () => {
    rmSync(inTheWay);
    mkdirSync(join(inTheWay, 'x'), { recursive: true });
  };
  onErased = block;
  await expect(erase(personId)).rejects.toThrow();
  await running.close();
  running = await startSignedIn(computer, { housekeeping });
  expect((await running.desk.session.state()).phase).toBe('signed-in');
  await running.close();
  expect(await foundIn(computer.paths.userData)).toEqual([]);
  expect(running.lines.join('\n')).toContain('finishing a redaction');
  rmSync(inTheWay, { recursive: true });
  running = await startSignedIn(computer, { housekeeping });
  expect(running.lines.join('\n')).not.toContain('finishing a redaction');
}, 120_000);
