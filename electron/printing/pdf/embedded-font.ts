import { createHash } from 'node:crypto';
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';
import type { FontFace, ShapedGlyph } from '../fonts/font-face.ts';
import { compressedStream } from './compressed-stream.ts';
import { writeToUnicode } from './to-unicode.ts';

/**
 * One font inside one PDF: Type0 with Identity-H (ISO 32000-1, 9.7). Glyphs get their codes in the order of use; only those used are in
 * the file. pdf-lib's own font embedding is not used: with subsets it loses glyphs without a word (Hopding/pdf-lib #1232).
 */
export class EmbeddedFont {
  /** The name by which the page's content calls it. */
  readonly key: string;
  readonly face: FontFace;
  readonly ref: PDFRef;
  readonly #context: PDFContext;
  /** Glyph id → code; code 0 is .notdef, which is never used. */
  readonly #codes = new Map<number, number>();
  /** Code → the text that it stands for. */
  readonly #texts = new Map<number, string>();

  constructor(context: PDFContext, face: FontFace, key: string) {
    this.#context = context;
    this.face = face;
    this.key = key;
    this.ref = context.nextRef();
  }

  /** The codes of a shaped text, one for each glyph. */
  codesOf(text: string, glyphs: readonly ShapedGlyph[]): number[] {
    const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
    let before = -1;
    return glyphs.map(({ glyph, cluster }) => {
      const code = this.#codes.get(glyph) ?? this.#codes.size + 1;
      this.#codes.set(glyph, code);
      // The first glyph of a cluster stands for all of its text, the others for nothing.
      const stands = cluster === before ? '' : text.slice(cluster, starts[starts.indexOf(cluster) + 1] ?? text.length);
      if (stands !== '' && !this.#texts.has(code)) this.#texts.set(code, stands);
      before = cluster;
      return code;
    });
  }

  /** Writes the font's objects, once every text is placed. */
  finish(): void {
    const { face } = this;
    const context = this.#context;
    const scale = 1000 / face.unitsPerEm;
    const glyphs = [...this.#codes.keys()];
    const { bytes, keepsIds } = face.subset(glyphs);
    const baseFont = `${subsetTag(bytes)}+${face.name}`;
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: baseFont,
        Flags: 4,
        FontBBox: [-1000, Math.round(face.descender * scale), 3000, Math.round(face.ascender * scale)],
        ItalicAngle: 0,
        Ascent: Math.round(face.ascender * scale),
        Descent: Math.round(face.descender * scale),
        CapHeight: 700,
        StemV: 80,
        FontFile2: context.register(compressedStream(context, bytes, { Length1: bytes.length })),
      }),
    );
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: baseFont,
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        FontDescriptor: descriptor,
        W: [1, glyphs.map((glyph) => Math.round(face.widthOf(glyph) * scale * 1000) / 1000)],
        DW: 1000,
        CIDToGIDMap: context.register(compressedStream(context, codeToGlyph(glyphs, keepsIds))),
      }),
    );
    const toUnicode = context.register(compressedStream(context, Buffer.from(writeToUnicode(this.#texts), 'latin1')));
    context.assign(
      this.ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: baseFont,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: toUnicode,
      }),
    );
  }
}

/** Two bytes for each code: where the subset has its glyph. Cut down, a font has its glyphs in ascending order of their old ids. */
function codeToGlyph(glyphs: readonly number[], keepsIds: boolean): Uint8Array {
  const places = new Map([0, ...glyphs].sort((a, b) => a - b).map((glyph, at) => [glyph, keepsIds ? glyph : at]));
  const map = new Uint8Array(2 * (glyphs.length + 1));
  const view = new DataView(map.buffer);
  for (const [at, glyph] of glyphs.entries()) view.setUint16(2 * (at + 1), places.get(glyph) ?? 0);
  return map;
}

/** Six letters that differ from subset to subset (ISO 32000-1, 9.6.4), and are the same for the same one. */
function subsetTag(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}
