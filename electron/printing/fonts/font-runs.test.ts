import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitClusters } from './clusters.ts';
import { listUndrawable, splitFontRuns } from './font-runs.ts';
import { type FontChain, openFontStore } from './font-store.ts';

const fonts = openFontStore(join(import.meta.dirname, '..', '..', '..', 'resources'));
const serif = fonts.chain('serif', 400);
const runs = (text: string, weight: 400 | 700 = 400) =>
  splitFontRuns(fonts.chain('serif', weight), text).map(({ face, text: part }) => `${face.name}: ${part}`);

describe('which font draws what', () => {
  test('a character that the first font lacks comes from the next, the rest stays', () => {
    expect(runs('黄𡶶')).toEqual(['NotoSerifSC-400: 黄', 'HanaMinB: 𡶶']);
  });

  test('a bold name with a character that has no bold form is regular as a whole', () => {
    expect(runs('黄𡶶', 700)).toEqual(['NotoSerifSC-400: 黄', 'HanaMinB: 𡶶']);
    expect(runs('黄某', 700)).toEqual(['NotoSerifSC-700: 黄某']);
  });

  test('spaces between Mongolian words stay with them, since they change how letters look', () => {
    expect(runs('ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ')).toEqual(['NotoSansMongolian-400: ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ']);
  });

  test('a letter and its accent, written as two characters, are drawn by one font', () => {
    expect(runs('Sea\u0301n')).toEqual(['NotoSerifSC-400: Sea\u0301n']);
    expect(listUndrawable(serif, 'Sea\u0301n')).toEqual([]);
  });

  test('the separator of names is there in every family and weight', () => {
    for (const family of ['serif', 'sans'])
      for (const weight of [400, 700] as const) expect(listUndrawable(fonts.chain(family, weight), '·')).toEqual([]);
  });
});

describe('what is not drawn', () => {
  test('each lost character is named once, with its selector', () => {
    expect(listUndrawable(serif, '\u{30000}王\u{30000}\u845B\u{E0100}')).toEqual(['\u{30000}', '\u845B\u{E0100}']);
  });

  test('a private code is never drawn, whatever a font has there', () => {
    const face = serif.faces[0]?.();
    if (!face) throw new Error('no font');
    const drawsAll: FontChain = { faces: [() => ({ ...face, draws: () => true })], weight: 400 };
    expect(listUndrawable(drawsAll, '王\uE000\uF8FF\u{F0000}')).toEqual(['\uE000', '\uF8FF', '\u{F0000}']);
  });

  test('a text that was not checked first is a mistake, not a box on paper', () => {
    expect(() => splitFontRuns(serif, '\u{30000}')).toThrow();
  });
});

test('marks, selectors and joiners belong to the character before them', () => {
  const parts = (text: string) => splitClusters(text).map((cluster) => cluster.text);
  expect(parts('\u845B\u{E0100}王')).toEqual(['\u845B\u{E0100}', '王']);
  expect(parts('e\u0301a')).toEqual(['e\u0301', 'a']);
  expect(parts('ᠠ\u180Bᠡ')).toEqual(['ᠠ\u180B', 'ᠡ']);
  expect(parts('\u0301a').join('')).toBe('\u0301a');
});

test('a quotation mark inside a foreign name is narrow, in Chinese text wide', () => {
  const face = serif.faces[0]?.();
  const widths = (text: string) => face?.shape(text).map(({ advance }) => advance) ?? [];
  expect(widths('O’C')[1]).toBeLessThan(500);
  expect(widths('人’')[1]).toBe(1000);
});
