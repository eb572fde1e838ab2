import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { CardNumber, PersonId } from '../../shared/domain/ids.ts';
import { csvFile, ledgerHeader, ledgerRow, openLedger, takeAll } from './old-ledger.ts';
import { extractText, rasteriseOne, readQrCodes } from './paper-kit.ts';
import { type Computer, newComputer, print, type Running, refused, startSignedIn } from './program-kit.ts';
import { recogniseDirectly, somebody, withCard } from './program-people.ts';

let computer: Computer;
let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

async function openDesk(): Promise<DeskClient> {
  running = await startSignedIn(computer);
  return running.desk;
}

const rows = Array.from({ length: 300 }, (_, at) => ledgerRow(at + 1));
const ledger = csvFile([ledgerHeader, ...rows]);
const old = (n: number) => `old/RC-2024-${String(n).padStart(4, '0')}` as CardNumber;

async function holderOf(desk: DeskClient, number: string): Promise<PersonId> {
  const [hit, another] = await desk.talents.search({ text: number, limit: 5 });
  if (!hit || another) throw new Error(`not one hit for ${number}`);
  return hit.personId;
}

test('a ledger is taken over as it stands, killed in the middle, and the same file again takes the rest and nothing twice', async () => {
  computer = newComputer();
  const script = join(import.meta.dirname, 'program-taking-over-child.ts');
  for (const kill of ['137', '41']) {
    const child = spawn(process.execPath, [script, computer.dir, kill], { stdio: ['ignore', 'ignore', 'inherit'] });
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
  }
  const desk = await openDesk();
  const { plan, preview } = await openLedger(desk, ledger);
  // What became durable in one stroke with the last one is taken too.
  expect(preview.counts.taken).toBeGreaterThanOrEqual(137 + 41);
  expect(preview.counts.taken + preview.counts.ready).toBe(300);
  expect(await takeAll(desk, plan)).toBe(preview.counts.ready);
  expect(await takeAll(desk, plan)).toBe(0);

  expect((await desk.takingOver.preview(plan)).counts).toMatchObject({ taken: 300, ready: 0, problem: 0 });
  for (const n of [1, 137, 138, 300]) {
    const personId = await holderOf(desk, `RC-2024-${String(n).padStart(4, '0')}`);
    const { identity, cards, recognitions } = await desk.talents.get({ personId });
    expect(identity.name).toBe(`旧卡${n}`);
    expect(cards).toMatchObject([{ number: old(n), state: 'collected', issuedOn: '2024-03-05', validTo: '2029-03-04' }]);
    expect(recognitions).toMatchObject([{ status: 'granted', grant: { by: { way: 'taken-over', since: '2024-03-05' } } }]);
  }
  // Other numbers for the same people: their ID numbers tell.
  const renumbered = csvFile([ledgerHeader, ...rows.map((_, at) => ledgerRow(at + 1, { 卡号: `X-${at}` }))]);
  const { preview: second } = await openLedger(desk, renumbered);
  expect(second.counts).toMatchObject({ ready: 0, 'same-person': 0, problem: 300 });
  expect(second.rows[0]?.problems).toMatchObject([{ field: 'cardNumber', code: 'has-live-card' }]);
}, 180_000);

