import type { ShapedLine, ShapedRun } from '../text/shape-line.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { hex4, pdfNumber, pointsPerDot, pointsPerMm, utf16Hex } from './units.ts';

/** Red, green and blue, 0 to 1; equal parts are written as grey, which a printer makes with black alone. */
export type Ink = readonly [number, number, number];

export interface TextPlace {
  /** Where the line starts, on its baseline, in millimetres from the page's top left. */
  xMm: number;
  yMm: number;
  /** Points. */
  size: number;
  /** Between glyphs, in em. */
  tracking: number;
  ink: Ink;
  /** A quarter turn clockwise: the line runs down the page, its letters' tops to the right. */
  turned?: boolean;
}

export interface Stroke {
  widthMm: number;
  ink: Ink;
  /** Lengths of dash and gap, in millimetres. */
  dashMm?: readonly [number, number];
}

export interface Rect {
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

/** A rectangle in whole dots of a 300-dpi printer, from the page's top left. */
export interface Dots {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageSize {
  widthPt: number;
  heightPt: number;
  /** Moves everything: where a printer puts the page's corner on pre-printed stock. */
  offsetMm?: { x: number; y: number };
}

/** A page's drawing, in millimetres from its top left corner, downwards; written as a PDF content stream. */
export class PageCanvas {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly #offset: { x: number; y: number };
  readonly #fontFor: (face: ShapedRun['face']) => EmbeddedFont;
  readonly #ops: string[] = [];

  constructor(page: PageSize, fontFor: (face: ShapedRun['face']) => EmbeddedFont) {
    this.widthPt = page.widthPt;
    this.heightPt = page.heightPt;
    this.#offset = page.offsetMm ?? { x: 0, y: 0 };
    this.#fontFor = fontFor;
  }

  /** Printer dots from the page's left edge, and from its top edge; not whole ones. */
  xDots(mm: number): number {
    return this.#x(mm) / pointsPerDot;
  }

  yDots(mm: number): number {
    return (this.heightPt - this.#y(mm)) / pointsPerDot;
  }

  text(line: ShapedLine, place: TextPlace): void {
    const { size, tracking, ink, turned = false } = place;
    // ActualText: characters that share a glyph, and letters that join, are still copied and found as they were written.
    const ops = [`/Span <</ActualText <FEFF${utf16Hex(line.text)}>>> BDC`, fill(ink), 'BT'];
    if (tracking !== 0) ops.push(`${pdfNumber(tracking * size)} Tc`);
    let along = 0;
    for (const run of line.runs) {
      const x = this.#x(place.xMm) + (turned ? 0 : along);
      const y = this.#y(place.yMm) - (turned ? along : 0);
      ops.push(`/${this.#fontFor(run.face).key} ${pdfNumber(size)} Tf`);
      ops.push(`${turned ? '0 -1 1 0' : '1 0 0 1'} ${pdfNumber(x)} ${pdfNumber(y)} Tm`, this.#show(run, size));
      along += (runAdvance(run) + run.glyphs.length * tracking) * size;
    }
    if (tracking !== 0) ops.push('0 Tc');
    this.#ops.push(...ops, 'ET', 'EMC');
  }

  line(from: readonly [number, number], to: readonly [number, number], stroke: Stroke): void {
    this.#ops.push(strokeState(stroke), `${this.#point(from)} m ${this.#point(to)} l S`);
  }

  frame(rect: Rect, stroke: Stroke): void {
    this.#ops.push(strokeState(stroke), `${this.#rect(rect)} re S`);
  }

  panel(rect: Rect, ink: Ink): void {
    this.#ops.push(fill(ink), `${this.#rect(rect)} re f`);
  }

  /** Filled rectangles as one path, in whole printer dots from the page's top left: not a hair is lost to rounding. */
  dots(rects: readonly Dots[], ink: Ink): void {
    const path = rects.map(({ x, y, width, height }) => `${x} ${y} ${width} ${height} re`);
    const scale = pdfNumber(pointsPerDot);
    this.#ops.push('q', fill(ink), `${scale} 0 0 -${scale} 0 ${pdfNumber(this.heightPt)} cm`, ...path, 'f Q');
  }

  image(name: string, { xMm, yMm, widthMm, heightMm }: Rect): void {
    const [width, height] = [pdfNumber(widthMm * pointsPerMm), pdfNumber(heightMm * pointsPerMm)];
    this.#ops.push(`q ${width} 0 0 ${height} ${this.#point([xMm, yMm + heightMm])} cm /${name} Do Q`);
  }

  content(): string {
    return `${this.#ops.join('\n')}\n`;
  }

  #show(run: ShapedRun, size: number): string {
    const { face, glyphs, text } = run;
    const codes = this.#fontFor(face).codesOf(text, glyphs);
    const perMille = 1000 / face.unitsPerEm;
    let shown = '[';
    let rise = 0;
    glyphs.forEach(({ glyph, advance, dx, dy }, at) => {
      if (dy !== rise) {
        shown += `] TJ ${pdfNumber((dy * size) / face.unitsPerEm)} Ts [`;
        rise = dy;
      }
      if (dx !== 0) shown += pdfNumber(-dx * perMille);
      shown += `<${hex4(codes[at] ?? 0)}>`;
      const rest = face.widthOf(glyph) + dx - advance;
      if (rest !== 0) shown += pdfNumber(rest * perMille);
    });
    return `${shown}] TJ${rise === 0 ? '' : ' 0 Ts'}`;
  }

  #x(mm: number): number {
    return (mm + this.#offset.x) * pointsPerMm;
  }

  #y(mm: number): number {
    return this.heightPt - (mm + this.#offset.y) * pointsPerMm;
  }

  #point([x, y]: readonly [number, number]): string {
    return `${pdfNumber(this.#x(x))} ${pdfNumber(this.#y(y))}`;
  }

  #rect({ xMm, yMm, widthMm, heightMm }: Rect): string {
    return `${this.#point([xMm, yMm + heightMm])} ${pdfNumber(widthMm * pointsPerMm)} ${pdfNumber(heightMm * pointsPerMm)}`;
  }
}

function runAdvance({ face, glyphs }: ShapedRun): number {
  return glyphs.reduce((sum, { advance }) => sum + advance, 0) / face.unitsPerEm;
}

const isGrey = ([red, green, blue]: Ink) => red === green && green === blue;
const fill = (ink: Ink) => (isGrey(ink) ? `${pdfNumber(ink[0])} g` : `${ink.map(pdfNumber).join(' ')} rg`);

function strokeState({ widthMm, ink, dashMm }: Stroke): string {
  const colour = isGrey(ink) ? `${pdfNumber(ink[0])} G` : `${ink.map(pdfNumber).join(' ')} RG`;
  const dash = (dashMm ?? []).map((mm) => pdfNumber(mm * pointsPerMm)).join(' ');
  return `${colour} ${pdfNumber(widthMm * pointsPerMm)} w [${dash}] 0 d`;
}
