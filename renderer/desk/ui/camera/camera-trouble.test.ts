import { expect, test } from 'vitest';
import { cameraTrouble } from './camera-trouble.ts';

const named = (name: string) => Object.assign(new Error('words of the browser'), { name });

test('a camera that is missing, forbidden or taken is told apart by what the browser throws', () => {
  expect(cameraTrouble(named('NotFoundError'))).toBe('no-camera');
  expect(cameraTrouble(named('OverconstrainedError'))).toBe('no-camera');
  expect(cameraTrouble(named('NotAllowedError'))).toBe('refused');
  expect(cameraTrouble(named('NotReadableError'))).toBe('in-use');
  expect(cameraTrouble(undefined)).toBe('in-use');
});
