import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyMod1110 } from '../../standards/mod-11-10.ts';
import { cardNumber } from '../ids.ts';
import { buildNumber, parseNumber, serialOf } from './numbers.ts';

const parts = fc.record({
  series: fc.constantFrom('card' as const, 'certificate' as const, 'matter' as const),
  year: fc.integer({ min: 2020, max: 2999 }),
  serial: fc.integer({ min: 1, max: 999_999 }),
});

test('a number says its year, series and serial, and can be read back', () => {
  expect(buildNumber({ series: 'card', year: 2026, serial: 1 })).toMatch(/^20261000001\d$/);
  fc.assert(
    fc.property(parts, (p) => {
      const number = buildNumber(p);
      expect(cardNumber.safeParse(number).success && verifyMod1110(number)).toBe(true);
      expect(parseNumber(number)).toEqual({ ok: true, ...p });
      expect(serialOf(number)).toBe(p.serial);
    }),
  );
});

test('two different serials never share a number', () => {
  fc.assert(
    fc.property(parts, parts, (a, b) => (buildNumber(a) === buildNumber(b)) === (JSON.stringify(a) === JSON.stringify(b))),
  );
});

const withCheck = (digits: string) => [...'0123456789'].map((d) => digits + d).find(verifyMod1110) ?? '';

test.each([
  ['', 'number-length'],
  ['2026100000123', 'number-length'],
  ['20261000001X', 'number-characters'],
  [buildNumber({ series: 'card', year: 2026, serial: 1 }).replace('20261', '20262'), 'number-check-digit'],
  [withCheck('20264000001'), 'number-series'],
  [withCheck('19991000001'), 'number-year'],
  [withCheck('20261000000'), 'number-serial'],
])('%s is refused as %s', (text, code) => {
  expect(parseNumber(text)).toEqual({ ok: false, code });
});

test('a serial or year beyond the number is a bug, not a number', () => {
  for (const serial of [0, 1_000_000, 1.5]) expect(() => buildNumber({ series: 'card', year: 2026, serial })).toThrow(RangeError);
  expect(() => buildNumber({ series: 'card', year: 1999, serial: 1 })).toThrow(RangeError);
});
