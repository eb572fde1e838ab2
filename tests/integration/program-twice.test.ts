import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryFacts, EntryKind } from '../../shared/domain/entry.ts';
import { differingBox, extractText, rasteriseOne } from './paper-kit.ts';
import { type Computer, finished, newComputer, outcomes, print, type Running, refused, startSignedIn } from './program-kit.ts';
import { approval, approvedTier, directTier, recogniseDirectly, signOff, somebody, takeIn, withCard } from './program-people.ts';

let computer: Computer;
let running: Running;
beforeAll(async () => {
  computer = newComputer();
  running = await startSignedIn(computer);
}, 120_000);
afterAll(async () => {
  await running?.close();
  computer?.remove();
});

const factsOf = <K extends EntryKind>(kind: K) =>
  running.entries.filter((entry) => entry.kind === kind).map(({ facts }) => facts as EntryFacts<K>);
const times = <T>(count: number, call: () => Promise<T>) => Promise.all(Array.from({ length: count }, call));
/** The same call, pressed again before the first was answered. */
const twice = <T>(call: () => Promise<T>) => outcomes([call(), call()]);

test('a registration pressed twice is one person, and the second press is told whose number it is', async () => {
  const facts = somebody(1);
  const { given, codes } = await twice(() => running.desk.talents.register({ facts }));
  expect(given).toHaveLength(1);
  expect(codes).toEqual(['already-registered']);
  expect(await refused(running.desk.talents.register({ facts }))).toEqual({
    code: 'already-registered',
    data: { personId: given[0]?.personId },
  });
  expect(factsOf('talent.registered').filter(({ person }) => person.document.number === facts.document.number)).toHaveLength(1);
});

test('an application pressed twice is one matter with one number', async () => {
  const { personId } = await running.desk.talents.register({ facts: somebody(2) });
  const { given, codes } = await twice(() => running.desk.recognitions.receive({ personId, ...directTier }));
  expect(given).toHaveLength(1);
  expect(codes).toEqual(['recognition-open']);
  expect((await running.desk.talents.get({ personId })).recognitions).toHaveLength(1);
});

test('a recognition signed off twice is one certificate; the ticket is spent with the first', async () => {
  const { desk } = running;
  const { matterId, personId } = await takeIn(desk, somebody(3), directTier);
  const ticket = await signOff(desk, matterId);
  const { given, codes } = await twice(() => desk.recognitions.grantDirectly({ matterId, ticket }));
  expect(given).toHaveLength(1);
  // The second press finds that it is done.
  expect(codes).toEqual(['not-in-this-state']);
  // With a sign-off each it is still granted once.
  const another = await signOff(desk, matterId);
  expect(await refused(desk.recognitions.grantDirectly({ matterId, ticket: another }))).toMatchObject({
    code: 'not-in-this-state',
  });
  expect((await desk.talents.get({ personId })).recognitions).toHaveLength(1);
});

test('an approval entered twice is one certificate', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(4), approvedTier);
  const entered = await approval(desk, (await desk.counter.status()).today.date);
  const { given, codes } = await twice(() => desk.recognitions.enterApproval({ matterId, approval: entered }));
  expect(given).toHaveLength(1);
  expect(codes).toEqual(['not-in-this-state']);
});

test('a card issued twice is one card', async () => {
  const { desk } = running;
  const { personId } = await recogniseDirectly(desk, somebody(5));
  const { given, codes } = await twice(() => desk.cards.issue({ personId }));
  expect(given).toHaveLength(1);
  expect(codes).toEqual(['live-card-exists']);
  expect((await desk.talents.get({ personId })).cards).toHaveLength(1);
});

test('a paper printed twice is one paper; the second press is asked for its reason', async () => {
  const { desk } = running;
  const { matterId, personId } = await recogniseDirectly(desk, somebody(6));
  const { given, codes } = await twice(() => desk.papers.print({ kind: 'recognition-certificate', matterId }));
  expect(codes).toEqual(['bad-input']);
  for (const { jobId } of given) await finished(desk, jobId);
  expect(readdirSync(computer.paths.papers)).toHaveLength(1);
  expect((await desk.talents.get({ personId })).papers).toHaveLength(1);
});

test('no number was given twice, and no number was lost to a refusal', () => {
  const numbers = {
    matter: factsOf('recognition.received').map(({ recognition }) => recognition.number),
    certificate: factsOf('recognition.granted').map(({ grant }) => grant.certificateNumber),
    card: factsOf('card.issued').map(({ card }) => card.number),
  };
  for (const [series, given] of Object.entries(numbers)) {
    expect(given.length, series).toBeGreaterThan(0);
    // The last place is the check digit; before it they count up by one.
    const serials = given.map((number) => Number(number.slice(0, -1))).toSorted((a, b) => a - b);
    expect(serials, series).toEqual(serials.map((_, at) => (serials[0] ?? 0) + at));
  }
});

test('a reprint with its reason is marked 补打 and is otherwise the same paper, to the pixel', async () => {
  const { desk } = running;
  const { personId, matterId } = await recogniseDirectly(desk, somebody(7));
  const first = await print(desk, { kind: 'recognition-certificate', matterId });
  const again = await print(desk, { kind: 'recognition-certificate', matterId, reprintReason: '原件遗失' });
  const [before, after] = [first, again].map(({ file = '' }) => new Uint8Array(readFileSync(file)));
  if (!before || !after) throw new Error('two papers were to be printed');
  const [wordsBefore, wordsAfter] = [before, after].map((pdf) => extractText(pdf).replace(/\s/g, ''));
  expect(wordsBefore).not.toContain('补打');
  expect(wordsAfter?.replace('补打', '')).toBe(wordsBefore);
  const [pageBefore, pageAfter] = [before, after].map((pdf) => rasteriseOne(pdf, { dpi: 150 }));
  const mark = pageBefore && pageAfter && differingBox(pageBefore, pageAfter);
  // The mark alone: a small box, and nothing else on the sheet differs.
  expect(mark && (mark.right - mark.left) * (mark.bottom - mark.top)).toBeLessThan(200 * 100);
  const [entryBefore, entryAfter] = factsOf('paper.printed')
    .slice(-2)
    .map(({ paper }) => paper);
  expect(entryAfter?.values).toEqual(entryBefore?.values);
  expect(entryAfter?.reprint).toEqual({ of: entryBefore?.id, reason: '原件遗失' });
  const { papers } = await desk.talents.get({ personId });
  expect(papers.map(({ reprint }) => reprint?.reason)).toEqual([undefined, '原件遗失']);
});

test('ten people at once through the same counter are ten of everything', async () => {
  let n = 20;
  const served = await times(10, () => withCard(running.desk, somebody(n++)));
  for (const field of ['personId', 'matterId', 'number', 'certificateNumber', 'cardNumber'] as const)
    expect(new Set(served.map((one) => one[field])).size, field).toBe(10);
});
