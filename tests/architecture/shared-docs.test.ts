import { expect, test } from 'vitest';
import { findUndocumented } from './shared-docs.ts';
import { isTest, programFiles, readText } from './source-files.ts';

test('every exported function of shared has a docstring', () => {
  const files = programFiles().filter((path) => path.startsWith('shared/') && !isTest(path));
  expect(files.flatMap((path) => findUndocumented(path, readText(path)).map((name) => `${path}: ${name}`))).toEqual([]);
  expect(files.length).toBeGreaterThan(30);
});

test('one without would be found, however it is written', () => {
  const text = `
    /** Says what it does. */
    export function told(): void {}
    // Only a comment.
    export function untold(): void {}
    export const arrow = () => 1;
    /** @deprecated */
    export function tagged(): void {}
    /** Of overloads the first speaks. */
    export function over(a: string): void;
    export function over(a: number): void;
    export function over(a: unknown): void {}
    function inside(): void {}
    export const value = 1;
  `;
  expect(findUndocumented('new.ts', text)).toEqual(['untold', 'arrow', 'tagged']);
});
