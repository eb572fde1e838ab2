import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskIdNumber, maskPhone, phoneTail } from './masking.ts';

test('an ID number shows three places and four, and no digit of the birth date', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110***********002X');
  expect(maskIdNumber('E12345678')).toBe('E*****678');
  expect(maskIdNumber('05616820')).toBe('0****820');
  expect(maskIdNumber('E123456')).toBe('*******');
});

test('a phone number shows its beginning and its last four', () => {
  expect(maskPhone('15016835244')).toBe('150****5244');
  expect(maskPhone('+85223456789')).toBe('+852****6789');
  expect(maskPhone('+442079460958')).toBe('+442*****0958');
  expect(phoneTail('15016835244')).toBe('5244');
});

test('at least four places of anything are hidden, and the length stays', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?[0-9]{1,20}$/), (text) => {
      for (const masked of [maskIdNumber(text), maskPhone(text)]) {
        expect(masked).toHaveLength(text.length);
        expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(Math.min(4, text.length));
      }
    }),
  );
});
