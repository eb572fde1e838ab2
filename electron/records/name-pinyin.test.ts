import { expect, test } from 'vitest';
import { nameReadings } from './name-pinyin.ts';

const readings = (name: string) => nameReadings(name).map((syllables) => syllables.join(' '));

test('a surname is read as a surname, and as the word it is', () => {
  expect(readings('单雄信')).toEqual(['shan xiong xin', 'dan xiong xin']);
  expect(readings('尉迟恭')[0]).toBe('yu chi gong');
  expect(readings('曾国藩')[0]).toBe('zeng guo fan');
});

test('a name with one reading has one', () => {
  expect(readings('张伟')).toEqual(['zhang wei']);
  expect(readings('吕布')).toEqual(['lv bu']);
});

test('middle dots and Latin letters are left out, and a name without Chinese has no reading', () => {
  expect(readings('阿依古丽·买买提')[0]).toBe('a yi gu li mai mai ti');
  expect(readings('John Smith')).toEqual([]);
  expect(readings('')).toEqual([]);
});

test('a character without a known reading is left out, not guessed at', () => {
  for (const reading of readings('王\u{2F00A}\u{E000}')) expect(reading.startsWith('wang')).toBe(true);
});