test('an old card lives on: lost, replaced by one of ours, which is verified; nothing is printed for the old one', async () => {
  computer = newComputer();
  const desk = await openDesk();
  const { plan } = await openLedger(desk, csvFile([ledgerHeader, ledgerRow(7)]));
  expect(await refused(desk.takingOver.take({ ...plan, from: 0 }))).toMatchObject({ code: 'sign-off-needed' });
  expect(await takeAll(desk, plan)).toBe(1);
  const personId = await holderOf(desk, '2024-0007');
  const [before] = (await desk.talents.get({ personId })).cards;
  expect(before?.actions).toEqual(expect.arrayContaining(['report-lost', 'replace', 'cancel']));
  expect(before?.actions).not.toEqual(expect.arrayContaining(['print']));
  expect(await refused(desk.papers.preview({ kind: 'card-back', cardNumber: old(7) }))).toMatchObject({
    code: 'paper-not-available',
  });
  expect(await refused(desk.cards.issue({ personId }))).toMatchObject({ code: 'live-card-exists' });

  await desk.cards.change({ cardNumber: old(7), act: 'report-lost', reason: '本人到窗口挂失' });
  const { file = '' } = await print(desk, { kind: 'loss-statement', cardNumber: old(7) });
  const statement = extractText(new Uint8Array(readFileSync(file))).replace(/\s/g, '');
  expect(statement).toContain('RC-2024-0007（旧卡）');
  expect(statement).not.toContain('old/');
  const { cardNumber } = await desk.cards.replace({ cardNumber: old(7), reason: 'lost' });
  expect(cardNumber).toMatch(/^\d{12}$/);
  await print(desk, { kind: 'card-front', cardNumber });
  const back = await print(desk, { kind: 'card-back', cardNumber });
  while ((await desk.talents.get({ personId })).cards.at(-1)?.state !== 'made') await sleep(5);
  const [token = ''] = readQrCodes(rasteriseOne(readFileSync(back.file ?? '')));
  expect(await desk.cards.verify({ text: token })).toMatchObject({ result: 'valid', number: cardNumber, name: '旧卡7' });
  expect((await desk.talents.get({ personId })).cards).toMatchObject([
    { number: old(7), state: 'replaced', replacedBy: cardNumber },
    { number: cardNumber, replaces: old(7) },
  ]);
  // Once more: the old number was here, whatever has become of it.
  expect((await openLedger(desk, csvFile([ledgerHeader, ledgerRow(7)]))).preview.counts.taken).toBe(1);
}, 120_000);

test('a row of somebody who is registered goes to them: their record stays, and they get no second live card', async () => {
  computer = newComputer();
  const desk = await openDesk();
  const recognised = await recogniseDirectly(desk, somebody(1, '王敏'));
  const carded = await withCard(desk, somebody(2, '李娜'));
  const of = (n: number, name: string) => ({ 姓名: name, 证件号码: somebody(n).document.number });
  const file = csvFile([ledgerHeader, ledgerRow(1, of(1, '王敏')), ledgerRow(2, of(2, '李娜')), ledgerRow(3, of(1, '王 敏'))]);
  const { plan, preview } = await openLedger(desk, file);
  expect(preview.rows.map(({ answer }) => answer)).toEqual(['same-person', 'problem', 'undecided']);
  expect(await takeAll(desk, plan)).toBe(1);
  const view = await desk.talents.get({ personId: recognised.personId });
  expect(view.employment?.engagement).toBe('full-time');
  expect(view.cards).toMatchObject([{ number: old(1), state: 'collected' }]);
  // The card is that of the recognition that was there.
  expect(view.recognitions.map(({ id }) => id)).toEqual([recognised.matterId]);
  expect((await desk.talents.get({ personId: carded.personId })).cards).toHaveLength(1);
}, 120_000);

test('two people with one name and birth date are told apart by the clerk, and the record says so', async () => {
  computer = newComputer();
  const desk = await openDesk();
  await takeAll(desk, (await openLedger(desk, csvFile([ledgerHeader, ledgerRow(2, { 姓名: '同名人' })]))).plan);
  const twin = csvFile([ledgerHeader, ledgerRow(4, { 姓名: '同名人' })]);
  const { plan, preview } = await openLedger(desk, twin);
  expect(preview.rows).toMatchObject([{ answer: 'undecided', why: 'name-and-birth-date', people: [{ name: '同名人' }] }]);
  expect(await takeAll(desk, plan)).toBe(0);
  expect(await takeAll(desk, { ...plan, decisions: { '2': 'another' } })).toBe(1);
  expect(await holderOf(desk, 'RC-2024-0004')).not.toBe(await holderOf(desk, 'RC-2024-0002'));
  // Pressed twice at once: one entry.
  const both = csvFile([ledgerHeader, ledgerRow(5)]);
  const { plan: one } = await openLedger(desk, both);
  const given = await Promise.all([takeAll(desk, one), takeAll(desk, one)]);
  expect(given.toSorted()).toEqual([0, 1]);
}, 120_000);
