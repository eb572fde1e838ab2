import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { systemClock } from '../../electron/program/counter-clock.ts';
import { openVault } from '../../electron/vault/vault.ts';
import type { BatchId, PersonId, RequestId } from '../../shared/domain/ids.ts';
import { toPlainDate } from '../../shared/domain/plain-date.ts';
import { answerTo, personOnImage, type SignedAct } from '../../shared/domain/staff/signed-act.ts';
import type { PersonFacts } from '../../shared/domain/talent/person.ts';
import { extractText } from './paper-kit.ts';
import {
  type Computer,
  clockAhead,
  finished,
  member,
  newComputer,
  outcomes,
  print,
  type Running,
  refused,
  signIn,
  startSignedIn,
} from './program-kit.ts';
import { inPerson, somebody } from './program-people.ts';
import { scan } from './program-scan.ts';

const never = { afterMs: 3_600_000, everyMs: 3_600_000 };
const self = { role: 'self' } as const;
let computer: Computer;
let running: Running;
/** How far the computer's clock is off, in whole days. */
let offDays = 0;
/** What is done as soon as a paper's entry is durable. */
let onPaper = () => {};
beforeEach(async () => {
  offDays = 0;
  onPaper = () => {};
  computer = newComputer();
  running = await startSignedIn(computer, {
    housekeeping: never,
    clock: clockAhead(() => offDays),
    onEntry: ({ kind }) => kind === 'paper.printed' && onPaper(),
  });
}, 60_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

async function sign(act: SignedAct, subjectId: string): Promise<string> {
  const { number: staffNumber, pin } = member('supervisor');
  return (await running.desk.session.signOff({ staffNumber, pin, act, subjectId })).ticket;
}

async function grantedErasure(personId: PersonId): Promise<RequestId> {
  const { desk } = running;
  const { requestId } = await desk.requests.receive({ personId, kind: 'erase', asker: self, words: '请删除' });
  const ticket = await sign('request.decide', answerTo(requestId, 'granted'));
  await desk.requests.answer({ requestId, decision: 'granted', ticket });
  return requestId;
}

test('what a person gets on paper has whole numbers; on a screen, before and after it was printed, they are covered', async () => {
  const { desk } = running;
  const facts = somebody(1, '欧阳春晓');
  const { personId } = await desk.talents.register({ facts });
  const { requestId } = await desk.requests.receive({ personId, kind: 'see', asker: self, words: '查阅' });
  const subject = { kind: 'personal-data', requestId } as const;
  const shown = async () => extractText(new Uint8Array(await (await desk.papers.preview(subject)).pdf.arrayBuffer()));
  const before = await shown();
  await print(desk, subject);
  await signIn(desk, member('auditor'));
  for (const text of [before, await shown()]) {
    expect(text).toContain('欧阳春晓');
    expect(text).not.toContain(facts.document.number);
    expect(text).not.toContain(facts.contact.phone);
  }
});

test('a sign-off and a lock at the same moment, whichever comes first, leave no ticket behind the lock', async () => {
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1) });
  const { requestId } = await desk.requests.receive({ personId, kind: 'see', asker: self, words: '查阅' });
  const [signed] = await Promise.allSettled([sign('request.decide', answerTo(requestId, 'refused')), desk.session.lock()]);
  await desk.session.unlock({ pin: member('clerk').pin });
  const ticket = signed.status === 'fulfilled' ? signed.value : 'none-was-given-at-all';
  const answer = desk.requests.answer({ requestId, decision: 'refused', words: '材料不符', ticket });
  expect((await refused(answer)).code).toBe('sign-off-needed');
});

test('a correction’s sign-off is for what the second person saw, and no other words', async () => {
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1, '欧阳春小') });
  const image = await scan(desk);
  const fields = { 'identity.name': '欧阳春晓', 'identity.formerName': '欧阳小' };
  const other = { ...fields, 'identity.name': '王敏' };
  const ticket = await sign('identity.correct', personOnImage(personId, image, fields));
  const wrong = desk.corrections.correct({ personId, fields: other, proof: { ticket, image } });
  expect((await refused(wrong)).code).toBe('sign-off-needed');
  const again = await sign(
    'identity.correct',
    personOnImage(personId, image, Object.fromEntries(Object.entries(fields).reverse())),
  );
  await desk.corrections.correct({ personId, fields, proof: { ticket: again, image } });
  expect((await desk.talents.get({ personId })).identity).toMatchObject({ name: '欧阳春晓' });
});

test('a passport corrected to a number that is registered at the same moment is one person’s', async () => {
  const { desk } = running;
  const foreigner = (n: number, number: string, name: string): PersonFacts => ({
    ...somebody(n),
    document: { kind: 'passport', number },
    identity: { name, sex: '1', birthDate: toPlainDate(`198${n}-01-01`), nationality: 'USA' },
  });
  const { personId } = await desk.talents.register({ facts: foreigner(2, 'E87654321', 'JOHN SMITH') });
  const image = await scan(desk);
  const fields = { 'document.number': 'E12345678' };
  const ticket = await sign('identity.correct', personOnImage(personId, image, fields));
  const { given, codes } = await outcomes<unknown>([
    desk.corrections.correct({ personId, fields, proof: { ticket, image } }),
    desk.talents.register({ facts: foreigner(3, 'E12345678', 'JANE DOE') }),
  ]);
  expect({ given: given.length, codes }).toEqual({ given: 1, codes: ['already-registered'] });
});

