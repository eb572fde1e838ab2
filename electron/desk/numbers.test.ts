import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../shared/domain/counter/numbers.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { Numbers } from './numbers.ts';

const block = (id: string, [start, end]: [number, number], used = 0) =>
  ({ id, series: 'card', year: 2026, start, end, used, trial: true }) as const;

describe('card numbers', () => {
  it('follow each other, check digit included, and go on in the next block', () => {
    const numbers = new Numbers({ blocksOf: () => [block('a', [11, 12], 1), block('b', [50, 51])] });
    const taken = [numbers.take('card', 2026), numbers.take('card', 2026), numbers.take('card', 2026)];
    expect(taken.map(({ number }) => parseNumber(number))).toMatchObject([{ serial: 12 }, { serial: 50 }, { serial: 51 }]);
    expect(taken.map(({ blockId }) => blockId)).toEqual(['a', 'b', 'b']);
  });

  it('are refused when the blocks are used up, and the rest is counted rightly until then', () => {
    const numbers = new Numbers({ blocksOf: () => [block('a', [11, 12])] });
    expect(numbers.left('card', 2026)).toBe(2);
    numbers.take('card', 2026);
    numbers.take('card', 2026);
    expect(numbers.left('card', 2026)).toBe(0);
    expect(() => numbers.take('card', 2026)).toThrow(Refusal);
  });

  it('are never given from a block of a device that was restored, and a refusal says why there are none', () => {
    const frozen = { ...block('a', [11, 20]), frozen: true } as const;
    const numbers = new Numbers({ blocksOf: () => [frozen] });
    expect(numbers.left('card', 2026)).toBe(0);
    expect(() => numbers.take('card', 2026)).toThrow('numbers-frozen');
    const granted = new Numbers({ blocksOf: () => [frozen, block('b', [50, 51])] });
    expect(granted.take('card', 2026).blockId).toBe('b');
  });

  it('are not given twice where the entry that wanted one failed', () => {
    const numbers = new Numbers({ blocksOf: () => [block('a', [11, 20])] });
    expect(numbers.take('card', 2026).number).not.toBe(numbers.take('card', 2026).number);
  });
});
