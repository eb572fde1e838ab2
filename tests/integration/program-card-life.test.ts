import { cpSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PrintJob } from '../../shared/contract/paper-calls.ts';
import type { CardNumber, PersonId } from '../../shared/domain/ids.ts';
import { extractText, rasteriseOne, readQrCodes } from './paper-kit.ts';
import {
  type Computer,
  clockAhead,
  member,
  newComputer,
  outcomes,
  print,
  type Running,
  refused,
  signIn,
  start,
  startSignedIn,
} from './program-kit.ts';
import { recogniseDirectly, somebody, withCard } from './program-people.ts';

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

const self = { role: 'self', name: '欧阳春晓' } as const;
const facts = somebody(1, '欧阳春晓');

/** The power went: the program starts again from what was on the disk at this moment, and nothing more. */
async function powerCut(): Promise<void> {
  const after = newComputer();
  const filter = (path: string) => !/pages|lock-|\.sock$/.test(path);
  cpSync(computer.paths.userData, after.paths.userData, { recursive: true, filter });
  await running.close();
  computer.remove();
  computer = after;
  running = await startSignedIn(computer);
}

const cardsOf = async (personId: PersonId) => (await running.desk.talents.get({ personId })).cards;
async function cardOf(personId: PersonId, number: CardNumber) {
  const card = (await cardsOf(personId)).find((one) => one.number === number);
  if (!card) throw new Error(`no card ${number}`);
  return card;
}

/** Both sides come out of the printer; the back's job is given, since it bears the QR. */
async function make(personId: PersonId, cardNumber: CardNumber): Promise<{ front: PrintJob; back: PrintJob }> {
  const front = await print(running.desk, { kind: 'card-front', cardNumber });
  const back = await print(running.desk, { kind: 'card-back', cardNumber });
  while ((await cardOf(personId, cardNumber)).state !== 'made') await sleep(5);
  return { front, back };
}

const wordsOn = ({ file = '' }: PrintJob) => extractText(new Uint8Array(readFileSync(file))).replace(/\s/g, '');
const tokenOn = ({ file = '' }: PrintJob) => readQrCodes(rasteriseOne(readFileSync(file)))[0] ?? '';
const verify = (text: string) => running.desk.cards.verify({ text });

async function withdrawal(cardNumber: CardNumber): Promise<string> {
  const { number: staffNumber, pin } = member('supervisor');
  const request = { staffNumber, pin, act: 'card.withdraw', subjectId: cardNumber } as const;
  return (await running.desk.session.signOff(request)).ticket;
}

test('a card lives from the printer to its end, and power cuts in between lose none of it', async () => {
  const { personId, cardNumber } = await withCard(running.desk, facts);
  const { back } = await make(personId, cardNumber);
  const token = tokenOn(back);
  await running.desk.cards.change({ cardNumber, act: 'call-in' });
  await running.desk.cards.change({ cardNumber, act: 'hand-over', collector: self });
  await powerCut();
  expect(await cardOf(personId, cardNumber)).toMatchObject({ state: 'collected', collected: { by: self } });
  const receipt = await print(running.desk, { kind: 'delivery-receipt', cardNumber });
  expect(wordsOn(receipt)).toContain('本人');

  await running.desk.cards.change({ cardNumber, act: 'report-lost', reason: '本人到窗口挂失' });
  expect(await verify(token)).toMatchObject({ result: 'withdrawn', state: 'lost', personId });
  expect(wordsOn(await print(running.desk, { kind: 'loss-statement', cardNumber }))).toContain('遗失声明');
  await powerCut();
  expect(await verify(token)).toMatchObject({ result: 'withdrawn', state: 'lost', personId });
  await running.desk.cards.change({ cardNumber, act: 'restore' });
  expect(await verify(token)).toMatchObject({ result: 'valid' });
  await running.desk.cards.change({ cardNumber, act: 'suspend', reason: '资格复核期间' });
  await running.desk.cards.change({ cardNumber, act: 'report-lost', reason: '本人电话挂失' });
  await running.desk.cards.change({ cardNumber, act: 'restore' });
  // A suspension isn't lifted by losing the card and finding it.
  expect(await verify(token)).toMatchObject({ result: 'withdrawn', state: 'suspended' });
  await running.desk.cards.change({ cardNumber, act: 'resume' });

  const { cardNumber: next } = await running.desk.cards.replace({ cardNumber, reason: 'damaged' });
  await powerCut();
  expect(await cardsOf(personId)).toMatchObject([
    { number: cardNumber, state: 'replaced', replacedBy: next, replacedBecause: 'damaged' },
    { number: next, state: 'to-make', replaces: cardNumber },
  ]);
  expect(await verify(token)).toMatchObject({ result: 'withdrawn', state: 'replaced' });
  const { back: newBack } = await make(personId, next);
  expect(await verify(tokenOn(newBack))).toMatchObject({ result: 'valid', number: next });
  await running.desk.cards.change({ cardNumber, act: 'take-back' });
  const ticket = await withdrawal(cardNumber);
  await running.desk.cards.change({ cardNumber, act: 'destroy', reason: '旧卡已收回', ticket });
  await powerCut();
  expect((await cardOf(personId, cardNumber)).actions).toEqual([]);
  expect(await verify(token)).toMatchObject({ result: 'withdrawn', state: 'destroyed' });
  const history = await running.desk.talents.history({ personId });
  const done = history.map(({ kind }) => kind).filter((kind) => kind.startsWith('card.'));
  expect(done.toReversed()).toEqual([
    'card.issued',
    'card.made',
    'card.called-in',
    'card.handed-over',
    'card.reported-lost',
    'card.restored',
    'card.suspended',
    'card.reported-lost',
    'card.restored',
    'card.resumed',
    'card.replaced',
    'card.made',
    'card.taken-back',
    'card.destroyed',
  ]);
  expect(history[0]).toMatchObject({ details: { signedOffBy: member('supervisor').name, reason: '旧卡已收回' } });
}, 180_000);

