import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId, Sha256Hex } from '../../shared/domain/ids.ts';
import { answerTo, personOnImage, type SignedAct } from '../../shared/domain/staff/signed-act.ts';
import { extractText } from './paper-kit.ts';
import { type Computer, member, newComputer, print, type Running, refused, startSignedIn } from './program-kit.ts';
import { recogniseDirectly, somebody, withCard } from './program-people.ts';
import { scan } from './program-scan.ts';

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

const self = { role: 'self' } as const;
const wordsIn = (file = '') => extractText(new Uint8Array(readFileSync(file))).replace(/\s/g, '');

async function sign(act: SignedAct, subjectId: string): Promise<string> {
  const { number: staffNumber, pin } = member('supervisor');
  return (await running.desk.session.signOff({ staffNumber, pin, act, subjectId })).ticket;
}

async function proofFor(personId: PersonId, fields: Record<string, string>): Promise<{ ticket: string; image: Sha256Hex }> {
  const image = await scan(running.desk);
  return { ticket: await sign('identity.correct', personOnImage(personId, image, fields)), image };
}

const register = async (n: number, name?: string) => (await running.desk.talents.register({ facts: somebody(n, name) })).personId;

describe('更正', () => {
  test('a new phone and employer need no second person; search finds them by the new ones alone', async () => {
    const { desk } = running;
    const personId = await register(1, '欧阳春晓');
    await desk.corrections.correct({
      personId,
      fields: { 'contact.phone': '13911112222', 'employment.employerName': '内蒙古云杉科技' },
    });
    expect(await desk.talents.get({ personId })).toMatchObject({ employment: { employerName: '内蒙古云杉科技' } });
    const found = async (text: string) => (await desk.talents.search({ text, limit: 5 })).map((hit) => hit.personId);
    expect(await found('13911112222')).toEqual([personId]);
    expect(await found(somebody(1).contact.phone)).toEqual([]);
    const [newest] = await desk.talents.history({ personId });
    expect(newest).toMatchObject({ kind: 'talent.corrected', details: { corrected: 'contact.phone employment.employerName' } });
    expect(running.entries.findLast(({ kind }) => kind === 'talent.corrected')).toMatchObject({
      facts: { changes: [{ field: 'contact.phone', before: somebody(1).contact.phone, after: '13911112222' }, {}] },
    });
  });

  test('a name needs a supervisor and an image of the document; a paper printed later bears the new one, as a first print', async () => {
    const { desk } = running;
    const { personId, matterId } = await recogniseDirectly(desk, somebody(1, '欧阳春小'));
    const before = await print(desk, { kind: 'receipt-received', matterId });
    expect(wordsIn(before.file)).toContain('欧阳春小');
    const fields = { 'identity.name': '欧阳春晓' };
    expect((await refused(desk.corrections.correct({ personId, fields }))).code).toBe('sign-off-needed');
    const proof = await proofFor(personId, fields);
    const nowhere = { ...proof, image: 'f'.repeat(64) as Sha256Hex };
    expect((await refused(desk.corrections.correct({ personId, fields, proof: nowhere }))).code).toBe('field-refused');
    await desk.corrections.correct({ personId, fields, proof });
    expect((await desk.talents.search({ text: '欧阳春小', limit: 5 })).length).toBe(0);
    expect((await desk.talents.get({ personId })).papers[0]).toMatchObject({ spent: true });
    const after = await print(desk, { kind: 'receipt-received', matterId });
    expect(wordsIn(after.file)).toContain('欧阳春晓');
    expect(wordsIn(after.file)).not.toContain('补打');
    // A ticket is good for one correction.
    const again = { personId, fields: { 'identity.name': '欧阳春笑' }, proof };
    expect((await refused(desk.corrections.correct(again))).code).toBe('sign-off-needed');
  });

  test('a number is checked as at a registration: check digit, birth date, and nobody else has it', async () => {
    const { desk } = running;
    const personId = await register(1);
    const other = somebody(37);
    await desk.talents.register({ facts: other });
    const correct = async (fields: Record<string, string>, more = {}) =>
      refused(desk.corrections.correct({ personId, fields, proof: await proofFor(personId, fields), ...more }));
    const wrong = somebody(71).document.number.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
    expect(await correct({ 'document.number': wrong })).toMatchObject({
      data: { fields: [{ path: 'document.number', code: 'id-check-digit' }] },
    });
    const taken = { 'document.number': other.document.number, 'identity.birthDate': other.identity.birthDate };
    expect((await correct(taken)).code).toBe('already-registered');
    expect(await correct({ 'identity.birthDate': '1999-01-01' })).toMatchObject({
      data: { fields: [{ path: 'identity.birthDate', code: 'differs-from-number' }] },
    });
    const { number } = somebody(36).document;
    const fields = { 'document.number': number, 'identity.birthDate': somebody(36).identity.birthDate };
    await desk.corrections.correct({ personId, fields, proof: await proofFor(personId, fields) });
    expect(await desk.talents.likely({ idNumber: number })).toMatchObject([{ personId, why: 'id-number' }]);
    expect(await desk.talents.likely({ idNumber: somebody(1).document.number })).toEqual([]);
  });

  test('whoever then is alike to somebody else is told apart first', async () => {
    const { desk } = running;
    const personId = await register(1);
    const other = await register(2);
    const fields = { 'contact.phone': somebody(2).contact.phone };
    expect(await refused(desk.corrections.correct({ personId, fields }))).toMatchObject({
      code: 'alike-undecided',
      data: { people: [{ personId: other, why: 'phone' }] },
    });
    await desk.corrections.correct({ personId, fields, toldFrom: [other] });
    expect((await desk.talents.get({ personId })).toldFrom).toMatchObject([{ personId: other }]);
  });

  test('nothing, or a field emptied that must be there, is refused', async () => {
    const personId = await register(1);
    const correct = (fields: Record<string, string>) => refused(running.desk.corrections.correct({ personId, fields }));
    expect((await correct({})).code).toBe('field-refused');
    expect((await correct({ 'contact.phone': somebody(1).contact.phone })).code).toBe('field-refused');
    expect(await correct({ 'contact.phone': '' })).toMatchObject({
      data: { fields: [{ path: 'contact.phone', code: 'required' }] },
    });
  });

  test('it is still so after a restart', async () => {
    const personId = await register(1);
    await running.desk.corrections.correct({ personId, fields: { 'contact.residence': '和林格尔县盛乐镇' } });
    await running.close();
    running = await startSignedIn(computer);
    expect((await running.desk.talents.get({ personId })).contact).toMatchObject({ residence: '和林格尔县盛乐镇' });
  });
});

