import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { encodeBase64url } from './base64url.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])("RFC 9285's sample %s is written %s", (plain, text) => {
  expect(encodeBase45(bytesOf(plain))).toBe(text);
  expect(decodeBase45(text)).toEqual(bytesOf(plain));
});

test.each(['GGW', ':::', '::', 'A', 'BB8A', 'bb8', 'BB_', 'ÄB8'])('%s is no base45', (text) => {
  expect(decodeBase45(text)).toBeUndefined();
});

test('any bytes come back; base64url agrees with the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes);
      expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
  );
});
