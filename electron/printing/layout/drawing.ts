import { refuse } from '../../../shared/domain/refusal.ts';
import type { Layout, LayoutStyle } from '../../../shared/paper/layout.ts';
import type { FontChain, FontStore } from '../fonts/font-store.ts';
import type { Ink, PageCanvas, Rect } from '../pdf/page-canvas.ts';
import type { Picture } from '../pdf/paper-file.ts';
import { pointsPerMm } from '../pdf/units.ts';
import { type FittedText, fitText } from '../text/fit-text.ts';
import { lineWidth } from '../text/shape-line.ts';

/** `full`: the whole paper; `variables`: 套打, only what differs from paper to paper, onto pre-printed stock. */
export type LayoutMode = 'full' | 'variables';

export type PaperValues = Readonly<Record<string, unknown>>;

/** What an element needs to draw itself. */
export interface Drawing {
  layout: Layout;
  fonts: FontStore;
  canvas: PageCanvas;
  values: PaperValues;
  /** By the field of the element that shows it. */
  pictures: ReadonlyMap<string, Picture>;
  mode: LayoutMode;
  reprint: boolean;
}

export interface TextInBox {
  text: string;
  /** Which value it is, for the refusal of a text that does not fit; absent for a layout's own words. */
  field?: string;
  x: number;
  /** The baseline. */
  y: number;
  width: number;
  style: string;
}

/** The schema has checked that every style and ink that an element names is there. */
export function styleOf(layout: Layout, name: string): LayoutStyle {
  const style = layout.styles[name];
  if (!style) throw new Error(`a layout without its style ${name}`);
  return style;
}

export function inkOf(layout: Layout, name: string): Ink {
  const value = layout.inks[name];
  if (!value) throw new Error(`a layout without its ink ${name}`);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16) / 255);
  return [red ?? 0, green ?? 0, blue ?? 0];
}

export function chainOf({ fonts, layout }: Pick<Drawing, 'fonts' | 'layout'>, style: string): FontChain {
  const { font, weight } = styleOf(layout, style);
  return fonts.chain(font, weight);
}

/** Sets a text on its baseline, smaller or on more lines where its style says so. Refuses `text-does-not-fit`. */
export function drawText(drawing: Drawing, { text, field, x, y, width, style: styleName }: TextInBox): void {
  const style = styleOf(drawing.layout, styleName);
  const widthPt = width * pointsPerMm;
  const fitted = fitText(text, { chain: chainOf(drawing, styleName), style, widthPt });
  if (!fitted) {
    if (field === undefined) throw new Error(`a layout's own words don't fit: ${text}`);
    refuse('text-does-not-fit', { field, text });
  }
  const { lines, leadingMm, riseMm } = fitted;
  const above = riseMm + { first: 0, middle: 0.5, last: 1 }[style.stands] * (lines.length - 1) * leadingMm;
  drawLines(drawing, fitted, { x, y: y - above, width, style: styleName });
}

/** Lines that are set already, the first one's baseline on `y`. */
export function drawLines(
  drawing: Drawing,
  { lines, size, leadingMm }: Omit<FittedText, 'riseMm'>,
  { x, y, width, style: styleName }: Pick<TextInBox, 'x' | 'y' | 'width' | 'style'>,
): void {
  const style = styleOf(drawing.layout, styleName);
  const ink = inkOf(drawing.layout, style.ink);
  lines.forEach((line, at) => {
    const room = width - lineWidth(line, size, style.tracking) / pointsPerMm;
    const indent = { left: 0, center: room / 2, right: room }[style.align];
    drawing.canvas.text(line, { xMm: x + indent, yMm: y + at * leadingMm, size, tracking: style.tracking, ink });
  });
}

/** Words in the middle of a frame; ideographs stand from 0.12 em below the baseline to 0.88 em above. */
export function drawCentred(
  drawing: Drawing,
  { xMm: x, yMm: y, widthMm: width, heightMm }: Rect,
  words: { text: string; style: string },
) {
  const size = styleOf(drawing.layout, words.style).settings[0]?.size ?? 0;
  drawText(drawing, { ...words, x, y: y + heightMm / 2 + (0.38 * size) / pointsPerMm, width });
}

export function rectOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Rect {
  return { xMm: x, yMm: y, widthMm: width, heightMm: height };
}

/** A value as text; what is absent is empty. A value that is no text is a mistake of the paper's definition. */
export function textOf(values: PaperValues, field: string): string {
  const value = values[field];
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw new Error(`the value ${field} is no text`);
  return value;
}

/** Whether the value is there, and neither empty nor false. */
export function isSet(values: PaperValues, field: string): boolean {
  const value = values[field];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
