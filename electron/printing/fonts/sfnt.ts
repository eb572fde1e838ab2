import { PrintingError } from '../printing-error.ts';

/** What a PDF's reader needs of an embedded TrueType font whose glyphs are addressed by id (ISO 32000-1, 9.9), hinting left out. */
const outlineTables = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];

interface Table {
  tag: string;
  record: Uint8Array;
  bytes: Uint8Array;
}

/**
 * The font without everything but its outlines and widths: with its character map, the subsetter would go through every character that
 * the font has, for each paper. Throws PrintingError for a font that has no TrueType outlines.
 */
export function keepOutlines(font: Uint8Array): Uint8Array {
  const kept = listTables(font).filter(({ tag }) => outlineTables.includes(tag));
  if (kept.length !== outlineTables.length) throw new PrintingError('font-damaged', 'a font without TrueType outlines');
  const starts = kept.map((_, at) => kept.slice(0, at).reduce((sum, { bytes }) => sum + padded(bytes), 12 + 16 * kept.length));
  const made = new Uint8Array(kept.reduce((sum, { bytes }) => sum + padded(bytes), 12 + 16 * kept.length));
  const view = new DataView(made.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, kept.length);
  kept.forEach(({ record, bytes }, at) => {
    const start = starts[at] ?? 0;
    made.set(record, 12 + 16 * at);
    view.setUint32(12 + 16 * at + 8, start);
    made.set(bytes, start);
  });
  return made;
}

/** `numGlyphs` of the `maxp` table (OpenType 1.9). */
export function countGlyphs(font: Uint8Array): number {
  const maxp = listTables(font).find(({ tag }) => tag === 'maxp');
  if (!maxp) throw new PrintingError('font-damaged', 'a font without a maxp table');
  return viewOf(maxp.bytes).getUint16(4);
}

function listTables(font: Uint8Array): Table[] {
  const view = viewOf(font);
  const count = font.byteLength < 12 ? 0 : view.getUint16(4);
  if (font.byteLength < 12 + 16 * count) throw new PrintingError('font-damaged', 'a font that is cut off');
  return Array.from({ length: count }, (_, at) => {
    const record = font.subarray(12 + 16 * at, 28 + 16 * at);
    const start = view.getUint32(12 + 16 * at + 8);
    const bytes = font.subarray(start, start + view.getUint32(12 + 16 * at + 12));
    return { tag: String.fromCharCode(...record.subarray(0, 4)), record, bytes };
  });
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Tables begin on multiples of four. */
const padded = (bytes: Uint8Array) => Math.ceil(bytes.byteLength / 4) * 4;
