import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPhone, tidyPhone } from './phone.ts';

describe('a phone number', () => {
  test.each([
    ['150 1683-5244', '15016835244', 'mainland-mobile'],
    ['＋８６ １５０１６８３５２４４', '15016835244', 'mainland-mobile'],
    ['0086 150 1683 5244', '15016835244', 'mainland-mobile'],
    ['(0471) 651-2345', '04716512345', 'mainland-landline'],
    ['（0471）6512345', '04716512345', 'mainland-landline'],
    ['010-65123456', '01065123456', 'mainland-landline'],
    ['+86 10 6512 3456', '01065123456', 'mainland-landline'],
    ['+86 (0)471 6512345', '04716512345', 'mainland-landline'],
    ['+852 2345 6789', '+85223456789', 'hong-kong'],
    ['00853 6612 3456', '+85366123456', 'macao'],
    ['+886 912 345 678', '+886912345678', 'taiwan'],
    ['+44 20 7946 0958', '+442079460958', 'overseas'],
    ['+976 9911 2233', '+97699112233', 'overseas'],
  ])('%s is kept as %s (%s)', (typed, phone, kind) => {
    expect(checkPhone(tidyPhone(typed).text)).toEqual({ ok: true, phone, kind });
  });

  test.each([
    ['', 'phone-characters'],
    ['15016835244转8', 'phone-characters'],
    ['1234567', 'phone-area-code'],
    ['23456789', 'phone-area-code'],
    ['12016835244', 'phone-format'],
    ['1501683524', 'phone-format'],
    ['+85212345678', 'phone-format'],
    ['+12', 'phone-format'],
  ])('%s is refused as %s', (typed, code) => {
    expect(checkPhone(tidyPhone(typed).text)).toEqual({ ok: false, code });
  });

  test('what was mended is said', () => {
    expect(tidyPhone('+８６ 150-1683-5244').changes).toEqual(['full-width', 'separators', 'country-code']);
    expect(tidyPhone('15016835244').changes).toEqual([]);
  });

  test('whatever passes fits the record, and is not mended again', () => {
    const start = fc.constantFrom(
      '',
      '0',
      '1',
      '15',
      '0471-',
      '010 ',
      '+86',
      '+86 0',
      '0086 15',
      '+852 ',
      '00853',
      '+886-',
      '+44 (0)',
      '+',
    );
    let passed = 0;
    fc.assert(
      fc.property(start, fc.stringMatching(/^(\d[ -]?){6,11}$/), (prefix, rest) => {
        const { text } = tidyPhone(prefix + rest);
        if (!checkPhone(text).ok) return;
        passed += 1;
        expect(text).toMatch(/^\+?\d{5,20}$/);
        expect(tidyPhone(text)).toEqual({ text, changes: [] });
      }),
      { numRuns: 2_000 },
    );
    expect(passed).toBeGreaterThan(100);
  });
});
