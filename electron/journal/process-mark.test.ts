import { expect, test } from 'vitest';
import { isRunning, ownProcessMark, parseStat } from './process-mark.ts';

test('a process name with brackets and blanks is read past', () => {
  const fields = ['Z', ...Array.from({ length: 18 }, (_, i) => String(i)), '987654', '0'];
  expect(parseStat(`42 (a) b (c) ${fields.join(' ')}\n`)).toEqual({ state: 'Z', startTick: '987654' });
});

test('this process runs; under another mark or number it does not', async () => {
  expect(await isRunning(process.pid, ownProcessMark())).toBe(true);
  expect(await isRunning(process.pid, process.platform === 'linux' ? 'l0t0' : 's1')).toBe(false);
  expect(await isRunning(2 ** 22 + 7, ownProcessMark())).toBe(false);
});
