import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../domain/plain-date.ts';
import type { IdKind } from '../domain/talent/id-kind.ts';
import { idCheckCharacter } from './gb-11643.ts';
import { checkDocumentNumber, documentKinds, tidyDocumentNumber } from './identity-document.ts';

const today = toPlainDate('2026-03-01');
const check = (kind: IdKind, number: string) => checkDocumentNumber(number, { kind, today });
const accepted = (kind: IdKind, number: string) => checkDocumentNumber(number, { kind, today, checkDigitAccepted: true });

const wrongBy = (number: string, shift: number) => {
  const signs = '0123456789X';
  return number.slice(0, -1) + signs.charAt((signs.indexOf(number.slice(-1)) + shift) % 10);
};

const samples: Record<IdKind, [number: string, says: object, lifelong: string]> = {
  'resident-id': ['11010519491231002X', { birthDate: '1949-12-31', sex: '2', nationality: 'CHN' }, '11010519491231002X'],
  'hk-macao-residence': ['810000199408230021', { birthDate: '1994-08-23', sex: '2', nationality: 'CHN' }, '810000199408230021'],
  'taiwan-residence': ['830000199201300022', { birthDate: '1992-01-30', sex: '2', nationality: 'CHN' }, '830000199201300022'],
  'hk-macao-travel': ['H1234567801', { nationality: 'CHN' }, 'H12345678'],
  'taiwan-travel': ['0561682001D', { nationality: 'CHN' }, '05616820'],
  'foreign-pr': ['932682198501010017', { birthDate: '1985-01-01', nationality: 'SAU' }, '932682198501010017'],
  'foreign-pr-2004': ['KAZ110090123105', { birthDateHint: '1990-12-31', nationality: 'KAZ' }, 'KAZ110090123105'],
  passport: ['E12345678', {}, 'E12345678'],
};
const withCheckDigit: IdKind[] = ['resident-id', 'hk-macao-residence', 'taiwan-residence', 'foreign-pr', 'foreign-pr-2004'];

describe('a number of any identity document', () => {
  test.each(documentKinds)('%s: a published number holds and says what it can', (kind) => {
    const [number, says, lifelong] = samples[kind];
    expect(check(kind, number)).toEqual({ ok: true, says, lifelong });
  });

  test('a foreigner of Hong Kong is not taken for a Chinese citizen', () => {
    expect(check('hk-macao-travel', 'HA1234567')).toEqual({ ok: true, says: {}, lifelong: 'HA1234567' });
  });

  test.each(withCheckDigit)(
    '%s: a wrong check digit is for a supervisor to accept, and then the number says what it says',
    (kind) => {
      const [number, says] = samples[kind];
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 9 }), (shift) => {
          const wrong = wrongBy(number, shift);
          fc.pre(wrong !== number);
          expect(check(kind, wrong)).toEqual({ ok: false, code: 'id-check-digit', overridable: true });
          expect(accepted(kind, wrong)).toEqual({ ok: true, says, lifelong: wrong });
        }),
      );
    },
  );

  test('nothing else can be accepted, nor a wrong check digit beside something else', () => {
    const number = (digits: string) => digits + idCheckCharacter(digits);
    const wrongs: [IdKind, string, string][] = [
      ['resident-id', '1101051949123100', 'id-length'],
      ['resident-id', 'A1010519491231002X', 'id-characters'],
      ['resident-id', wrongBy(number('11010520260302001'), 1), 'id-birth-date'],
      ['resident-id', wrongBy(number('99010519491231002'), 1), 'id-region'],
      ['resident-id', wrongBy(number('81000019491231002'), 1), 'id-kind-region'],
      ['foreign-pr', wrongBy(number('93268220260302001'), 1), 'id-birth-date'],
      ['foreign-pr', '11010519491231002X', 'pr-characters'],
      ['foreign-pr-2004', '932682198501010017', 'pr-old-format'],
      ['hk-macao-travel', '05616820', 'hk-macao-permit-format'],
      ['taiwan-travel', 'H12345678', 'taiwan-permit-format'],
      ['passport', 'E1234', 'passport-format'],
    ];
    for (const [kind, text, code] of wrongs) {
      expect(check(kind, text)).toEqual({ ok: false, code, overridable: false });
      expect(accepted(kind, text)).toEqual({ ok: false, code, overridable: false });
    }
  });

  test('no number of one kind passes for another that has a check digit', () => {
    for (const kind of withCheckDigit)
      for (const other of documentKinds) if (other !== kind) expect(check(kind, samples[other][0]).ok).toBe(false);
  });

  test('what typing brings is mended and said, for each kind', () => {
    expect(tidyDocumentNumber(' １１０１０５ 19491231002x', 'resident-id')).toEqual({
      text: '11010519491231002X',
      changes: ['full-width', 'spaces', 'letter-case'],
    });
    expect(tidyDocumentNumber('05616820 01（d）', 'taiwan-travel')).toEqual({
      text: '0561682001D',
      changes: ['full-width', 'spaces', 'separators', 'letter-case'],
    });
    expect(tidyDocumentNumber('h12345678-01', 'hk-macao-travel')).toEqual({
      text: 'H1234567801',
      changes: ['separators', 'letter-case'],
    });
    for (const kind of documentKinds)
      expect(tidyDocumentNumber(samples[kind][0], kind)).toEqual({ text: samples[kind][0], changes: [] });
  });

  test('no text makes the check throw, and mending twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documentKinds), fc.string({ unit: 'binary', maxLength: 30 }), (kind, text) => {
        const once = tidyDocumentNumber(text, kind).text;
        expect(tidyDocumentNumber(once, kind).text).toBe(once);
        expect(typeof check(kind, once).ok).toBe('boolean');
      }),
    );
  });
});
