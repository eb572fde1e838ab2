import type { Dispatch, SetStateAction } from 'react';
import type { FieldChange } from '../../ui/field-code.ts';
import type { Finding } from './finding.ts';
import { type FieldName, type Fields, noFields } from './registration-fields.ts';
import type { RowList } from './row-lists.ts';

/** What is said beside a field. A field that is being typed in has no note until it is left. */
export interface FieldNote extends Finding {
  changes?: readonly FieldChange[];
  /**
   * Not typed: `derived` follows from what was typed and needs no second look (the kind of document, a known employer); `to-confirm` is
   * to be compared with the document, and `confirmed` once somebody went through the field.
   */
  filled?: 'derived' | 'to-confirm' | 'confirmed';
}

export interface RegistrationForm {
  fields: Fields;
  /** Rows that were opened, written or not. */
  rows: Readonly<Partial<Record<RowList, number>>>;
  notes: Readonly<Partial<Record<FieldName, FieldNote>>>;
  /** What the program itself refused; it stands until the field is changed or all is sent again. */
  refused: Readonly<Partial<Record<FieldName, string>>>;
}

export const emptyForm: RegistrationForm = { fields: noFields, rows: {}, notes: {}, refused: {} };

export type SetForm = Dispatch<SetStateAction<RegistrationForm>>;
