import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { grantBlock, readRange } from './number-range.ts';

const count = fc.integer({ min: 1, max: 999_999 });
const block = { id: 'b', series: 'card' as const, year: 2026, trial: false };
const years = { thisYear: 2026, known: [] };

test('a run ends where first and count say, and never beyond the last serial', () => {
  fc.assert(
    fc.property(count, count, (first, many) => {
      const read = readRange({ first: String(first), count: String(many) });
      if (first + many - 1 > 999_999) expect(read).toEqual({ ok: false, fields: [{ path: 'count', code: 'range-too-long' }] });
      else expect(read).toEqual({ ok: true, start: first, end: first + many - 1 });
    }),
  );
});

test.each([
  ['', 'required'],
  ['0', 'not-a-count'],
  ['-5', 'not-a-count'],
  ['1.5', 'not-a-count'],
  ['1000000', 'not-a-count'],
  ['一百', 'not-a-count'],
])('“%s” is no count: %s', (text, code) => {
  expect(readRange({ first: text, count: '1' })).toEqual({ ok: false, fields: [{ path: 'first', code }] });
});

test('full-width digits and zeros in front count', () => {
  expect(readRange({ first: '０００１', count: ' ２０ ' })).toEqual({ ok: true, start: 1, end: 20 });
});

test('two runs of a series and year never share a serial; of another series or year they may', () => {
  const run = fc.record({ first: fc.integer({ min: 1, max: 2_000 }), many: fc.integer({ min: 1, max: 500 }) });
  fc.assert(
    fc.property(run, run, (a, b) => {
      const granted = grantBlock({ ...block, range: { first: String(a.first), count: String(a.many) } }, years);
      const next = { ...block, id: 'c', range: { first: String(b.first), count: String(b.many) } };
      const overlap = Math.max(a.first, b.first) <= Math.min(a.first + a.many, b.first + b.many) - 1;
      const grant = () => grantBlock(next, { thisYear: 2026, known: [granted] });
      if (overlap) expect(grant).toThrow(Refusal);
      else expect(grant()).toMatchObject({ start: b.first, end: b.first + b.many - 1 });
      expect(grantBlock({ ...next, year: 2027 }, { thisYear: 2026, known: [granted] }).year).toBe(2027);
      expect(grantBlock({ ...next, series: 'matter' }, { thisYear: 2026, known: [granted] }).series).toBe('matter');
    }),
  );
});

test.each([2025, 2028])('numbers of %i are refused in 2026', (year) => {
  expect(() => grantBlock({ ...block, year, range: { first: '1', count: '1' } }, years)).toThrow(Refusal);
});
