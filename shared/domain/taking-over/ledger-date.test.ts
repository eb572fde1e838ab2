import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainDate } from '../plain-date.ts';
import { readLedgerDate } from './ledger-date.ts';

test.each([
  '2021-03-05',
  '2021/3/5',
  '2021.3.5',
  '2021年3月5日',
  '２０２１年３月５号',
  '20210305',
  ' 2021 - 03 - 05 ',
  '2021-03-05 00:00:00',
  '44260',
  '44260.5',
])('%s is the fifth of March 2021', (text) => {
  expect(readLedgerDate(text)).toEqual({ ok: true, date: '2021-03-05' });
});

test.each(['', '2021-02-29', '2022年13月1日', '21.3.5', '2021', '5/3/2021', '长期', '3月5日', '123', '99999', '2021-03-05x'])(
  '%j is no day, and none is guessed',
  (text) => {
    expect(readLedgerDate(text)).toEqual({ ok: false, code: 'not-a-date' });
  },
);

test('whatever stands there, a day that exists comes out or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日: T') }), (text) => {
      const read = readLedgerDate(text);
      expect(read.ok ? isPlainDate(read.date) : read.code).toBe(read.ok || 'not-a-date');
    }),
  );
});
