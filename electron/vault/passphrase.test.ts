import { expect, test } from 'vitest';
import { newPassphrase, syllables } from './passphrase.ts';

test('a word of the passphrase has 16 random bits: 256 syllables, of which no two pairs read the same', () => {
  expect(syllables).toHaveLength(256);
  expect(new Set(syllables.flatMap((first) => syllables.map((second) => first + second))).size).toBe(65_536);
});

test('a passphrase is six words in small letters, another one each time', () => {
  const made = Array.from({ length: 50 }, newPassphrase);
  for (const passphrase of made) expect(passphrase).toMatch(/^([a-z]{4,12} ){5}[a-z]{4,12}$/);
  expect(new Set(made).size).toBe(50);
});
