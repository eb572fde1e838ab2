import { isPlainDate, type PlainDate } from '../../../../shared/domain/plain-date.ts';
import type { FieldCode, FieldWarning } from '../../ui/field-code.ts';
import type { Fields } from './registration-fields.ts';

/** Why a field is refused, or what to look at in one that isn't. */
export interface Finding {
  problem?: FieldCode;
  warning?: FieldWarning;
}

export interface Checked {
  text: string;
  fields: Fields;
  today: PlainDate;
}

export type Checks<Name extends string> = Record<Name, (checked: Checked) => Finding>;

export const fine: Finding = {};
export const refused = (problem: FieldCode): Finding => ({ problem });

export function checkDate({ text }: Checked): Finding {
  return isPlainDate(text) ? fine : refused('not-a-date');
}

/** A date that tells of the past. */
export function checkPast({ text, today }: Checked): Finding {
  if (!isPlainDate(text)) return refused('not-a-date');
  return text > today ? refused('in-the-future') : fine;
}