describe('one person has one live card', () => {
  test('also where replacing is pressed twice at once, and where a lost card is asked for twice', async () => {
    const { desk } = running;
    const { personId, cardNumber } = await withCard(desk, facts);
    await make(personId, cardNumber);
    await desk.cards.change({ cardNumber, act: 'hand-over', collector: self });
    const both = await outcomes([1, 2].map(() => desk.cards.replace({ cardNumber, reason: 'damaged' })));
    expect(both.codes).toEqual(['not-in-this-state']);
    expect(both.given).toHaveLength(1);
    expect((await refused(desk.cards.issue({ personId }))).code).toBe('live-card-exists');
    const [, newer] = await cardsOf(personId);
    // 补办 is for a card that was reported lost, and for no other.
    await make(personId, newer?.number as CardNumber);
    expect((await refused(desk.cards.replace({ cardNumber: newer?.number as CardNumber, reason: 'lost' }))).code).toBe(
      'field-refused',
    );
  });

  test('also where an older one has lapsed: it isn’t replaced beside the new one', async () => {
    const { personId, cardNumber } = await withCard(running.desk, facts);
    await make(personId, cardNumber);
    await running.close();
    running = await start(computer, { clock: clockAhead(365 * 3 + 2) });
    await signIn(running.desk);
    const { desk } = running;
    const again = { personId, team: 'skilled', tier: 'd', route: 'own-review' } as const;
    const { matterId } = await desk.recognitions.receive(again);
    const { number: staffNumber, pin } = member('supervisor');
    const { ticket } = await desk.session.signOff({ staffNumber, pin, act: 'recognition.grant', subjectId: matterId });
    await desk.recognitions.grantDirectly({ matterId, ticket });
    expect(await cardOf(personId, cardNumber)).toMatchObject({ state: 'lapsed' });
    await desk.cards.issue({ personId });
    expect((await cardOf(personId, cardNumber)).actions).not.toContain('replace');
    expect((await refused(desk.cards.replace({ cardNumber, reason: 'expiring' }))).code).toBe('live-card-exists');
  });
});

describe('a spoilt card', () => {
  test('is made once more under its number, unmarked, and is made only when both new sides are out', async () => {
    const { personId, cardNumber } = await withCard(running.desk, facts);
    await make(personId, cardNumber);
    const spoilt = { cardNumber, act: 'void', reason: '卡面划伤' } as const;
    expect((await refused(running.desk.cards.change(spoilt))).code).toBe('sign-off-needed');
    await running.desk.cards.change({ ...spoilt, ticket: await withdrawal(cardNumber) });
    expect(await cardOf(personId, cardNumber)).toMatchObject({ state: 'to-make' });
    const front = await print(running.desk, { kind: 'card-front', cardNumber });
    expect(wordsOn(front)).not.toContain('补打');
    await powerCut();
    // One new side and one spoilt one are no card, however long one waits.
    await sleep(200);
    expect(await cardOf(personId, cardNumber)).toMatchObject({ state: 'to-make' });
    const back = await print(running.desk, { kind: 'card-back', cardNumber });
    while ((await cardOf(personId, cardNumber)).state !== 'made') await sleep(5);
    expect(await verify(tokenOn(back))).toMatchObject({ result: 'valid', number: cardNumber });
    const { papers } = await running.desk.talents.get({ personId });
    expect(papers.map(({ subject, spent }) => [subject.kind, spent])).toEqual([
      ['card-front', true],
      ['card-back', true],
      ['card-front', false],
      ['card-back', false],
    ]);
    // A third print of the new one is a reprint, and says so.
    const again = print(running.desk, { kind: 'card-front', cardNumber });
    expect((await refused(again)).code).toBe('bad-input');
    const marked = await print(running.desk, { kind: 'card-front', cardNumber, reprintReason: '打印不清' });
    expect(wordsOn(marked)).toContain('补打');
  });

  test('of which one side alone came out is voided by itself, and the next print of it bears no mark', async () => {
    const { personId, cardNumber } = await withCard(running.desk, facts);
    const spoilt = { cardNumber, act: 'void', reason: '卡住' } as const;
    const early = running.desk.cards.change({ ...spoilt, ticket: await withdrawal(cardNumber) });
    expect((await refused(early)).code).toBe('not-in-this-state');
    expect((await cardOf(personId, cardNumber)).actions).not.toContain('void');
    await print(running.desk, { kind: 'card-front', cardNumber });
    expect((await cardOf(personId, cardNumber)).actions).toContain('void');
    await running.desk.cards.change({ ...spoilt, ticket: await withdrawal(cardNumber) });
    const { front } = await make(personId, cardNumber);
    expect(wordsOn(front)).not.toContain('补打');
  });

  test('that was handed over is not printed once more', async () => {
    const { personId, cardNumber } = await withCard(running.desk, facts);
    await make(personId, cardNumber);
    await running.desk.cards.change({ cardNumber, act: 'hand-over', collector: self });
    const again = print(running.desk, { kind: 'card-front', cardNumber, reprintReason: '原件损坏' });
    expect((await refused(again)).code).toBe('paper-not-available');
  });
});

