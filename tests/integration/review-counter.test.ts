import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import { csvFile, ledgerHeader, ledgerRow, openLedger, takeAll } from './old-ledger.ts';
import { type Computer, member, newComputer, print, type Running, refused, startSignedIn } from './program-kit.ts';
import { approval, approvedTier, directTier, inPerson, somebody, takeIn, withCard } from './program-people.ts';

let computer: Computer;
let running: Running;
beforeEach(async () => {
  computer = newComputer();
  running = await startSignedIn(computer);
}, 120_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

/** The kept ledger is lost too, so that every entry is read once more. */
async function startFromJournal(): Promise<void> {
  await running.close();
  rmSync(join(computer.paths.userData, 'snapshot'), { recursive: true });
  running = await startSignedIn(computer);
}

test('a card that was printed very often can be voided, and the counter opens from its journal all the same', async () => {
  const { desk } = running;
  const { personId, cardNumber } = await withCard(desk, somebody(1));
  await print(desk, { kind: 'card-front', cardNumber });
  for (let n = 0; n < 21; n += 1) await print(desk, { kind: 'card-front', cardNumber, reprintReason: `第${n + 1}次印坏` });
  const { number: staffNumber, pin } = member('supervisor');
  const { ticket } = await desk.session.signOff({ staffNumber, pin, act: 'card.withdraw', subjectId: cardNumber });
  await desk.cards.change({ cardNumber, act: 'void', reason: '印坏', ticket });
  await startFromJournal();
  expect(await running.desk.session.state()).toMatchObject({ phase: 'signed-in' });
  expect((await running.desk.talents.get({ personId })).cards).toMatchObject([{ number: cardNumber, state: 'to-make' }]);
}, 120_000);

test('somebody registered after the answers were shown is asked about before a row of the same name and birth date is taken', async () => {
  const { desk } = running;
  const row = ledgerRow(5);
  const { plan, preview } = await openLedger(desk, csvFile([ledgerHeader, row]));
  expect(preview.counts.ready).toBe(1);
  const [name = '', number = ''] = row;
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` as never;
  const facts = somebody(2, name);
  await desk.talents.register({
    facts: {
      ...facts,
      document: { kind: 'passport', number: 'E12345678' },
      identity: { ...facts.identity, birthDate },
    },
  });
  expect(await takeAll(desk, plan)).toBe(0);
  expect((await desk.takingOver.preview(plan)).rows).toMatchObject([{ answer: 'undecided', why: 'name-and-birth-date' }]);
}, 120_000);

test('what a ledger’s words mean is what the second person saw: explained otherwise afterwards, nothing is taken', async () => {
  const { desk } = running;
  const { plan } = await openLedger(desk, csvFile([ledgerHeader, ledgerRow(6)]));
  const { number: staffNumber, pin } = member('supervisor');
  const { ticket } = await desk.session.signOff({ staffNumber, pin, act: 'recognition.grant', subjectId: plan.fileId });
  await desk.takingOver.signOff({ ...plan, ticket });
  const [word = ''] = Object.keys(plan.words.tiers);
  const higher = { ...plan.words, tiers: { [word]: { team: 'top', tier: 'a' } } };
  await desk.takingOver.preview({ ...plan, words: higher });
  expect(await refused(desk.takingOver.take({ ...plan, words: higher, from: 0 }))).toMatchObject({ code: 'sign-off-needed' });
  expect(await desk.takingOver.take({ ...plan, from: 0 })).toMatchObject({ taken: 1 });
}, 120_000);

test('a hand-in’s letter speaks for its own agent alone: anybody else who names the hand-in brings theirs', async () => {
  const { desk } = running;
  const employer = { name: '和林格尔新区云杉数据有限公司', uscc: '91150105WYLF55TH34' };
  const agent = { name: '李静', document: { kind: 'passport' as const, number: 'E00000001' } };
  const authorisation = { scope: '代为登记' };
  const { batchId } = await desk.batches.open({ employer, agent, authorisation });
  const other = { ...agent, document: { kind: 'passport' as const, number: 'E00000002' } };
  for (const applicant of [
    { role: 'proxy' as const, ...agent, authorisation },
    { role: 'employer' as const, ...other, authorisation },
  ]) {
    const facts = { ...somebody(3), intake: { ...inPerson, applicant, batch: batchId } };
    expect((await refused(desk.talents.register({ facts }))).data).toEqual({
      fields: [{ path: 'intake.applicant.authorisation', code: 'authorisation-missing' }],
    });
  }
}, 120_000);

test('a material whose scan is not what the page says is refused, with the application and as a supplement', async () => {
  const { desk } = running;
  const file = new Blob([await sampleApproval('scan')], { type: 'application/pdf' });
  const scan = await desk.attachments.put({ name: '证书.pdf', file });
  const wrong = { kind: 'skill-certificate', originals: 0, copies: 0, file: { ...scan, pages: scan.pages + 7 } };
  const { personId } = await desk.talents.register({ facts: somebody(4) });
  const fields = [{ path: 'materials.0.file', code: 'differs-from-scan' }];
  expect((await refused(desk.recognitions.receive({ personId, ...directTier, materials: [wrong] }))).data).toEqual({ fields });
  const { matterId } = await desk.recognitions.receive({ personId, ...directTier });
  const items = [{ what: 'material', code: wrong.kind, reason: 'missing' }] as const;
  await desk.recognitions.askSupplement({ matterId, items: [...items], workingDays: 5 });
  const [{ reason: _, ...came }] = items;
  const brought = desk.recognitions.bringSupplement({ matterId, items: [came], materials: [wrong] });
  expect((await refused(brought)).data).toEqual({ fields });
}, 120_000);

test('an entered approval’s scan is what the page says of it, and a refusal takes no number', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(5), approvedTier);
  const { today, numbersLeft } = await desk.counter.status();
  const entered = await approval(desk, today.date);
  const wrong = { ...entered, document: { ...entered.document, pages: entered.document.pages + 1 } };
  expect((await refused(desk.recognitions.enterApproval({ matterId, approval: wrong }))).data).toEqual({
    fields: [{ path: 'approval.document', code: 'differs-from-scan' }],
  });
  expect((await desk.counter.status()).numbersLeft).toEqual(numbersLeft);
  await desk.recognitions.enterApproval({ matterId, approval: entered });
}, 120_000);
