import type { LayoutStyle, TextSetting } from '../../../shared/paper/layout.ts';
import { inOneWeight } from '../fonts/font-runs.ts';
import type { FontChain } from '../fonts/font-store.ts';
import { breakLines } from './break-lines.ts';
import { lineWidth, type ShapedLine, shapeLine } from './shape-line.ts';

export interface FittedText {
  lines: readonly ShapedLine[];
  size: number;
  leadingMm: number;
  riseMm: number;
}

export interface TextBox {
  chain: FontChain;
  style: LayoutStyle;
  widthPt: number;
}

const mmPerPoint = 25.4 / 72;

/** Sets a text by the first of the style's settings that it fits, or undefined where it fits none: nothing is ever cut off. */
export function fitText(text: string, box: TextBox): FittedText | undefined {
  const whole = shapeLine(box.chain, text);
  for (const setting of box.style.settings) {
    const lines = setLines(whole, setting, box);
    if (lines.length > setting.lines) continue;
    if (lines.some((line) => lineWidth(line, setting.size, box.style.tracking) > box.widthPt)) continue;
    const { size, leading = size * 1.6 * mmPerPoint, rise: riseMm } = setting;
    return { lines, size, leadingMm: leading, riseMm };
  }
  return undefined;
}

/** Sets a text by that setting on as many lines as it takes; undefined where a piece that can't be broken is too wide. */
export function setText(text: string, setting: TextSetting, box: TextBox): FittedText | undefined {
  const { size, leading = size * 1.6 * mmPerPoint } = setting;
  const lines = setLines(shapeLine(box.chain, text), { ...setting, lines: setting.lines + 1 }, box);
  if (lines.some((line) => lineWidth(line, size, box.style.tracking) > box.widthPt)) return undefined;
  return { lines, size, leadingMm: leading, riseMm: 0 };
}

function setLines(whole: ShapedLine, { size, lines }: TextSetting, { chain, style, widthPt }: TextBox): ShapedLine[] {
  if (lines === 1 || lineWidth(whole, size, style.tracking) <= widthPt) return [whole];
  const even = inOneWeight(chain, whole.text);
  const measure = (piece: string) => {
    const shaped = shapeLine(even, piece);
    return lineWidth(shaped, size, style.tracking) + style.tracking * size;
  };
  return breakLines(whole.text, widthPt, measure).map((line) => shapeLine(even, line));
}
