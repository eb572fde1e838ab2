import { expect, test } from 'vitest';
import { drawRatio, fitScale, widthScale } from './preview-scale.ts';

const a4 = { widthMm: 210, heightMm: 297 };
const card = { widthMm: 85.6, heightMm: 53.98 };

test('a page is fitted whole: neither side is larger than the room', () => {
  const scale = fitScale(a4, { widthPx: 800, heightPx: 600 });
  expect(a4.heightMm * scale).toBeCloseTo(600);
  expect(a4.widthMm * scale).toBeLessThanOrEqual(800);
});

test('a card is shown at most at twice its size', () => {
  const scale = fitScale(card, { widthPx: 2_000, heightPx: 2_000 });
  expect(card.widthMm * scale).toBeCloseTo((85.6 / 25.4) * 96 * 2);
});

test('filling the width lets the height run on', () => {
  const scale = widthScale(a4, { widthPx: 700 });
  expect(a4.widthMm * scale).toBeCloseTo(700);
  expect(a4.heightMm * scale).toBeGreaterThan(700);
});

test('it is drawn at the pixels of the screen, unless the canvas would be unreasonable', () => {
  expect(drawRatio(a4, 2, 1.5)).toBe(1.5);
  expect(297 * 7 * drawRatio(a4, 7, 4)).toBeCloseTo(6_000);
});
