import { z } from 'zod';
import { paperKind } from '../domain/paper/printed-paper.ts';
import { fontWeight } from './font-list.ts';

/** `recognition-certificate/1`: the layout of resources/layouts/recognition-certificate/1.json. */
export const layoutName = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-layout-name');

/** Lengths in a layout are millimetres from the page's top left corner; text sizes are points. */
const mm = z.number().min(-10).max(500);
const length = z.number().positive().max(500);
const stroke = z.number().min(0.05).max(5);
const key = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'not-a-key');
const points = z.number().min(4).max(120);

/** One way to set a text; the ways of a style are tried in order, and the last is the floor below which a paper is refused. */
const setting = z.strictObject({
  size: points,
  lines: z.int().min(1).max(20).default(1),
  /** From baseline to baseline. */
  leading: length.optional(),
  /** How far above its place it stands, so that several small lines don't run into what comes below. */
  rise: mm.default(0),
});

const style = z.strictObject({
  font: z.string().min(1),
  weight: fontWeight.default(400),
  ink: key,
  align: z.enum(['left', 'center', 'right']).default('left'),
  /** Between letters, in em. */
  tracking: z.number().min(-0.1).max(2).default(0),
  /** Which line of several stands on the element's y. */
  stands: z.enum(['first', 'middle', 'last']).default('first'),
  settings: z.array(setting).min(1),
});
export type LayoutStyle = z.infer<typeof style>;
export type TextSetting = z.infer<typeof setting>;

/** Drawn only where the value is there and neither empty nor false; or only where it is not. */
const conditions = { when: key.optional(), unless: key.optional() };
const rect = { x: mm, y: mm, width: length, height: length };
const onBaseline = { x: mm, y: mm, width: length, style: key };

const inRow = { x: mm, width: length, style: key };
const cell = z.union([
  z.strictObject({ field: z.union([key, z.literal('#')]), ...inRow }),
  /** Words that stand in every row, such as a unit. */
  z.strictObject({ text: z.string().min(1), ...inRow }),
]);

const element = z.discriminatedUnion('kind', [
  /** Fixed words. `y` is the baseline. */
  z.strictObject({ kind: z.literal('label'), text: z.string().min(1), ...onBaseline, ...conditions }),
  /** A value. `y` is the baseline. */
  z.strictObject({ kind: z.literal('field'), field: key, ...onBaseline, ...conditions }),
  z.strictObject({
    kind: z.literal('line'),
    from: z.tuple([mm, mm]),
    to: z.tuple([mm, mm]),
    stroke,
    ink: key,
    dash: z.tuple([length, length]).optional(),
    ...conditions,
  }),
  z.strictObject({ kind: z.literal('frame'), ...rect, stroke, ink: key, ...conditions }),
  /** A filled rectangle. */
  z.strictObject({ kind: z.literal('panel'), ...rect, ink: key, ...conditions }),
  /** The photograph, or an empty frame with these words. */
  z.strictObject({ kind: z.literal('photo'), field: key, text: z.string().min(1), ...rect, stroke, style: key, ...conditions }),
  /** 盖章处: an empty dashed frame. No seal, emblem or flag is ever drawn: a seal is put by hand or by the government's service. */
  z.strictObject({ kind: z.literal('seal'), text: z.string().min(1), ...rect, stroke, style: key, ...conditions }),
  /** Centred in a square of `size`, quiet zone included, with the most whole printer dots to a module that fit, up to `maxDots`. */
  z.strictObject({
    kind: z.literal('qr'),
    field: key,
    x: mm,
    y: mm,
    size: length,
    maxDots: z.int().min(3).max(20),
    ink: key,
    ...conditions,
  }),
  /** Vertical traditional Mongolian, from left to right; `x` is the first column's middle. The words are the layout's approved ones. */
  z.strictObject({
    kind: z.literal('columns'),
    wording: key,
    x: mm,
    y: mm,
    height: length,
    style: key,
    ...conditions,
  }),
  /**
   * A list of values, one below the other from `y` on; `#` is the row's number. The first pitch that has room for them all is taken,
   * more rows than the last one's are refused. `drop`: from a row's middle to its baseline.
   */
  z.strictObject({
    kind: z.literal('rows'),
    field: key,
    y: mm,
    drop: mm,
    pitches: z.array(z.strictObject({ rows: z.int().min(1).max(60), height: length })).min(1),
    cells: z.array(cell).min(1),
    /** A line below each row. */
    rule: z.strictObject({ x: mm, width: length, stroke, ink: key }).optional(),
    ...conditions,
  }),
  /**
   * A list of values that are as long as they are: each row as high as its longest cell, one below the other from `y` on, `gap` apart.
   * The first settings of the cells' styles by which all rows together fit into `height` are taken; beyond the last they are refused.
   */
  z.strictObject({
    kind: z.literal('flow'),
    field: key,
    y: mm,
    height: length,
    gap: z.number().min(0).max(20),
    /** What doesn't fit goes on on further pages, each with all of the paper's other elements, instead of being set smaller. */
    continues: z.boolean().optional(),
    /** More room above a row that has this value: a heading. */
    heading: z
      .strictObject({
        field: key,
        gap: z.number().min(0).max(20),
        rule: z.strictObject({ x: mm, width: length, stroke, ink: key }),
      })
      .optional(),
    cells: z.array(cell).min(1),
    ...conditions,
  }),
  /** Framed words beside a paper's content: 补打 on a reprint; 试用 and 示例 where the values `trial` and `sample` say so. */
  z.strictObject({
    kind: z.literal('mark'),
    mark: z.enum(['reprint', 'trial', 'sample']),
    text: z.string().min(1),
    ...rect,
    stroke,
    style: key,
  }),
]);
export type LayoutElement = z.infer<typeof element>;
export type ElementOf<K extends LayoutElement['kind']> = Extract<LayoutElement, { kind: K }>;

