import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idCheckCharacter } from '../../standards/gb-11643.ts';
import { cardActsOn } from '../card/card-life.ts';
import { parseNumber } from '../counter/numbers.ts';
import { type CardNumber, cardNumber, type MatterId, type PersonId, type StaffId, sha256Hex } from '../ids.ts';
import { isOldNumber, shownNumber, tidyOldNumber, toOldNumber } from '../old-number.ts';
import { toPlainDate } from '../plain-date.ts';
import { policyPack } from '../policy/pack.ts';
import type { KnownHere, KnownPerson } from './judge-row.ts';
import { judgeRows } from './judge-rows.ts';
import { findHeader, guessLedgerColumns, ledgerField } from './ledger-columns.ts';
import { type LedgerFacts, readLedgerRow } from './ledger-row.ts';
import { guessState, guessTier, stateWordOf, tierWordOf } from './ledger-words.ts';
import { takeOver } from './take-over.ts';

const packFile = join(import.meta.dirname, '..', '..', '..', 'resources', 'policy', 'pack.json');
const pack = policyPack.parse(JSON.parse(readFileSync(packFile, 'utf8')));
const today = toPlainDate('2026-11-25');
const header = ['姓名', '证件号码', '队伍', '等级', '卡号', '发卡日期', '有效期至', '状态', '手机', '工作单位'];
const columns = guessLedgerColumns(header);
const words = {
  tiers: { '高起点技能人才／D类': { team: 'skilled', tier: 'd' } },
  states: { 正常: 'collected', 注销: 'cancelled' } as const,
};
const reading = { header, columns, words, pack, today };

const idOf = (n: number) => {
  const digits = `15010219700317${String(100 + n)}`;
  return digits + idCheckCharacter(digits);
};
const endsInNoughts = Array.from({ length: 28 }, (_, day) => `1501021970${String(day + 101).padStart(4, '0')}000`)
  .map((digits) => digits + idCheckCharacter(digits))
  .find((number) => number.endsWith('0000')) as string;
const usual = ['王敏', idOf(1), '高起点技能人才', 'D类', 'RC-1', '2024-03-05', '2029-03-04', '正常', '13800138000', '云杉数据'];
const rowOf = (more: Record<number, string> = {}) => usual.map((cell, at) => more[at] ?? cell);
const read = (more?: Record<number, string>, row = 2) => readLedgerRow(row, rowOf(more), reading);
const codes = (more: Record<number, string>) => read(more).problems.map(({ field, code }) => `${field} ${code}`);

describe('a number of an older ledger', () => {
  test('is kept apart from ours, even where it looks like one', () => {
    const kept = toOldNumber('202610000017') ?? '';
    expect(kept).toBe('old/202610000017');
    expect(cardNumber.safeParse(kept).success).toBe(true);
    expect(parseNumber(kept).ok).toBe(false);
    expect([isOldNumber(kept), shownNumber(kept), isOldNumber('202610000017')]).toEqual([true, '202610000017', false]);
  });

  test('is mended before it is refused', () => {
    expect(toOldNumber(tidyOldNumber('ｒｃ – 2021—0007').text)).toBe('old/RC-2021-0007');
    for (const text of ['', 'A/B', '../x', 'x'.repeat(31)]) expect(toOldNumber(tidyOldNumber(text).text)).toBeUndefined();
  });

  test('names a card that is never printed, voided or undone here, and lives on otherwise', () => {
    const card = { number: 'old/RC-1', issuedOn: today, validTo: toPlainDate('2029-03-04'), printed: true, madeOn: today };
    expect(cardActsOn({ ...card, state: 'awaiting' }, today)).toEqual(['hand-over', 'replace', 'cancel', 'revoke']);
    expect(cardActsOn({ ...card, state: 'collected' }, today)).toEqual(['report-lost', 'suspend', 'replace', 'cancel', 'revoke']);
  });
});

describe('a ledger’s columns and words', () => {
  test('are known by their usual names, under a title line, in any order', () => {
    expect(columns).toMatchObject({ name: 0, idNumber: 1, team: 2, tier: 3, cardNumber: 4, issuedOn: 5, validTo: 6, state: 7 });
    expect(findHeader([['人才卡台账'], [], header, usual])).toBe(2);
    expect(guessLedgerColumns(['卡 号（旧）', '持卡人'])).toEqual({ cardNumber: 0, name: 1 });
  });

  test('explain themselves where only one thing can be meant', () => {
    expect(guessTier(pack, '高起点技能人才／D类')).toEqual({ team: 'skilled', tier: 'd' });
    expect(guessTier(pack, 'D类')).toBeUndefined();
    expect(guessTier(pack, 'E类')).toEqual({ team: 'skilled', tier: 'e' });
    expect([guessState('已领取'), guessState('挂失'), guessState('丢了')]).toEqual(['collected', 'lost', undefined]);
    expect([tierWordOf(usual, columns), stateWordOf(usual, columns)]).toEqual(['高起点技能人才／D类', '正常']);
  });
});

