import { readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeviceCardKey } from '../../electron/credential/device-card-key.ts';
import type { PrintJob } from '../../shared/contract/paper-calls.ts';
import { addYears, type PlainDate } from '../../shared/domain/plain-date.ts';
import { maskIdNumber } from '../../shared/domain/talent/masking.ts';
import { extractText, rasteriseOne, readQrCodes } from './paper-kit.ts';
import {
  type Computer,
  clockAhead,
  member,
  newComputer,
  print,
  type Running,
  refused,
  signIn,
  start,
  startSignedIn,
  trial,
} from './program-kit.ts';
import { directTier, type Recognised, recogniseDirectly, somebody } from './program-people.ts';

const facts = somebody(1, '欧阳春晓');
let computer: Computer;
let running: Running;
let ouyang: Recognised & { cardNumber: string };
let papers: Record<'receipt' | 'certificate' | 'front' | 'back', PrintJob>;

beforeAll(async () => {
  computer = newComputer();
  running = await startSignedIn(computer);
  const { desk } = running;
  const recognised = await recogniseDirectly(desk, facts);
  const { matterId, personId } = recognised;
  const receipt = await print(desk, { kind: 'receipt-received', matterId });
  const certificate = await print(desk, { kind: 'recognition-certificate', matterId });
  const { cardNumber } = await desk.cards.issue({ personId });
  const front = await print(desk, { kind: 'card-front', cardNumber });
  const back = await print(desk, { kind: 'card-back', cardNumber });
  // A card is made once the queue has been told of both sides.
  while ((await desk.cards.waiting()).some(({ state }) => state !== 'to-hand-over')) await sleep(5);
  ouyang = { ...recognised, cardNumber };
  papers = { receipt, certificate, front, back };
}, 120_000);
afterAll(async () => {
  await running?.close();
  computer?.remove();
});

const read = ({ file = '' }: PrintJob) => new Uint8Array(readFileSync(file));
function tokenOn(job: PrintJob): string {
  const [token, ...more] = readQrCodes(rasteriseOne(read(job)));
  if (token === undefined || more.length > 0) throw new Error('not one QR on it');
  return token;
}

describe('a walk-in who goes home with certificate and card', () => {
  test('has four papers in the folder, each once, whole, and readable by nobody else', () => {
    const files = readdirSync(computer.paths.papers);
    expect(files.toSorted()).toEqual(
      Object.values(papers)
        .map(({ file = '' }) => file.split('/').at(-1))
        .toSorted(),
    );
    for (const job of Object.values(papers)) {
      expect(job.state).toBe('done');
      expect(Buffer.from(read(job)).subarray(0, 5).toString()).toBe('%PDF-');
      expect(statSync(job.file ?? '').mode & 0o077).toBe(0);
    }
  });

  test('finds name, tier and number on each paper', () => {
    const words = Object.fromEntries(
      Object.entries(papers).map(([name, job]) => [name, extractText(read(job)).replace(/\s/g, '')]),
    );
    expect(words['receipt']).toContain(ouyang.number);
    expect(words['certificate']).toContain(ouyang.certificateNumber);
    expect(words['front']).toContain(ouyang.cardNumber);
    for (const name of ['receipt', 'certificate', 'front']) expect(words[name], name).toContain('欧阳春晓');
    for (const paper of Object.values(words)) expect(paper).not.toContain(facts.document.number);
  });

  test('bears a card whose QR is valid, and names whom it belongs to', async () => {
    const token = tokenOn(papers.back);
    const verified = await running.desk.cards.verify({ text: token });
    expect(verified).toMatchObject({
      result: 'valid',
      paper: 'card',
      number: ouyang.cardNumber,
      name: '欧阳春晓',
      personId: ouyang.personId,
      trial: true,
    });
    const certificate = await running.desk.cards.verify({ text: tokenOn(papers.certificate) });
    const { certificateNumber: number, personId } = ouyang;
    expect(certificate).toMatchObject({ result: 'valid', paper: 'certificate', number, name: '欧阳春晓', personId });
  });

  test('is found by name, initials, full pinyin, tail of the ID number, phone, card number and employer', async () => {
    for (const [text, field] of [
      ['欧阳', 'name'],
      ['春晓', 'name'],
      ['oycx', 'pinyin'],
      ['ouyangchun', 'pinyin'],
      [facts.document.number.slice(-6), 'id-number'],
      [facts.contact.phone, 'phone'],
      [facts.contact.phone.slice(-4), 'phone'],
      [ouyang.cardNumber, 'card-number'],
      ['云杉数据', 'employer'],
    ] as const) {
      const [hit] = await running.desk.talents.search({ text, limit: 10 });
      expect(hit, text).toMatchObject({ personId: ouyang.personId, reason: { field }, cardNumber: ouyang.cardNumber });
      expect(hit?.maskedIdNumber).toBe(maskIdNumber(facts.document.number));
    }
    expect(await running.desk.talents.search({ text: '不在此处', limit: 10 })).toEqual([]);
  });

  test('has a history that tells all of it, newest first, with who did it and who signed off', async () => {
    const history = await running.desk.talents.history({ personId: ouyang.personId });
    expect(history.map(({ kind }) => kind)).toEqual([
      'card.made',
      'paper.printed',
      'paper.printed',
      'card.issued',
      'paper.printed',
      'paper.printed',
      'recognition.granted',
      'recognition.received',
      'talent.registered',
    ]);
    const seqs = history.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(new Set(history.map(({ staffName }) => staffName))).toEqual(new Set([member('clerk').name]));
    expect(history[6]?.details).toMatchObject({ way: 'direct', signedOffBy: member('supervisor').name });
  });

  test('stands on the person’s page with covered numbers, uncovered only for a reason that is journaled', async () => {
    const { desk } = running;
    const view = await desk.talents.get({ personId: ouyang.personId });
    expect(JSON.stringify(view)).not.toContain(facts.document.number);
    expect(JSON.stringify(view)).not.toContain(facts.contact.phone);
    expect(view.cards).toMatchObject([{ number: ouyang.cardNumber, state: 'made' }]);
    expect(view.papers).toHaveLength(4);
    const uncovered = await desk.talents.uncoverIdNumber({ personId: ouyang.personId, reason: '核对证件' });
    expect(uncovered).toEqual({ idNumber: facts.document.number, phone: facts.contact.phone });
    const [newest] = await desk.talents.history({ personId: ouyang.personId });
    expect(newest).toMatchObject({ kind: 'id-number.uncovered', details: { reason: '核对证件' } });
  });

  test('is counted once everywhere, and nothing waits but the card for its holder', async () => {
    const status = await running.desk.counter.status();
    expect(status.today).toMatchObject({ registered: 1, recognised: 1, cards: 1, papers: 4 });
    expect(status.waiting).toEqual({ recognitions: 0, cards: 0, handOver: 1, jobs: 0 });
    const left = trial.numbersPerBlock - 1;
    expect(status.numbersLeft).toEqual({ card: left, certificate: left, matter: left });
    expect(status.unsent.count).toBe(running.entries.length);
    expect(status.printer).toMatchObject({ state: 'ready', waiting: 0 });
    expect(status.trial).toBe(true);
  });
});

