import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mod1110CheckDigit, verifyMod1110 } from './mod-11-10.ts';

const digits = fc.stringMatching(/^[0-9]{1,20}$/);

test("the standard's sample: 0794 gets 5", () => {
  expect(mod1110CheckDigit('0794')).toBe('5');
  expect(verifyMod1110('07945')).toBe(true);
});

test('German tax numbers, which use the same system, hold', () => {
  for (const number of ['86095742719', '47036892816', '65929970489']) expect(verifyMod1110(number)).toBe(true);
});

test('any one wrong digit is found', () => {
  fc.assert(
    fc.property(digits, fc.nat(20), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
      const right = text + mod1110CheckDigit(text);
      expect(verifyMod1110(right)).toBe(true);
      const at = place % right.length;
      expect(verifyMod1110(right.slice(0, at) + ((Number(right[at]) + shift) % 10) + right.slice(at + 1))).toBe(false);
    }),
  );
});

test('what is not digits never holds, and gets no check digit', () => {
  for (const text of ['', '5', '07 945', '０７９４５', '0794X']) expect(verifyMod1110(text)).toBe(false);
  expect(() => mod1110CheckDigit('12A')).toThrow(RangeError);
});
