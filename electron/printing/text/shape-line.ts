import type { FontFace, ShapedGlyph } from '../fonts/font-face.ts';
import { splitFontRuns } from '../fonts/font-runs.ts';
import type { FontChain } from '../fonts/font-store.ts';

export interface ShapedRun {
  face: FontFace;
  text: string;
  glyphs: readonly ShapedGlyph[];
}

/** One line of text as glyphs of one or more fonts, side by side. */
export interface ShapedLine {
  text: string;
  runs: readonly ShapedRun[];
  /** Width at a size of 1 point, in points, without letter spacing. */
  widthEm: number;
  /** How many glyphs letter spacing goes between. */
  glyphCount: number;
}

/** Shapes a text that every character of can be drawn (`listUndrawable` is empty). */
export function shapeLine(chain: FontChain, text: string): ShapedLine {
  const runs = splitFontRuns(chain, text).map(({ face, text: part }) => ({ face, text: part, glyphs: face.shape(part) }));
  return {
    text,
    runs,
    widthEm: runs.reduce((sum, { face, glyphs }) => sum + advanceOf(glyphs) / face.unitsPerEm, 0),
    glyphCount: runs.reduce((sum, { glyphs }) => sum + glyphs.length, 0),
  };
}

/** A line's width in points at that size, with letter spacing (in em) between its glyphs but not after the last. */
export function lineWidth({ widthEm, glyphCount }: ShapedLine, size: number, tracking: number): number {
  return (widthEm + Math.max(0, glyphCount - 1) * tracking) * size;
}

function advanceOf(glyphs: readonly ShapedGlyph[]): number {
  return glyphs.reduce((sum, { advance }) => sum + advance, 0);
}
