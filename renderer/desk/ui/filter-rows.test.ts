import { expect, test } from 'vitest';
import { filterRows } from './filter-rows.ts';

const rows = [
  { name: '云谷甲', number: '260000000042', tier: '一类' },
  { name: '𠮷田·Aydın', number: '260000000059', tier: 'Tier B' },
];
const words = (row: (typeof rows)[number]) => [row.name, row.number, row.tier];
const names = (text: string) => filterRows(rows, text, words).map((row) => row.name);

test('nothing typed leaves every row', () => {
  expect(names('')).toHaveLength(2);
  expect(names('  \u3000 ')).toHaveLength(2);
});

test('every word typed must occur, in any field and order', () => {
  expect(names('0042 云')).toEqual(['云谷甲']);
  expect(names('0042 田')).toEqual([]);
});

test('full-width digits and capitals find the plain ones, rare characters are found', () => {
  expect(names('００５９')).toEqual(['𠮷田·Aydın']);
  expect(names('TIER b')).toEqual(['𠮷田·Aydın']);
  expect(names('𠮷')).toEqual(['𠮷田·Aydın']);
});
