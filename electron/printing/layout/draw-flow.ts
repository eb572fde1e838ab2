import { refuse } from '../../../shared/domain/refusal.ts';
import type { ElementOf } from '../../../shared/paper/layout.ts';
import { pointsPerMm } from '../pdf/units.ts';
import { type FittedText, setText } from '../text/fit-text.ts';
import { rowsOf } from './draw-rows.ts';
import { chainOf, type Drawing, drawLines, inkOf, isSet, type PaperValues, styleOf, textOf } from './drawing.ts';

type Flow = ElementOf<'flow'>;

interface SetCell {
  fitted: FittedText;
  place: { x: number; width: number; style: string };
}

interface SetRow {
  cells: SetCell[];
  heading: boolean;
  height: number;
}

/** A list whose rows are as high as their texts need. Refuses `text-does-not-fit` where they don't fit by any of their styles' settings. */
export function drawFlow(drawing: Drawing, flow: Flow): void {
  const rows = rowsOf(drawing.values, flow.field);
  const settings = Math.max(...flow.cells.map(({ style }) => styleOf(drawing.layout, style).settings.length));
  for (let at = 0; at < settings; at++) {
    const set = setRows(drawing, flow, { rows, at });
    if (set && heightOf(set, flow) <= flow.height) {
      drawRows(drawing, flow, set);
      return;
    }
  }
  refuse('text-does-not-fit', { field: flow.field, text: firstText(rows.at(-1) ?? {}) });
}

/**
 * The rows of each page of a flow that continues, at its largest setting; one page where they all fit. A row that is higher than a page by
 * itself stands alone, and is set smaller there.
 */
export function splitFlow(drawing: Omit<Drawing, 'canvas'>, flow: Flow): PaperValues[][] {
  const rows = rowsOf(drawing.values, flow.field);
  const set = setRows(drawing, flow, { rows, at: 0 });
  if (!set) return [rows];
  const pages: PaperValues[][] = [[]];
  let height = 0;
  for (const [at, row] of set.entries()) {
    const more = row.height + (height === 0 ? 0 : gapAbove(row, 1, flow));
    if (height > 0 && height + more > flow.height) {
      pages.push([]);
      height = row.height;
    } else height += more;
    pages.at(-1)?.push(rows[at] as PaperValues);
  }
  return pages;
}

function setRows(
  drawing: Omit<Drawing, 'canvas'>,
  flow: Flow,
  { rows, at }: { rows: PaperValues[]; at: number },
): SetRow[] | undefined {
  const set: SetRow[] = [];
  for (const [index, row] of rows.entries()) {
    const cells: SetCell[] = [];
    for (const { x, width, style: name, ...cell } of flow.cells) {
      const text = 'text' in cell ? cell.text : cell.field === '#' ? String(index + 1) : textOf(row, cell.field);
      if (text === '' || ('text' in cell && drawing.mode === 'variables')) continue;
      const style = styleOf(drawing.layout, name);
      const setting = style.settings[at] ?? style.settings.at(-1);
      const box = { chain: chainOf(drawing, name), style, widthPt: width * pointsPerMm };
      const fitted = setting && setText(text, setting, box);
      if (!fitted) return undefined;
      cells.push({ fitted, place: { x, width, style: name } });
    }
    const height = Math.max(0, ...cells.map(({ fitted }) => fitted.lines.length * fitted.leadingMm));
    set.push({ cells, height, heading: flow.heading !== undefined && isSet(row, flow.heading.field) });
  }
  return set;
}

function heightOf(set: readonly SetRow[], flow: Flow): number {
  return set.reduce((sum, row, at) => sum + row.height + gapAbove(row, at, flow), 0);
}

function gapAbove({ heading }: SetRow, at: number, flow: Flow): number {
  if (at === 0) return 0;
  return flow.gap + (heading ? (flow.heading?.gap ?? 0) : 0);
}

function drawRows(drawing: Drawing, flow: Flow, set: readonly SetRow[]): void {
  let top = flow.y;
  set.forEach((row, at) => {
    const gap = gapAbove(row, at, flow);
    if (row.heading && at > 0 && flow.heading && drawing.mode === 'full') {
      const { x, width, stroke, ink } = flow.heading.rule;
      const y = top + gap / 2;
      drawing.canvas.line([x, y], [x + width, y], { widthMm: stroke, ink: inkOf(drawing.layout, ink) });
    }
    top += gap;
    for (const { fitted, place } of row.cells) drawLines(drawing, fitted, { ...place, y: top + baselineIn(fitted) });
    top += row.height;
  });
}

/** How far below a line's top its baseline stands: ideographs, 0.88 em high, in the middle of their leading. */
function baselineIn({ size, leadingMm }: FittedText): number {
  return leadingMm / 2 + (0.38 * size) / pointsPerMm;
}

const firstText = (row: PaperValues) => Object.values(row).find((value) => typeof value === 'string') ?? '';
