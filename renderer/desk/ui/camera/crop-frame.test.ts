import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameHeight, isTooSmall, moveFrame, wholeFrame, zoomFrame } from './crop-frame.ts';

const picture = fc.record({ width: fc.integer({ min: 1, max: 8000 }), height: fc.integer({ min: 1, max: 8000 }) });
const step = fc.oneof(
  fc.record({ x: fc.integer({ min: -9000, max: 9000 }), y: fc.integer({ min: -9000, max: 9000 }) }),
  fc.double({ min: 0.2, max: 5, noNaN: true }),
);

test('wherever the frame is moved and zoomed, it keeps its shape and stays inside the picture', () => {
  fc.assert(
    fc.property(picture, fc.array(step, { maxLength: 30 }), (size, steps) => {
      let frame = wholeFrame(size);
      for (const one of steps) frame = typeof one === 'number' ? zoomFrame(frame, one, size) : moveFrame(frame, one, size);
      expect(frame.width).toBeGreaterThan(0);
      expect(frame.x).toBeGreaterThanOrEqual(-1e-6);
      expect(frame.y).toBeGreaterThanOrEqual(-1e-6);
      expect(frame.x + frame.width).toBeLessThanOrEqual(size.width + 1e-6);
      expect(frame.y + frameHeight(frame)).toBeLessThanOrEqual(size.height + 1e-6);
    }),
  );
});

test('a frame with fewer pixels than the photo is told', () => {
  expect(isTooSmall(wholeFrame({ width: 358, height: 441 }))).toBe(false);
  expect(isTooSmall(wholeFrame({ width: 357, height: 441 }))).toBe(true);
  expect(isTooSmall(wholeFrame({ width: 4000, height: 300 }))).toBe(true);
});
