import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as hb from 'harfbuzzjs';
import { PDFDocument, rgb } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { splitClusters } from '../../electron/printing/fonts/clusters.ts';
import type { FontFace } from '../../electron/printing/fonts/font-face.ts';
import { listUndrawable } from '../../electron/printing/fonts/font-runs.ts';
import type { FontChain } from '../../electron/printing/fonts/font-store.ts';
import { PaperFile } from '../../electron/printing/pdf/paper-file.ts';
import { shapeLine } from '../../electron/printing/text/shape-line.ts';
import { differingBox, extractText, fixturesDir, fonts, inkOn, type Raster, rasterise, resourcesDir } from './paper-kit.ts';

const names = readFileSync(join(fixturesDir, 'rare-names.txt'), 'utf8').trim().split('\n');
const characters = [...new Set(names.flatMap((name) => splitClusters(name).map(({ text }) => text)))].filter((c) => c !== ' ');
const styles = [
  ['serif', 400],
  ['serif', 700],
  ['sans', 400],
  ['sans', 700],
] as const;

/** One small page for each text, drawn as papers are. */
async function draw(chain: FontChain, texts: readonly string[]): Promise<Uint8Array> {
  const file = new PaperFile({ title: 'names', identity: 'names' });
  for (const text of texts) {
    const canvas = file.addPage(90, 12);
    canvas.text(shapeLine(chain, text), { xMm: 3, yMm: 8, size: 18, tracking: 0, ink: [0, 0, 0] });
  }
  return file.write();
}

/** The same fonts, put into the PDF whole and as they are. */
function whole(chain: FontChain): FontChain {
  const faces = chain.faces.map((get) => () => wholeFace(get()));
  return { faces, weight: chain.weight, ...(chain.regular && { regular: whole(chain.regular) }) };
}

const wholeFaces = new Map<string, FontFace>();
function wholeFace(face: FontFace): FontFace {
  const bytes = readFileSync(join(resourcesDir, 'fonts', `${face.name}.ttf`));
  const made = wholeFaces.get(face.name) ?? { ...face, subset: () => ({ bytes, keepsIds: true }) };
  wholeFaces.set(face.name, made);
  return made;
}

/** Every character as the outline that its font gives for its code point: neither shaping, nor subsetting, nor embedding is in between. */
async function drawOutlines(chain: FontChain, texts: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const text of texts) {
    const face = shapeLine(chain, text).runs[0]?.face;
    if (!face) throw new Error('a text without a font');
    const font = new hb.Font(new hb.Face(new hb.Blob(readFileSync(join(resourcesDir, 'fonts', `${face.name}.ttf`)))));
    const glyph = font.nominalGlyph(text.codePointAt(0) ?? 0);
    const height = (12 / 25.4) * 72;
    const page = document.addPage([(90 / 25.4) * 72, height]);
    const place = { x: (3 / 25.4) * 72, y: height - (8 / 25.4) * 72, scale: 18 / face.unitsPerEm, color: rgb(0, 0, 0) };
    // The library turns a path upside down, as SVG has it; harfbuzz's outlines stand upright already.
    page.drawSvgPath(
      font.glyphToPath(glyph ?? 0).replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x, y) => `${x},${-Number(y)}`),
      place,
    );
  }
  return document.save();
}

describe.each(styles)('in %s %i', (family, weight) => {
  const chain = fonts.chain(family, weight);

  test('every rare name can be drawn', () => {
    expect(names.flatMap((name) => listUndrawable(chain, name))).toEqual([]);
    expect(
      names.flatMap((name) => shapeLine(chain, name).runs.flatMap((run) => run.glyphs.map(({ glyph }) => glyph))),
    ).not.toContain(0);
  });

  test('every rare name on paper is, dot for dot, what the whole font draws', async () => {
    const [ours, theirs] = [rasterise(await draw(chain, names)), rasterise(await draw(whole(chain), names))];
    expect(ours).toHaveLength(names.length);
    const differing = names.filter((_, at) => differingBox(ours[at] as Raster, theirs[at] as Raster) !== undefined);
    expect(differing).toEqual([]);
  }, 120_000);

  test('every rare name is copied from the paper as it was written', async () => {
    const lines = extractText(await draw(chain, names))
      .split(/[\n\f]+/)
      .filter((line) => line !== '');
    expect(lines).toEqual(names);
  });
});

test('no character of a rare name is blank, a box, or another character', async () => {
  const chain = fonts.chain('serif', 400);
  const drawn = rasterise(await draw(chain, characters));
  const outlines = rasterise(await drawOutlines(chain, characters));
  const wrong = characters.filter((_, at) => {
    const [ours, theirs] = [drawn[at] as Raster, outlines[at] as Raster];
    const difference = ours.pixels.reduce((sum, value, pixel) => sum + Math.abs(value - (theirs.pixels[pixel] ?? 0)), 0);
    const ink = inkOn(theirs) * 255 * theirs.pixels.length;
    // Text and paths are smoothed a little differently at the edges; another character shares less than half of its ink.
    return ink === 0 || difference / ink > 0.4;
  });
  expect(wrong).toEqual([]);
}, 120_000);
