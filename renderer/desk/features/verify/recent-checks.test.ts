import { expect, test } from 'vitest';
import type { Verification } from '../../../../shared/contract/card-calls.ts';
import { addCheck, type Check, checksKept, scannedText } from './recent-checks.ts';

const foreign: Verification = { result: 'not-ours', reason: 'unknown-key' };

test('the newest check stands first, the same card scanned twice is there twice, and the list stays short', () => {
  let checks: Check[] = [];
  for (let n = 0; n < 9; n += 1) checks = addCheck(checks, foreign, new Date(n));
  expect(checks.map((check) => check.id)).toEqual([9, 8, 7, 6, 5, 4]);
  expect(checks).toHaveLength(checksKept + 1);
});

test('line ends and blanks around a code go, a blank inside it stays', () => {
  expect(scannedText('\ufeff AB C%\r\n')).toBe('AB C%');
  expect(scannedText('\n')).toBe('');
});
