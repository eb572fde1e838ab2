import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { makeQr, placeQr } from './qr-code.ts';

/** Modules on a side, quiet zone of four on each side apart: 17 + 4 × version. */
const versionOf = (text: string) => (makeQr(text).length - 8 - 17) / 4;
const square = { x: 100.3, y: 50.7, side: 354.33, maxDots: 6 };

describe("a card's symbol", () => {
  test('311 characters are version 10-M, 600 are 15-M', () => {
    expect(versionOf('A'.repeat(311))).toBe(10);
    expect(versionOf('A'.repeat(312))).toBe(11);
    expect(versionOf('A'.repeat(600))).toBe(15);
  });

  test('beyond 15-M it is refused', () => {
    expect(() => makeQr('A'.repeat(601))).toThrow(Refusal);
  });

  test('a text that is not in the alphanumeric mode is a mistake', () => {
    expect(() => makeQr('abc')).toThrow();
    expect(() => makeQr('')).toThrow();
  });

  test('has four light modules on every side', () => {
    const matrix = makeQr('A'.repeat(311));
    const light = (row: readonly boolean[] | undefined) => row?.every((dark) => !dark);
    for (const at of [0, 1, 2, 3]) {
      expect(light(matrix.at(at))).toBe(true);
      expect(light(matrix.at(-1 - at))).toBe(true);
      expect(light(matrix.map((row) => row.at(at) ?? true))).toBe(true);
      expect(light(matrix.map((row) => row.at(-1 - at) ?? true))).toBe(true);
    }
    expect(matrix[4]?.[4]).toBe(true);
  });
});

describe('on the printer’s dots', () => {
  test('every module is five whole dots at 30 mm, four in the largest version', () => {
    for (const [length, dots] of [
      [311, 5],
      [600, 4],
    ] as const) {
      const rects = placeQr(makeQr('A'.repeat(length)), square);
      for (const { x, y, width, height } of rects) {
        for (const value of [x, y, width, height]) expect(Number.isInteger(value)).toBe(true);
        expect(height).toBe(dots);
        expect(width % dots).toBe(0);
      }
    }
  });

  test('lies inside its square, the quiet zone too', () => {
    const rects = placeQr(makeQr('A'.repeat(311)), square);
    const quiet = 4 * 5;
    expect(Math.min(...rects.map(({ x }) => x)) - quiet).toBeGreaterThanOrEqual(Math.floor(square.x));
    expect(Math.max(...rects.map(({ x, width }) => x + width)) + quiet).toBeLessThanOrEqual(Math.ceil(square.x + square.side));
  });

  test('a square that is too small is a mistake of the layout', () => {
    expect(() => placeQr(makeQr('A'.repeat(311)), { ...square, side: 190 })).toThrow();
  });
});
