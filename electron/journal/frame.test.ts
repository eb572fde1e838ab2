import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commit } from './frame.ts';

test('a commitment is the HMAC that RFC 2104 describes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 300 }), (salt, payload) => {
      expect(commit(salt, payload)).toEqual(createHmac('sha256', salt).update(payload).digest());
    }),
  );
});
