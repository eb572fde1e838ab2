import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PrintingError } from '../printing-error.ts';
import { countGlyphs, keepOutlines } from './sfnt.ts';
import { createSubsetter } from './subsetter.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', 'resources', 'fonts', file));
const mongolian = read('NotoSansMongolian-400.ttf');

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return error instanceof PrintingError ? error.code : 'another error';
  }
  return undefined;
}

describe('a subset', () => {
  test('holds the asked glyphs and .notdef, and is small', () => {
    const { bytes, keepsIds } = createSubsetter(mongolian).subset([40, 7, 300]);
    expect({ glyphs: countGlyphs(bytes), keepsIds }).toEqual({ glyphs: 4, keepsIds: false });
    expect(bytes.length).toBeLessThan(4_000);
  });

  test('is the same, byte for byte, in whatever order glyphs are asked for, and again and again', () => {
    const subsetter = createSubsetter(mongolian);
    const first = subsetter.subset([40, 7, 300]).bytes;
    subsetter.subset([1, 2, 3]);
    expect(Buffer.from(subsetter.subset([300, 40, 7, 7]).bytes).equals(Buffer.from(first))).toBe(true);
  });

  test('keeps every id where a glyph is made of others, which come along', () => {
    const composed = listComposed(mongolian);
    expect(composed.length).toBeGreaterThan(0);
    const { bytes, keepsIds } = createSubsetter(mongolian).subset(composed.slice(0, 1));
    expect(keepsIds).toBe(true);
    expect(countGlyphs(bytes)).toBeGreaterThan(composed[0] ?? 0);
  });

  test('hundreds of papers leave no memory behind', () => {
    const subsetter = createSubsetter(mongolian);
    const glyphs = Array.from({ length: 400 }, (_, at) => 100 + at);
    // Together more than the subsetter's 64 MB, had each stayed there.
    let bytes = 0;
    while (bytes < 100e6) bytes += subsetter.subset(glyphs).bytes.length;
    expect(bytes).toBeGreaterThan(100e6);
  });
});

describe('a file that is no font we can embed', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['words', new TextEncoder().encode('this is not a font at all')],
    ['half a font', mongolian.subarray(0, 100)],
  ])('%s is told from one', (_, bytes) => {
    expect(codeOf(() => createSubsetter(bytes))).toBe('font-damaged');
  });

  test('outlines of another kind are refused, not drawn as blanks', () => {
    const renamed = Buffer.from(mongolian);
    renamed.write('CFF ', renamed.indexOf('glyf', 12, 'latin1'), 'latin1');
    expect(codeOf(() => keepOutlines(renamed))).toBe('font-damaged');
  });
});

/** Glyphs whose outline is made of other glyphs': a negative number of contours (OpenType 1.9, glyf). */
function listComposed(font: Uint8Array): number[] {
  const outlines = keepOutlines(font);
  const view = new DataView(outlines.buffer);
  const table = (name: string) => {
    for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
      if (String.fromCharCode(...outlines.subarray(at, at + 4)) === name) return view.getUint32(at + 8);
    }
    throw new Error(`no ${name}`);
  };
  const long = view.getUint16(table('head') + 50) === 1;
  const start = (glyph: number) =>
    table('glyf') + (long ? view.getUint32(table('loca') + 4 * glyph) : 2 * view.getUint16(table('loca') + 2 * glyph));
  const glyphs = Array.from({ length: countGlyphs(outlines) }, (_, glyph) => glyph);
  return glyphs.filter((glyph) => start(glyph + 1) > start(glyph) && view.getInt16(start(glyph)) < 0);
}