test('what ends a card takes a ticket for that very card, given by somebody else who may', async () => {
  const { desk } = running;
  const [one, other] = [await withCard(desk, facts), await withCard(desk, somebody(2))];
  const revoke = (cardNumber: CardNumber, ticket: string) =>
    desk.cards.change({ cardNumber, act: 'revoke', reason: '材料造假', ticket });
  const ticket = await withdrawal(one.cardNumber);
  expect((await refused(revoke(other.cardNumber, ticket))).code).toBe('sign-off-needed');
  expect((await refused(revoke(one.cardNumber, ticket))).code).toBe('sign-off-needed');
  const { number: staffNumber, pin } = member('clerk', true);
  const asClerk = desk.session.signOff({ staffNumber, pin, act: 'card.withdraw', subjectId: one.cardNumber });
  expect((await refused(asClerk)).code).toBe('second-person-needed');
  await revoke(one.cardNumber, await withdrawal(one.cardNumber));
  expect((await refused(desk.cards.replace({ cardNumber: one.cardNumber, reason: 'damaged' }))).code).toBe('not-in-this-state');
});

test('whoever collects for another shows a document, and a card pressed for twice is handed over once', async () => {
  const { desk } = running;
  const { personId, cardNumber } = await withCard(desk, facts);
  expect((await refused(desk.cards.change({ cardNumber, act: 'hand-over', collector: self }))).code).toBe('not-in-this-state');
  await make(personId, cardNumber);
  const unshown = desk.cards.change({ cardNumber, act: 'hand-over', collector: { role: 'employer', name: '李静' } });
  expect(await refused(unshown)).toMatchObject({ code: 'field-refused', data: { fields: [{ path: 'collector.documentTail' }] } });
  const collector = { role: 'employer', name: '李静', documentTail: '390X' } as const;
  const both = await outcomes([1, 2].map(() => desk.cards.change({ cardNumber, act: 'hand-over', collector })));
  expect(both.codes).toEqual(['not-in-this-state']);
  const receipt = wordsOn(await print(desk, { kind: 'delivery-receipt', cardNumber }));
  for (const words of ['李静', '单位经办人', '390X', '欧阳春晓']) expect(receipt).toContain(words);
  expect((await desk.counter.status()).waiting).toMatchObject({ cards: 0, handOver: 0 });
});

test('a card lost a second time has a statement of its own, and the first one’s copy is a reprint', async () => {
  const { personId, cardNumber } = await withCard(running.desk, facts);
  await make(personId, cardNumber);
  const lose = () => running.desk.cards.change({ cardNumber, act: 'report-lost', reason: '本人到窗口挂失' });
  const subject = { kind: 'loss-statement', cardNumber } as const;
  expect((await refused(print(running.desk, subject))).code).toBe('paper-not-available');
  await running.desk.cards.change({ cardNumber, act: 'hand-over', collector: self });
  await lose();
  await print(running.desk, subject);
  expect(wordsOn(await print(running.desk, { ...subject, reprintReason: '打印不清' }))).toContain('补打');
  await running.desk.cards.change({ cardNumber, act: 'restore' });
  await running.close();
  running = await start(computer, { clock: clockAhead(30) });
  await signIn(running.desk);
  await lose();
  expect(wordsOn(await print(running.desk, subject))).not.toContain('补打');
});

test('a recognised person without a card is not handed one by any act', async () => {
  await recogniseDirectly(running.desk, facts);
  const cardNumber = '202610000017' as CardNumber;
  for (const act of ['hand-over', 'report-lost', 'take-back'] as const)
    expect((await refused(running.desk.cards.change({ cardNumber, act, reason: '原因', collector: self }))).code).toBe(
      'not-found',
    );
});
