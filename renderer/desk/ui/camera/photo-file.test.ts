import { expect, test } from 'vitest';
import { isPicture } from './photo-file.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test('a picture is known by its first bytes, and neither a program nor a drawing in text is one', () => {
  expect(isPicture(bytes('\xff\xd8\xff\xe0\x00\x10JFIF'))).toBe(true);
  expect(isPicture(bytes('\x89PNG\r\n\x1a\n\x00\x00\x00\x0d'))).toBe(true);
  expect(isPicture(bytes('RIFF\x24\x00\x00\x00WEBPVP8 '))).toBe(true);
  expect(isPicture(bytes('MZ\x90\x00'))).toBe(false);
  expect(isPicture(bytes('<svg xmlns="http://'))).toBe(false);
  expect(isPicture(bytes('RIFF\x24\x00\x00\x00WAVEfmt '))).toBe(false);
  expect(isPicture(bytes(''))).toBe(false);
});
