import { refuse } from '../../../shared/domain/refusal.ts';
import type { ElementOf } from '../../../shared/paper/layout.ts';
import { type Drawing, drawText, inkOf, type PaperValues, textOf } from './drawing.ts';

/** A list's rows. Refuses `text-does-not-fit` where there are more than the layout has room for. */
export function drawRows(drawing: Drawing, element: ElementOf<'rows'>): void {
  const { layout, canvas } = drawing;
  const rows = rowsOf(drawing.values, element.field);
  const room = Math.max(...element.pitches.map((pitch) => pitch.rows));
  const tooMany = rows[room];
  if (tooMany) refuse('text-does-not-fit', { field: `${element.field}.${room}`, text: firstText(tooMany) });
  const pitch = element.pitches.find((one) => rows.length <= one.rows)?.height ?? 0;
  rows.forEach((row, at) => {
    const y = element.y + (at + 0.5) * pitch + element.drop;
    for (const { x, width, style, ...cell } of element.cells) {
      const place = { x, y, width, style };
      if ('text' in cell) {
        if (drawing.mode === 'full') drawText(drawing, { text: cell.text, ...place });
        continue;
      }
      const text = cell.field === '#' ? String(at + 1) : textOf(row, cell.field);
      if (text !== '') drawText(drawing, { text, field: `${element.field}.${at}.${cell.field}`, ...place });
    }
    const { rule } = element;
    if (!rule || drawing.mode === 'variables') return;
    const ruleY = element.y + (at + 1) * pitch;
    canvas.line([rule.x, ruleY], [rule.x + rule.width, ruleY], { widthMm: rule.stroke, ink: inkOf(layout, rule.ink) });
  });
}

/** A list's rows, each with its own values; none where the value is absent. */
export function rowsOf(values: PaperValues, field: string): PaperValues[] {
  const rows = values[field] ?? [];
  if (!Array.isArray(rows)) throw new Error(`the value ${field} is no list`);
  return rows as PaperValues[];
}

const firstText = (row: PaperValues) => Object.values(row).find((value) => typeof value === 'string') ?? '';
