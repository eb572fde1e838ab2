import type { DraftId } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { maskIdNumber } from '../../../../shared/domain/talent/masking.ts';
import { emptyForm, type RegistrationForm } from './form-state.ts';
import { allNames, besideNames, type FieldName, type Fields, isFieldName, textOf } from './registration-fields.ts';
import { leaveAll, unconfirmed } from './registration-form.ts';

/** An unfinished registration as the program keeps it. */
export interface KeptDraft {
  id: DraftId;
  title: string;
  savedAt: string;
  fields: Record<string, string>;
  /** Who began with this person (首问), where it is known. */
  startedBy?: string | undefined;
}

/** Beside the fields a draft keeps which of them were filled and not yet confirmed. */
const filledKey = 'filled';
/** A supervisor's sign-off lives for minutes and in memory only, so which number it was for is not kept either. */
const keptBeside = besideNames.filter((name) => name !== 'override.number');

/** What is kept of an unfinished registration: only fields that something stands in. */
export function toDraftFields(form: RegistrationForm): Record<string, string> {
  const written = allNames(form.fields).filter((name) => textOf(form.fields, name) !== '');
  const texts = [
    ...written.map((name) => [name, textOf(form.fields, name)] as const),
    ...keptBeside.filter((name) => form.fields[name] !== '').map((name) => [name, form.fields[name]] as const),
  ];
  const filled = unconfirmed(form);
  return Object.fromEntries(filled.length > 0 ? [...texts, [filledKey, filled.join(' ')]] : texts);
}

/** A kept registration as it stood. Names that this version doesn't know are dropped; every field is checked anew. */
export function fromDraftFields(kept: Readonly<Record<string, string>>, today: PlainDate): RegistrationForm {
  const fields: Record<string, string | undefined> = { ...emptyForm.fields };
  const known = (name: string) => isFieldName(name) || (keptBeside as readonly string[]).includes(name);
  for (const [name, text] of Object.entries(kept)) if (known(name)) fields[name] = text;
  const filled = (kept[filledKey] ?? '').split(' ').filter(isFieldName);
  const notes = Object.fromEntries(filled.map((name: FieldName) => [name, { filled: 'to-confirm' as const }]));
  return leaveAll({ ...emptyForm, fields: fields as Fields, notes }, today);
}

/** How a list names a draft: by the person's name, else by the masked number; empty where neither is known. */
export function draftTitle(form: RegistrationForm): string {
  return form.fields['identity.name'].trim().slice(0, 100) || maskIdNumber(form.fields['document.number'].slice(0, 18));
}
