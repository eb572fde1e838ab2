import type { ElementOf } from '../../../shared/paper/layout.ts';
import { pointsPerMm } from '../pdf/units.ts';
import { fitText } from '../text/fit-text.ts';
import { lineWidth } from '../text/shape-line.ts';
import { chainOf, type Drawing, inkOf, styleOf } from './drawing.ts';

/**
 * Vertical traditional Mongolian: shaped as a line, turned a quarter clockwise, so that it runs down the page; further columns follow to
 * the right. The layout's approved words, so a text that doesn't fit is the layout's mistake.
 */
export function drawColumns(drawing: Drawing, { wording, x, y, height, style: styleName }: ElementOf<'columns'>): void {
  const { layout, canvas } = drawing;
  const text = layout.wording[wording];
  if (text === undefined) throw new Error(`a layout without its approved words ${wording}`);
  const style = styleOf(layout, styleName);
  const fitted = fitText(text, { chain: chainOf(drawing, styleName), style, widthPt: height * pointsPerMm });
  if (!fitted) throw new Error(`a layout's own words don't fit: ${wording}`);
  const { lines, size, leadingMm } = fitted;
  lines.forEach((line, at) => {
    const room = height - lineWidth(line, size, style.tracking) / pointsPerMm;
    const indent = { left: 0, center: room / 2, right: room }[style.align];
    const baseline = x + at * leadingMm - middleOf(line.runs[0]?.face, size);
    canvas.text(line, {
      xMm: baseline,
      yMm: y + indent,
      size,
      tracking: style.tracking,
      ink: inkOf(layout, style.ink),
      turned: true,
    });
  });
}

/** How far a turned line's middle lies right of its baseline, in millimetres. */
function middleOf(face: { ascender: number; descender: number; unitsPerEm: number } | undefined, size: number): number {
  if (!face) return 0;
  return (((face.ascender + face.descender) / 2 / face.unitsPerEm) * size) / pointsPerMm;
}