describe('查阅', () => {
  test('the person gets everything on paper, numbers whole; and an answer with the way to complain', async () => {
    const { desk } = running;
    const facts = somebody(1, '欧阳春晓');
    const { personId, number, cardNumber } = await withCard(desk, facts);
    const { requestId } = await desk.requests.receive({ personId, kind: 'see', asker: self, words: '想看登记了什么' });
    expect(await desk.requests.open()).toMatchObject([{ id: requestId, name: '欧阳春晓', daysLeft: 15 }]);
    const twice = desk.requests.receive({ personId, kind: 'see', asker: self, words: '再看一次' });
    expect((await refused(twice)).code).toBe('request-open');
    await desk.requests.answer({ requestId, decision: 'granted' });
    expect(await desk.requests.open()).toEqual([]);
    const data = wordsIn((await print(desk, { kind: 'personal-data', requestId })).file);
    for (const word of ['欧阳春晓', facts.document.number, facts.contact.phone, number, cardNumber]) expect(data).toContain(word);
    const answer = wordsIn((await print(desk, { kind: 'request-answer', requestId })).file);
    for (const word of ['想看登记了什么', '同意', '投诉、举报']) expect(answer).toContain(word);
    expect(answer).not.toContain(facts.document.number);
    expect((await desk.requests.of({ personId })).requests).toMatchObject([
      { printed: true, answer: { answeredBy: member('clerk').name } },
    ]);
    expect((await refused(desk.requests.answer({ requestId, decision: 'granted' }))).code).toBe('request-answered');
  });

  test('an agent brings a stored authorisation, and gets the numbers masked', async () => {
    const { desk } = running;
    const facts = somebody(1);
    const { personId } = await desk.talents.register({ facts });
    const asker = { role: 'agent', name: '李静', authorisation: 'f'.repeat(64) as Sha256Hex } as const;
    const asked = { personId, kind: 'see', words: '代为查阅' } as const;
    expect((await refused(desk.requests.receive({ ...asked, asker }))).code).toBe('field-refused');
    const authorisation = await scan(desk);
    const { requestId } = await desk.requests.receive({ ...asked, asker: { ...asker, authorisation } });
    const data = wordsIn((await print(desk, { kind: 'personal-data', requestId })).file);
    expect(data).toContain('李静');
    expect(data).not.toContain(facts.document.number);
    expect(data).not.toContain(facts.contact.phone);
  });

  test('a refusal needs its reason and a supervisor', async () => {
    const { desk } = running;
    const personId = await register(1);
    const { requestId } = await desk.requests.receive({ personId, kind: 'see', asker: self, words: '查阅' });
    const decided = { requestId, decision: 'refused' } as const;
    expect((await refused(desk.requests.answer(decided))).code).toBe('field-refused');
    const words = '所附材料不能证明身份';
    expect((await refused(desk.requests.answer({ ...decided, words }))).code).toBe('sign-off-needed');
    await desk.requests.answer({
      ...decided,
      words,
      ticket: await sign('request.decide', answerTo(requestId, decided.decision)),
    });
    const answer = wordsIn((await print(desk, { kind: 'request-answer', requestId })).file);
    for (const word of [words, '不同意', '人民法院', member('supervisor').name]) expect(answer).toContain(word);
    expect((await refused(desk.papers.print({ kind: 'personal-data', requestId }))).code).toBe('paper-not-available');
  });
});

test('更正 on request: granted once it was made, and the answer names what was corrected', async () => {
  const { desk } = running;
  const personId = await register(1);
  const { requestId } = await desk.requests.receive({ personId, kind: 'correct', asker: self, words: '换了电话' });
  expect(await refused(desk.requests.answer({ requestId, decision: 'granted' }))).toMatchObject({
    data: { fields: [{ path: 'decision', code: 'not-corrected' }] },
  });
  await desk.corrections.correct({ personId, fields: { 'contact.phone': '13911112222' }, requestId });
  await desk.requests.answer({ requestId, decision: 'granted' });
  expect(wordsIn((await print(desk, { kind: 'request-answer', requestId })).file)).toContain('更正的项目：电话');
});

test('撤回同意 is recorded, and what follows from it is said', async () => {
  const { desk } = running;
  const personId = await register(1);
  const { requestId } = await desk.requests.receive({ personId, kind: 'withdraw-consent', asker: self, words: '不再同意' });
  await desk.requests.answer({ requestId, decision: 'granted' });
  expect(wordsIn((await print(desk, { kind: 'request-answer', requestId })).file)).toContain('已经作出的认定仍然有效');
  const see = await desk.requests.receive({ personId, kind: 'see', asker: self, words: '查阅' });
  expect(wordsIn((await print(desk, { kind: 'personal-data', requestId: see.requestId })).file)).toContain('撤回同意');
});
