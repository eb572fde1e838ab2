import { expect, test } from 'vitest';
import { coverNumbers } from './audit-item.ts';

test('a number that somebody typed into a reason is masked as it is on every screen', () => {
  expect(coverNumbers('核对证件15010219900305401X，电话13800138000')).toBe('核对证件150***********401X，电话138****8000');
});

test('a card’s, a matter’s and a certificate’s number stay as they are', () => {
  expect(coverNumbers('卡号 202610000017，文号〔2026〕1号')).toBe('卡号 202610000017，文号〔2026〕1号');
});