/**
 * A paper's layout, as resources/layouts keeps it: declarative, versioned, and never edited once a paper was printed with it, so that a
 * reprint years later is the same paper.
 */
export const layout = z
  .strictObject({
    schema: z.literal(1),
    paper: paperKind,
    /** A layout that is switched off prints nothing new; what was printed with it can be reprinted. */
    enabled: z.boolean(),
    page: z.strictObject({ width: length, height: length }),
    inks: z.record(key, z.string().regex(/^#[0-9a-f]{6}$/, 'not-a-colour')),
    styles: z.record(key, style),
    /** Words in another script as the office approved them, letter by letter. Never a machine's translation. */
    wording: z.record(key, z.string().min(1)).default({}),
    elements: z.array(element).min(1),
  })
  .superRefine((made, context) => {
    const lack = (what: string) => context.addIssue({ code: 'custom', message: what });
    const inks = [...Object.values(made.styles), ...made.elements].flatMap((part) => ('ink' in part ? [part.ink] : []));
    for (const ink of inks) if (!made.inks[ink]) lack(`no-ink-${ink}`);
    for (const name of made.elements.flatMap(stylesOf)) if (!made.styles[name]) lack(`no-style-${name}`);
    for (const part of made.elements) {
      // Any other ink is dithered by a printer that has black alone, and no reader gets through the dots.
      if (part.kind === 'qr' && made.inks[part.ink] !== '#000000') lack('qr-not-black');
      if (part.kind === 'columns' && made.enabled && !made.wording[part.wording]) lack(`wording-not-approved-${part.wording}`);
    }
    // Whatever a layout looks like: a trial's paper, an example and a reprint must be told from the real thing.
    for (const mark of ['reprint', 'trial', 'sample']) {
      if (!made.elements.some((part) => part.kind === 'mark' && part.mark === mark)) lack(`no-mark-${mark}`);
    }
  });
export type Layout = z.infer<typeof layout>;

function stylesOf(part: LayoutElement): string[] {
  if (part.kind === 'rows' || part.kind === 'flow') return part.cells.map((one) => one.style);
  return 'style' in part ? [part.style] : [];
}
