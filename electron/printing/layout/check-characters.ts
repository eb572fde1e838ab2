import { refuse } from '../../../shared/domain/refusal.ts';
import { listUndrawable } from '../fonts/font-runs.ts';
import { isDrawn } from './draw-element.ts';
import { rowsOf } from './draw-rows.ts';
import { chainOf, type Drawing, textOf } from './drawing.ts';

type Undrawn = Omit<Drawing, 'canvas'>;

/** Refuses `character-not-drawable`, naming every character of every value that no font can draw, before anything is made. */
export function mustBeDrawable(drawing: Undrawn): void {
  const characters = listTexts(drawing).flatMap(({ field, text, style }) =>
    listUndrawable(chainOf(drawing, style), text).map((character) => ({ character, codePoint: codePointsOf(character), field })),
  );
  if (characters.length > 0) refuse('character-not-drawable', { characters });
}

function listTexts(drawing: Undrawn): { field: string; text: string; style: string }[] {
  const { layout, values } = drawing;
  return layout.elements
    .filter((element) => isDrawn(drawing, element))
    .flatMap((element) => {
      if (element.kind === 'field') return [{ field: element.field, text: textOf(values, element.field), style: element.style }];
      if (element.kind !== 'rows' && element.kind !== 'flow') return [];
      return rowsOf(values, element.field).flatMap((row, at) =>
        element.cells.flatMap((cell) =>
          'field' in cell && cell.field !== '#'
            ? [{ field: `${element.field}.${at}.${cell.field}`, text: textOf(row, cell.field), style: cell.style }]
            : [],
        ),
      );
    });
}

/** `U+20164`; with a mark or variation selector that belongs to it, both: `U+845B U+E0100`. */
function codePointsOf(character: string): string {
  return [...character].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
