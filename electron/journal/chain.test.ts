import { expect, test } from 'vitest';
import { headStatement, readUint64, writeUint64 } from './chain.ts';

test('the bytes that are signed for a head are fixed', () => {
  const statement = Buffer.from(headStatement({ log: 'received', seq: 2 ** 33 + 5, chain: new Uint8Array(32).fill(0xab) }));
  expect(statement.toString('latin1', 0, 29)).toBe('talent-counter/journal/head/1');
  expect(statement.toString('hex', 29)).toBe(`00020000000200000005${'ab'.repeat(32)}`);
});

test('a sequence beyond what a number holds is no sequence', () => {
  const bytes = Buffer.alloc(8);
  for (const value of [0, 1, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
    writeUint64(bytes, value, 0);
    expect(bytes.readBigUInt64BE()).toBe(BigInt(value));
    expect(readUint64(bytes, 0)).toBe(value);
  }
  bytes.writeBigUInt64BE(2n ** 53n);
  expect(readUint64(bytes, 0)).toBeNaN();
});
