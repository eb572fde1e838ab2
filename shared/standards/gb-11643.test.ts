import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../domain/plain-date.ts';
import { checkIdNumber, idCheckCharacter, tidyIdNumber } from './gb-11643.ts';

const today = toPlainDate('2026-03-01');
const check = (text: string) => checkIdNumber(text, { today });
const number = (digits: string) => digits + idCheckCharacter(digits);

describe('an ID number by GB 11643', () => {
  test("the standard's own samples hold", () => {
    expect(check('11010519491231002X')).toEqual({
      ok: true,
      number: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: '2',
      regionCode: '110105',
    });
    expect(check('440524188001010014')).toMatchObject({ ok: true, birthDate: '1880-01-01', sex: '1' });
  });

  test('any one wrong digit and any swap of unlike neighbours is found', () => {
    const digits = fc.stringMatching(/^[0-9]{17}$/);
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
        const right = number(text);
        const other = String((Number(right[place]) + shift) % 10);
        expect(check(right.slice(0, place) + other + right.slice(place + 1))).toEqual({ ok: false, code: 'id-check-digit' });
        const [a, b] = [right.charAt(place), right.charAt(place + 1)];
        fc.pre(place < 16 && a !== b);
        expect(check(right.slice(0, place) + b + a + right.slice(place + 2))).toEqual({ ok: false, code: 'id-check-digit' });
      }),
    );
  });

  test.each([
    ['', 'id-length'],
    ['1101051949123100', 'id-length'],
    ['110105194912310021X', 'id-length'],
    ['1101051949123100ⅹX', 'id-characters'],
    ['X1010519491231002X', 'id-characters'],
    ['11010519491231002x', 'id-characters'],
    ['110105194912310020', 'id-check-digit'],
    [number('11010520260229001'), 'id-birth-date'],
    [number('11010520260302001'), 'id-birth-date'],
    [number('11010518791231001'), 'id-birth-date'],
    [number('99010519491231002'), 'id-region'],
    [number('71010519491231002'), 'id-region'],
    [number('81000119491231002'), 'id-region'],
  ])('%s is refused as %s', (text, code) => {
    expect(check(text)).toEqual({ ok: false, code });
  });

  test('somebody born today has a number', () => {
    expect(check(number('15010520260301001')).ok).toBe(true);
  });

  test('a permit belongs to its region, and a resident ID to none of theirs', () => {
    const kinds = ['resident-id', 'hk-macao-residence', 'taiwan-residence'] as const;
    const owners = { '150105': kinds[0], '810000': kinds[1], '820000': kinds[1], '830000': kinds[2] };
    for (const [region, owner] of Object.entries(owners)) {
      for (const kind of kinds) {
        const result = checkIdNumber(number(`${region}19800101001`), { today, kind });
        expect(result).toMatchObject(kind === owner ? { ok: true, regionCode: region } : { ok: false, code: 'id-kind-region' });
      }
    }
  });

  test('full-width signs, spaces and a lower-case x are mended, and it says so', () => {
    expect(tidyIdNumber(' １１０１０５ 1949123　1002ｘ ')).toEqual({
      text: '11010519491231002X',
      changes: ['full-width', 'spaces', 'letter-case'],
    });
    expect(tidyIdNumber('11010519491231002X')).toEqual({ text: '11010519491231002X', changes: [] });
  });

  test('no text makes the check throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => typeof check(text).ok === 'boolean'));
  });
});