describe('a text that is shown as a card', () => {
  const verify = (text: string) => running.desk.cards.verify({ text });

  test('with one sign changed is never valid, wherever the sign stands', async () => {
    const token = tokenOn(papers.back);
    for (let at = 0; at < token.length; at += 7) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      const { result } = await verify(changed);
      expect(['tampered', 'not-ours'], `sign ${at}`).toContain(result);
    }
  });

  test('that is rubbish, a web address or another code is no card', async () => {
    for (const text of ['随便写的字', 'https://example.invalid/card?id=1', '6901234567892', 'HC1:NCFOXN', '{"name":"欧阳"}', ' '])
      expect(await verify(text), text).toEqual({ result: 'not-ours', reason: 'not-a-card' });
  });

  test('and was signed by another issuer is not ours, however right it looks', async () => {
    const kept = new Map<string, Uint8Array>();
    const files = {
      read: async (name: string) => kept.get(name),
      write: async (name: string, bytes: Uint8Array) => void kept.set(name, bytes),
    };
    const stranger = await DeviceCardKey.create(files);
    const { date } = (await running.desk.counter.status()).today;
    const paper = { number: ouyang.cardNumber, name: '欧阳春晓', issuedOn: date, validTo: addYears(date, 3) };
    const { token } = await stranger.sign(paper, { tierName: 'D类', trial: true, issuer: trial.office.name });
    expect(await verify(token)).toEqual({ result: 'not-ours', reason: 'unknown-key' });
  });
});

test('years later, after a new start, the card has expired and all else still stands', async () => {
  const { validTo } = (await running.desk.talents.get({ personId: ouyang.personId })).cards[0] ?? { validTo: '' as PlainDate };
  const token = tokenOn(papers.back);
  await running.close();
  running = await start(computer, { clock: clockAhead(365 * 3 + 2) });
  await signIn(running.desk);
  const { desk } = running;
  expect(await desk.cards.verify({ text: token })).toMatchObject({ result: 'expired', validTo, personId: ouyang.personId });
  expect((await desk.counter.status()).today).toMatchObject({ registered: 0, recognised: 0, cards: 0, papers: 0 });
  const year = Number((await desk.counter.status()).today.date.slice(0, 4));
  const next = await recogniseDirectly(desk, somebody(2));
  // The year is part of a number's series.
  expect(next.certificateNumber.slice(0, 4)).toBe(String(year));
});

test('with a clock that was set back nothing is taken in, since its papers would bear a wrong date', async () => {
  await running.close();
  running = await start(computer);
  await signIn(running.desk);
  const { personId } = await running.desk.talents.register({ facts: somebody(3) });
  const again = await refused(running.desk.recognitions.receive({ personId, ...directTier }));
  expect(again).toMatchObject({ code: 'date-questionable' });
});