describe('a row', () => {
  test('that holds is a card, with what is missing reckoned and marked', () => {
    expect(read()).toMatchObject({ problems: [], mended: [], facts: { cardNumber: 'old/RC-1', state: 'collected' } });
    expect(read({ 6: '' }).facts).toMatchObject({ issuedOn: '2024-03-05', reckoned: ['validTo'] });
    expect(read({ 5: '' }).facts).toMatchObject({ validTo: '2029-03-04', reckoned: ['issuedOn'] });
    expect(read({ 8: '', 9: '' }).facts).toMatchObject({ contact: {} });
    expect(read({ 1: [...idOf(1)].join(' '), 5: '2024年3月5日' }).mended).toEqual(['idNumber', 'issuedOn']);
  });

  test('that doesn’t is told by field and code', () => {
    const wrongDigit = idOf(1).slice(0, 17) + (idOf(1).endsWith('1') ? '2' : '1');
    expect(codes({ 1: wrongDigit })).toEqual(['idNumber supervisor-needed']);
    expect(codes({ 1: '1.50102197003171E+17' })).toEqual(['idNumber digits-lost']);
    expect(codes({ 1: '150102197003170000' })).toEqual(['idNumber digits-lost']);
    // Somebody's number ends in three noughts.
    expect(codes({ 1: endsInNoughts })).toEqual([]);
    expect(codes({ 4: '' })).toEqual(['cardNumber required']);
    expect(codes({ 4: 'A/1' })).toEqual(['cardNumber not-an-old-number']);
    expect(codes({ 7: '丢了' })).toEqual(['state word-unexplained']);
    expect(codes({ 7: 'constructor' })).toEqual(['state word-unexplained']);
    expect(codes({ 5: '2027-01-01' })).toEqual(['issuedOn in-the-future']);
    expect(codes({ 6: '2023-01-01' })).toEqual(['validTo ends-before-start']);
    expect(codes({ 5: '', 6: '' })).toEqual(['issuedOn required']);
  });

  test('of junk is read without a fault of ours, and is a card only where all of it holds', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...usual, '__proto__', '１', '=1+1'));
    const where = fc.dictionary(fc.constantFrom(...ledgerField.options), fc.nat(20), { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), where, (cells, at) => {
        const row = readLedgerRow(1, cells, { ...reading, columns: at });
        expect(row.facts === undefined).toBe(row.problems.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

const nobody: KnownHere = { holderOf: () => undefined, byIdKey: () => undefined, byId: () => undefined, alike: () => [] };
const wang: KnownPerson = { personId: 'wang' as PersonId, name: '王敏' };
const answers = (rows: readonly Record<number, string>[], here: KnownHere = nobody, decisions = {}) =>
  judgeRows(
    rows.map((more, at) => read(more, at + 2)),
    { here, today, decisions },
  ).map(({ answer }) => (answer.is === 'problem' ? answer.problems[0]?.code : answer.is));

describe('the answers to a file’s rows', () => {
  test('two live cards of one person, or one number twice, are never both taken', () => {
    expect(answers([{}, {}])).toEqual(['ready', 'duplicate']);
    expect(answers([{}, { 0: '李娜', 1: idOf(2) }])).toEqual(['ready', 'duplicate']);
    expect(answers([{}, { 4: 'RC-2' }])).toEqual(['ready', 'duplicate']);
    expect(answers([{ 7: '注销' }, { 4: 'RC-2' }])).toEqual(['ready', 'ready']);
    expect(answers([{}, { 1: idOf(2), 4: 'RC-2' }])).toEqual(['ready', 'undecided']);
    expect(answers([{}, { 1: idOf(2), 4: 'RC-2' }], nobody, { '3': 'another' })).toEqual(['ready', 'ready']);
  });

  test('somebody who is known keeps one live card and one recognition', () => {
    const known = (more: Partial<KnownPerson>): KnownHere => ({ ...nobody, byIdKey: () => ({ ...wang, ...more }) });
    expect(answers([{}], known({}))).toEqual(['same-person']);
    expect(answers([{}], known({ liveCard: '202610000017' as CardNumber }))).toEqual(['has-live-card']);
    expect(answers([{ 7: '注销' }], known({ liveCard: '202610000017' as CardNumber }))).toEqual(['same-person']);
    expect(answers([{}], known({ inForce: { team: 'top', tier: 'a' } }))).toEqual(['has-recognition']);
    expect(answers([{}], known({ name: '王 敏' }))).toEqual(['undecided']);
  });

  test('a number that is here already is taken, or another’s', () => {
    const here: KnownHere = { ...nobody, holderOf: () => wang.personId, byId: () => wang };
    expect(answers([{}], { ...here, byIdKey: () => wang })).toEqual(['taken']);
    expect(answers([{ 0: '李娜' }], here)).toEqual(['number-of-another']);
  });
});

test('what is taken over joins what is known, and adds what is not', () => {
  const facts = read().facts as LedgerFacts;
  const source = { fileName: '台账.csv', sha256: sha256Hex.parse('a'.repeat(64)), sheet: '', row: 2, said: [] };
  const context = {
    source,
    newPersonId: 'new' as PersonId,
    newMatterId: 'matter' as MatterId,
    pack: 'p@1.0.0',
    today,
    staffId: 'clerk' as StaffId,
    signedOffBy: 'supervisor' as StaffId,
  };
  const fresh = takeOver(facts, context);
  expect(fresh).toMatchObject({
    person: { id: 'new' },
    recognition: { id: 'matter' },
    card: { personId: 'new', matterId: 'matter' },
  });
  expect(fresh.card).not.toHaveProperty('token');
  const joined = takeOver(facts, { ...context, known: { personId: wang.personId, joins: 'theirs' as MatterId } });
  expect(joined).not.toHaveProperty('person');
  expect(joined).not.toHaveProperty('recognition');
  expect(joined.card).toMatchObject({ personId: 'wang', matterId: 'theirs' });
});
