import { expect, test } from 'vitest';
import { encodeBase45 } from '../../../shared/credential/base45.ts';
import { looksLikeCardText } from './card-text.ts';

const zlib = Uint8Array.from({ length: 120 }, (_, i) => (i === 0 ? 0x78 : (i * 37) % 256));

test('a card’s text is known among what a scanner types', () => {
  expect(looksLikeCardText(encodeBase45(zlib))).toBe(true);
});

test.each([
  ['an ID number', '110101199003070134'],
  ['a name', '欧阳娜娜'],
  ['a web address in capitals', `HTTPS://EXAMPLE.ORG/${'A'.repeat(80)}`],
  ['base45 of something else', encodeBase45(zlib.map((byte, i) => (i === 0 ? 1 : byte)))],
  ['a card’s text that lost its end', encodeBase45(zlib.slice(0, 20))],
])('%s is looked up and not verified', (_, text) => {
  expect(looksLikeCardText(text)).toBe(false);
});
