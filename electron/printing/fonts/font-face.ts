import * as hb from 'harfbuzzjs';
import type { FontWeight } from '../../../shared/paper/font-list.ts';
import { PrintingError } from '../printing-error.ts';
import { createSubsetter, type Subsetter } from './subsetter.ts';

/** A glyph where harfbuzz put it; distances in font units, `cluster` an index into the text's UTF-16 units. */
export interface ShapedGlyph {
  glyph: number;
  cluster: number;
  advance: number;
  dx: number;
  dy: number;
}

/** One font file, loaded once for the program's life: what it can draw, how text is shaped with it, and cutting it down. */
export interface FontFace {
  /** The file's name without its ending: also the name inside the PDF. */
  readonly name: string;
  readonly family: string;
  readonly weight: FontWeight;
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  /** Whether it has a glyph with ink for this character together with its marks and variation selectors. */
  draws(cluster: string): boolean;
  shape(text: string): ShapedGlyph[];
  /** A glyph's own width in font units. */
  widthOf(glyph: number): number;
  subset: Subsetter['subset'];
}

export interface FaceLabels {
  name: string;
  family: string;
  weight: FontWeight;
}

const variationSelector = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
/** Characters that are right without ink: spaces, joiners, Mongolian and other selectors. */
const inkless = /^[\p{Z}\p{Default_Ignorable_Code_Point}]+$/u;

/** Loads a TrueType file. Text is shaped left to right; vertical Mongolian is turned when it is drawn. */
export function loadFontFace(bytes: Uint8Array, { name, family, weight }: FaceLabels): FontFace {
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  if (face.upem === 0 || font.nominalGlyph(0x20) === undefined) throw new PrintingError('font-damaged', `${name} is not a font`);
  const extents = font.hExtents();
  const buffer = new hb.Buffer();
  const known = new Map<string, boolean>();
  const widths = new Map<number, number>();
  // Both keep a copy of their own in wasm memory; the file's bytes are not held any longer.
  const { subset } = createSubsetter(bytes);

  const shape = (text: string): ShapedGlyph[] => {
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(hb.Direction.LTR);
    buffer.setLanguage('zh-Hans');
    hb.shape(font, buffer, latinQuotes(text));
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map((info, at) => {
      const { xAdvance: advance = 0, xOffset: dx = 0, yOffset: dy = 0 } = positions[at] ?? {};
      return { glyph: info.codepoint, cluster: info.cluster, advance, dx, dy };
    });
  };

  const look = (cluster: string): boolean => {
    const [base = '', second] = cluster;
    const codePoint = base.codePointAt(0) ?? 0;
    if (second === undefined) {
      const glyph = font.nominalGlyph(codePoint);
      return glyph !== undefined && glyph !== 0 && (inkless.test(cluster) || hasInk(font, glyph));
    }
    const selector = variationSelector.exec(cluster)?.[0];
    // A form that a font does not have would silently be drawn as the plain character: another name than the one written.
    if (selector && font.variationGlyph(codePoint, selector.codePointAt(0) ?? 0) === undefined) return false;
    const glyphs = shape(cluster).map(({ glyph }) => glyph);
    return !glyphs.includes(0) && (inkless.test(cluster) || glyphs.some((glyph) => hasInk(font, glyph)));
  };

  return {
    name,
    family,
    weight,
    unitsPerEm: face.upem,
    ascender: extents.ascender,
    descender: extents.descender,
    draws: (cluster) => remembered(known, cluster, look),
    shape,
    widthOf: (glyph) => remembered(widths, glyph, (id) => font.glyphHAdvance(id)),
    subset,
  };
}

/** A Chinese font's quotation marks are as wide as ideographs; between Latin letters (O’Connor) its narrow ones are right. */
function latinQuotes(text: string): hb.Feature[] {
  const inWord = /(?<=\p{Script=Latin})[‘’](?=\p{Script=Latin})/gu;
  return [...text.matchAll(inWord)].map(({ index }) => new hb.Feature('pwid', 1, index, index + 1));
}

function hasInk(font: hb.Font, glyph: number): boolean {
  const extents = font.glyphExtents(glyph);
  return extents !== undefined && extents.width !== 0 && extents.height !== 0;
}

function remembered<K, V>(store: Map<K, V>, key: K, make: (key: K) => V): V {
  const found = store.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  store.set(key, made);
  return made;
}
