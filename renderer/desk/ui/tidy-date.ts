import { isPlainDate } from '../../../shared/domain/plain-date.ts';
import { foldFullWidth } from '../../../shared/standards/tidied.ts';
import type { FieldChange } from './field-code.ts';

const written = /^(\d{4})(?:年|[-./\s])(\d{1,2})(?:月|[-./\s])(\d{1,2})日?$/;

/** Mends the ways a date is typed (`19900305`, `1990.3.5`, `1990年3月5日`) into `1990-03-05`; what is no date stays as it was. */
export function tidyDate(text: string): { text: string; changes: FieldChange[] } {
  const plain = foldFullWidth(text).trim();
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? written.exec(plain);
  if (!match) return { text: plain, changes: [] };
  const [, year = '', month = '', day = ''] = match;
  const mended = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isPlainDate(mended)) return { text: plain, changes: [] };
  return { text: mended, changes: mended === text ? [] : ['date-form'] };
}
