import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openLayoutStore } from '../../electron/printing/layout/layout-store.ts';
import { createRenderer } from '../../electron/printing/render-paper.ts';
import { paperKind } from '../../shared/domain/paper/printed-paper.ts';
import type { LayoutElement } from '../../shared/paper/layout.ts';
import { listPaperDefinitions } from '../../shared/paper/registry.ts';
import { differingBox, extractText, qpdfCheck, rasterise, rasteriseOne, readQrCodes, resourcesDir } from './paper-kit.ts';

const renderer = createRenderer({ resourcesDir });
const layouts = openLayoutStore(resourcesDir);
const examples = listPaperDefinitions().flatMap((definition) =>
  [definition.examples.usual, ...definition.examples.worst].map((values, number) => ({
    of: `${definition.kind} ${number}`,
    definition,
    layout: layouts.get(definition.layout),
    values,
  })),
);

/** Every text that the values put on a paper, the QR's apart. */
function textsOf(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (key === 'qr' || key === 'photo' || typeof value === 'boolean') return [];
    if (Array.isArray(value)) return value.flatMap((row) => textsOf(row));
    return [String(value)];
  });
}

/** Without the places where a line was broken. */
const closedUp = (text: string) => text.replace(/\s+/g, '');

function fieldsOf(element: LayoutElement): string[] {
  if (element.kind === 'mark') return element.mark === 'reprint' ? [] : [element.mark];
  const conditions = 'when' in element ? [element.when, element.unless].filter((key) => key !== undefined) : [];
  return [...('field' in element ? [element.field] : []), ...conditions];
}

test('every kind of paper has its definition', () => {
  expect(listPaperDefinitions().map(({ kind }) => kind)).toEqual(paperKind.options);
});

test.each(listPaperDefinitions())('$kind: what the layout shows and what the records give are the same fields', (definition) => {
  const layout = layouts.get(definition.layout);
  expect(layout.paper).toBe(definition.kind);
  if (!(definition.valuesSchema instanceof z.ZodObject)) throw new Error('values without named fields');
  const shown = new Set(layout.elements.flatMap(fieldsOf));
  expect([...shown].sort()).toEqual(Object.keys(definition.valuesSchema.shape).sort());
});

describe.each(examples)('$of', ({ definition, layout, values }) => {
  test('fits its schema, and is a sound PDF of one page in the right size', async () => {
    expect(definition.valuesSchema.parse(values)).toEqual(values);
    const { pdf, pages, widthMm, heightMm } = await renderer.render({ layout: definition.layout, values });
    expect(qpdfCheck(pdf)).toContain('No syntax or stream encoding errors found');
    expect({ pages, widthMm, heightMm }).toEqual({ pages: 1, widthMm: layout.page.width, heightMm: layout.page.height });
    const { width, height } = rasteriseOne(pdf);
    expect([width, height]).toEqual([widthMm, heightMm].map((mm) => Math.ceil((mm / 25.4) * 300 - 0.01)));
  });

  test('bears every value, whole', async () => {
    const { pdf } = await renderer.render({ layout: definition.layout, values });
    const printed = closedUp(extractText(pdf));
    expect(textsOf(values).filter((text) => !printed.includes(closedUp(text)))).toEqual([]);
  });

  test('bears its QR and no other symbol, readable when smoothed and in black and white', async () => {
    const { pdf } = await renderer.render({ layout: definition.layout, values });
    const expected = typeof values['qr'] === 'string' ? [values['qr']] : [];
    expect(readQrCodes(rasteriseOne(pdf))).toEqual(expected);
    expect(readQrCodes(rasteriseOne(pdf), 128)).toEqual(expected);
    expect(readQrCodes(rasteriseOne(pdf, { mono: true }))).toEqual(expected);
  });

  test('a reprint is the same paper, dot for dot, but for the mark 补打', async () => {
    const first = await renderer.render({ layout: definition.layout, values });
    const again = await renderer.render({ layout: definition.layout, values, marks: { reprint: true } });
    const box = differingBox(rasteriseOne(first.pdf), rasteriseOne(again.pdf));
    const mark = layout.elements.find((element) => element.kind === 'mark' && element.mark === 'reprint');
    if (mark?.kind !== 'mark' || !box) throw new Error('no mark');
    const dots = (mm: number) => (mm / 25.4) * 300;
    const edge = mark.stroke / 2;
    expect(box.left).toBeGreaterThanOrEqual(Math.floor(dots(mark.x - edge)));
    expect(box.top).toBeGreaterThanOrEqual(Math.floor(dots(mark.y - edge)));
    expect(box.right).toBeLessThanOrEqual(Math.ceil(dots(mark.x + mark.width + edge)));
    expect(box.bottom).toBeLessThanOrEqual(Math.ceil(dots(mark.y + mark.height + edge)));
    expect(closedUp(extractText(again.pdf))).toContain('补打');
    expect(closedUp(extractText(first.pdf))).not.toContain('补打');
  });
});

/** One more, not one for each paper: it holds the fonts in memory that is not given back before the process ends. */
const anew = createRenderer({ resourcesDir });

test.each(examples.toReversed())(
  '$of comes out the same again, byte for byte, from a program started anew that drew others before',
  async ({ definition, values }) => {
    const here = await renderer.render({ layout: definition.layout, values });
    const there = await anew.render({ layout: definition.layout, values });
    expect(Buffer.from(there.pdf).equals(Buffer.from(here.pdf))).toBe(true);
  },
);

describe.each(listPaperDefinitions())('$kind', ({ layout, examples: { usual } }) => {
  test.each([
    ['试用', 'trial'],
    ['示例', 'sample'],
  ])('says %s where it must, and only there', async (words, field) => {
    const printed = async (values: Record<string, unknown>) =>
      closedUp(extractText((await renderer.render({ layout, values })).pdf)).includes(words);
    expect(await printed({ ...usual, [field]: true })).toBe(true);
    expect(await printed({ ...usual, [field]: false })).toBe(false);
  });

  test('on pre-printed stock: only what differs from paper to paper, moved as the printer needs', async () => {
    const { pdf } = await renderer.render({ layout, values: usual, mode: 'variables' });
    const moved = await renderer.render({ layout, values: usual, mode: 'variables', offsetMm: { x: 2.54, y: 5.08 } });
    const [page, other] = [rasteriseOne(pdf, { mono: true }), rasteriseOne(moved.pdf, { mono: true })];
    const words = layouts.get(layout).elements.flatMap((element) => (element.kind === 'label' ? [element.text] : []));
    const printed = extractText(pdf).split('\n');
    expect(words.filter((word) => printed.includes(word))).toEqual([]);
    const inkBox = (raster: typeof page) => differingBox(raster, { ...raster, pixels: Buffer.alloc(raster.pixels.length, 255) });
    const [from, to] = [inkBox(page), inkBox(other)];
    expect((to?.left ?? 0) - (from?.left ?? 0)).toBeCloseTo(30, -0.5);
    expect((to?.top ?? 0) - (from?.top ?? 0)).toBeCloseTo(60, -0.5);
  });

  test('several as one file are the same pages as each alone', async () => {
    const all = [usual, { ...usual, trial: true, sample: true }];
    const together = await renderer.renderAll(
      layout,
      all.map((values) => ({ values })),
    );
    const pages = rasterise(together.pdf);
    expect(pages).toHaveLength(2);
    for (const [at, values] of all.entries()) {
      const alone = rasteriseOne((await renderer.render({ layout, values })).pdf);
      expect(pages[at] && differingBox(alone, pages[at])).toBeUndefined();
    }
  });
});
