import type { FieldNote, RegistrationForm } from './form-state.ts';
import { type FieldName, type Fields, isRowWritten, writtenRows } from './registration-fields.ts';
import { namesOfRow, type RowList, rowListNames, rowLists } from './row-lists.ts';

/** How many rows the list shows: the written ones and those that were opened. */
export function rowCount(form: RegistrationForm, list: RowList): number {
  return Math.max(form.rows[list] ?? 0, writtenRows(form.fields, list));
}

/** Opens one more row, up to the most that the list takes. */
export function addRow(form: RegistrationForm, list: RowList): RegistrationForm {
  const count = Math.min(rowCount(form, list) + 1, rowLists[list].most);
  return { ...form, rows: { ...form.rows, [list]: count } };
}

/** Takes a row away; those after it move up, with all that is said about them. */
export function removeRow(form: RegistrationForm, list: RowList, at: number): RegistrationForm {
  const count = rowCount(form, list);
  const fields: Record<string, string | undefined> = { ...form.fields };
  const notes: Partial<Record<FieldName, FieldNote>> = { ...form.notes };
  const refused: Partial<Record<FieldName, string>> = { ...form.refused };
  for (let to = at; to < count; to += 1) {
    const names = namesOfRow(list, to + 1);
    for (const [column, name] of namesOfRow(list, to).entries()) {
      const from = names[column];
      const last = to === count - 1 || from === undefined;
      move({ table: fields, name, text: last ? undefined : form.fields[from] });
      move({ table: notes, name, text: last ? undefined : form.notes[from] });
      move({ table: refused, name, text: last ? undefined : form.refused[from] });
    }
  }
  return { fields: fields as Fields, notes, refused, rows: { ...form.rows, [list]: Math.max(count - 1, 0) } };
}

function move<T>({ table, name, text }: { table: Record<string, T | undefined>; name: string; text: T | undefined }): void {
  if (text === undefined) delete table[name];
  else table[name] = text;
}

/** Without rows that nothing stands in: the record has none, and each row is then at the place that the program knows it by. */
export function withoutEmptyRows(form: RegistrationForm): RegistrationForm {
  return rowListNames.reduce((now, list) => {
    const empty = Array.from({ length: rowCount(now, list) }, (_, at) => at).filter((at) => !isRowWritten(now.fields, list, at));
    return empty.toReversed().reduce((less, at) => removeRow(less, list, at), now);
  }, form);
}
