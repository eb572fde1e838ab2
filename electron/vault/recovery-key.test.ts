import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts';

test('what was printed reads back as the same key pair, in small letters, without dashes, with O for 0 and I or L for 1', () => {
  for (let i = 0; i < 50; i++) {
    const { printed, keys } = newRecoveryKey();
    expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = [
      printed,
      printed.toLowerCase(),
      printed.replaceAll('-', ''),
      printed.replaceAll('0', 'o').replaceAll('1', 'l'),
    ];
    for (const each of typed) expect(readRecoveryKey(each)).toEqual(keys);
  }
});

test('no slip is taken for a key: another letter, two swapped, one more or less', () => {
  const { printed } = newRecoveryKey();
  const plain = printed.replaceAll('-', '');
  const slips = fc.oneof(
    fc
      .tuple(fc.nat(31), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'))
      .map(([i, letter]) => plain.slice(0, i) + letter + plain.slice(i + 1)),
    fc.nat(30).map((i) => plain.slice(0, i) + plain.charAt(i + 1) + plain.charAt(i) + plain.slice(i + 2)),
    fc.nat(31).map((i) => plain.slice(0, i) + plain.slice(i + 1)),
    fc.string({ maxLength: 60 }),
  );
  fc.assert(
    fc.property(slips, (slip) => {
      fc.pre(slip !== plain);
      expect(() => readRecoveryKey(slip)).toThrowError(expect.objectContaining({ code: 'recovery-key-mistyped' }));
    }),
    { numRuns: 500 },
  );
});