test('a correction for a request that is refused at the same moment is not made', async () => {
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1) });
  const { requestId } = await desk.requests.receive({ personId, kind: 'correct', asker: self, words: '换了电话' });
  const ticket = await sign('request.decide', answerTo(requestId, 'refused'));
  const { given, codes } = await outcomes<unknown>([
    desk.requests.answer({ requestId, decision: 'refused', words: '材料不符', ticket }),
    desk.corrections.correct({ personId, fields: { 'contact.phone': '13911112222' }, requestId }),
  ]);
  expect({ given: given.length, codes }).toEqual({ given: 1, codes: ['not-found'] });
});

test('an erasure waits for a paper that is journaled and not yet in the queue', async () => {
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1, '欧阳春晓') });
  const folder = join(computer.paths.userData, 'attachments');
  renameSync(folder, `${folder}.away`);
  try {
    await expect(desk.papers.print({ kind: 'privacy-notice', personId })).rejects.toThrow();
  } finally {
    renameSync(`${folder}.away`, folder);
  }
  expect((await desk.requests.of({ personId })).grounds).toEqual(['paper-printing']);
  await desk.session.signOut();
  await signIn(desk);
  const [job] = await desk.papers.jobs();
  if (job) await finished(desk, job.id);
  expect((await desk.requests.of({ personId })).grounds).toEqual([]);
});

test('an answer whose print was taken out of the queue is not printed, and nothing is erased on it', async () => {
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1) });
  const requestId = await grantedErasure(personId);
  onPaper = () => {
    rmSync(computer.paths.papers, { recursive: true, force: true });
    writeFileSync(computer.paths.papers, '');
  };
  const job = await print(desk, { kind: 'request-answer', requestId });
  expect(job.state).not.toBe('done');
  await desk.papers.cancel({ jobId: job.id });
  expect((await refused(desk.requests.erase({ requestId }))).code).toBe('not-in-this-state');
});

test('nothing is erased under a clock that was set back', async () => {
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1) });
  const requestId = await grantedErasure(personId);
  await print(desk, { kind: 'request-answer', requestId });
  offDays = -2;
  expect((await refused(desk.requests.erase({ requestId }))).code).toBe('date-questionable');
  offDays = 0;
  await desk.requests.erase({ requestId });
});

test('an erasure and registrations of the same hand-in at once leave its list with everybody but the one erased', async () => {
  const { desk } = running;
  const agent = { name: '代办人', document: { kind: 'resident-id' as const, number: somebody(40).document.number } };
  const authorisation = { scope: '代为登记' };
  const employer = { name: '和林格尔新区云杉数据有限公司', uscc: '91150105WYLF55TH34' };
  const { batchId } = await desk.batches.open({ employer, agent, authorisation });
  const handedIn = (n: number, batch: BatchId): PersonFacts => ({
    ...somebody(n),
    intake: { ...inPerson, applicant: { role: 'employer', ...agent, authorisation }, batch },
  });
  const { personId } = await desk.talents.register({ facts: handedIn(1, batchId) });
  const requestId = await grantedErasure(personId);
  await print(desk, { kind: 'request-answer', requestId });
  const [, ...more] = await Promise.all([
    desk.requests.erase({ requestId }),
    ...Array.from({ length: 20 }, (_, at) => at + 2).map((n) => desk.talents.register({ facts: handedIn(n, batchId) })),
  ]);
  expect(more).toHaveLength(20);
  expect((await desk.batches.list()).map(({ count }) => count)).toEqual([20]);
});

test('the audit finds contents that were taken out with the keys and without a word, and none that an erasure speaks of', async () => {
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1) });
  const { seq } = await desk.talents.register({ facts: somebody(2) });
  const requestId = await grantedErasure(personId);
  await print(desk, { kind: 'request-answer', requestId });
  await desk.requests.erase({ requestId });
  await signIn(desk, member('auditor'));
  expect(await checked()).toMatchObject({ state: 'sound', redacted: 4 });
  await running.close();
  await takeOut(seq);
  running = await startSignedIn(computer);
  await signIn(running.desk, member('auditor'));
  expect(await checked()).toMatchObject({ state: 'wrong', seq, reason: 'redaction-unsaid' });
}, 120_000);

async function checked() {
  const { audit } = running.desk;
  await audit.check();
  for (;;) {
    const { check } = await audit.state();
    if (check.state !== 'running' && check.state !== 'none') return check;
    await new Promise(setImmediate);
  }
}

/** What somebody with a PIN and the files can do beside the program. */
async function takeOut(seq: number): Promise<void> {
  const { userData } = computer.paths;
  const vault = await openVault({ dir: join(userData, 'vault'), clock: systemClock(), secrets: undefined });
  await vault.signIn(member('clerk').number, member('clerk').pin);
  const keyOf = (epoch: number) => vault.keyOf('journal', epoch);
  const journal = await openJournal({ dir: join(userData, 'journal'), log: 'own', epoch: vault.epoch, keyOf, marks: [] });
  await journal.redact([seq]);
  await journal.close();
  await vault.close();
}
