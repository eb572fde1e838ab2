import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../domain/plain-date.ts';
import { checkOldPermanentResidentNumber, checkPermanentResidentNumber } from './foreign-permanent-resident.ts';
import { findCountryByNumeric } from './gb-2659.ts';
import { checkIdNumber } from './gb-11643.ts';

const today = toPlainDate('2026-03-01');
const check = (text: string) => checkPermanentResidentNumber(text, { today });
const checkOld = (text: string) => checkOldPermanentResidentNumber(text, { today });

/** MOD 11-2 of ISO/IEC 7064 in its recursive form, where the product's code keeps weights: an author of its own. */
function withCheckCharacter(digits: string): string {
  const product = [...digits].reduce((sum, sign) => ((sum + Number(sign)) * 2) % 11, 0);
  const value = (12 - product) % 11;
  return digits + (value === 10 ? 'X' : value);
}

const birth = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-03-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const parts = fc.record({
  place: fc.constantFrom('11', '15', '31', '44', '65'),
  country: fc.constantFrom('004', '124', '398', '682', '840'),
  birth,
  sequence: fc.stringMatching(/^\d{3}$/),
});
type Parts = typeof parts extends fc.Arbitrary<infer One> ? One : never;
const write = (one: Parts) => withCheckCharacter(`9${one.place}${one.country}${one.birth.replaceAll('-', '')}${one.sequence}`);

describe('a permanent resident of the card of 2023', () => {
  test('the samples that 国家移民管理局 published hold', () => {
    expect(check('932682198501010017')).toEqual({
      ok: true,
      number: '932682198501010017',
      birthDate: '1985-01-01',
      nationality: 'SAU',
      placeCode: '32',
    });
    expect(check('911124198108030024')).toMatchObject({ ok: true, birthDate: '1981-08-03', nationality: 'CAN', placeCode: '11' });
  });

  test('whatever another writer makes is read back, and no sex is made of its digits', () => {
    fc.assert(
      fc.property(parts, (one) => {
        const result = check(write(one));
        const nationality = findCountryByNumeric(one.country)?.code;
        expect(result).toMatchObject({ ok: true, birthDate: one.birth, nationality, placeCode: one.place });
        expect(result).not.toHaveProperty('sex');
      }),
    );
  });

  test('any one wrong digit is found, and any swap of unlike neighbours', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 9 }), (one, place, shift) => {
        const right = write(one);
        const other = String((Number(right[place]) + shift) % 10);
        expect(check(right.slice(0, place) + other + right.slice(place + 1))).toEqual({ ok: false, code: 'id-check-digit' });
        const [a, b] = [right.charAt(place), right.charAt(place + 1)];
        fc.pre(place < 16 && a !== b);
        expect(check(right.slice(0, place) + b + a + right.slice(place + 2))).toEqual({ ok: false, code: 'id-check-digit' });
      }),
    );
  });

  test.each([
    ['93268219850101001', 'pr-length'],
    ['KAZ110090123105', 'pr-length'],
    ['11010519491231002X', 'pr-characters'],
    ['93268219850101001x', 'pr-characters'],
    ['9326821985O1010017', 'pr-characters'],
    ['932682198501010018', 'id-check-digit'],
    [withCheckCharacter('93268219850230001'), 'id-birth-date'],
    [withCheckCharacter('93268220260302001'), 'id-birth-date'],
    [withCheckCharacter('93268218791231001'), 'id-birth-date'],
  ])('%s is refused as %s', (text, code) => {
    expect(check(text)).toEqual({ ok: false, code });
  });

  test('a country that has no number any more refuses nobody, and China is no nationality of a foreigner', () => {
    for (const numeric of ['891', '156', '158', '344']) {
      const result = check(withCheckCharacter(`915${numeric}19850101001`));
      expect(result.ok).toBe(true);
      expect(result).not.toHaveProperty('nationality');
    }
  });

  test("no Chinese citizen's number passes for one, nor one for theirs", () => {
    fc.assert(fc.property(parts, (one) => !checkIdNumber(write(one), { today }).ok));
    expect(check('11010519491231002X').ok).toBe(false);
  });
});

describe('a permanent resident of an older card', () => {
  test('the published sample holds, and its birth date is a hint', () => {
    expect(checkOld('KAZ110090123105')).toEqual({
      ok: true,
      number: 'KAZ110090123105',
      nationality: 'KAZ',
      birthDateHint: '1990-12-31',
    });
  });

  test('any one wrong digit is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 14 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const right = 'KAZ110090123105';
        const other = String((Number(right[place]) + shift) % 10);
        expect(checkOld(right.slice(0, place) + other + right.slice(place + 1))).toEqual({ ok: false, code: 'id-check-digit' });
      }),
    );
  });

  test('digits that are no date give no hint and refuse nobody; the latest century that can be is the guess', () => {
    const hint = (digits: string) => {
      const body = `USA1501${digits}1`;
      const result = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((sign) => checkOld(body + sign)).find(({ ok }) => ok);
      return result?.ok && result.birthDateHint;
    };
    expect(hint('051231')).toBe('2005-12-31');
    expect(hint('260301')).toBe('2026-03-01');
    expect(hint('260302')).toBe('1926-03-02');
    expect(hint('901331')).toBeUndefined();
  });

  test.each(['KAZ11009012310', 'KA1110090123105', 'kaz110090123105', '932682198501010017', ''])('%s is refused', (text) => {
    expect(checkOld(text)).toEqual({ ok: false, code: 'pr-old-format' });
  });
});
