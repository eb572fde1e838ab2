import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { checkField } from './check-field.ts';
import type { RegistrationForm } from './form-state.ts';
import { type FieldName, fieldsOf, isRequired, type SectionName, textOf } from './registration-fields.ts';
import { unconfirmed } from './registration-form.ts';

export type SectionState = 'empty' | 'filling' | 'ready' | 'attention';

/**
 * Where a section stands: `attention` as soon as one of its fields is refused; `ready` when all it asks for is there, holds, and what
 * was filled has been confirmed; `filling` between. An untouched applicant is the person, which asks for nothing more.
 */
export function sectionState(
  section: SectionName,
  form: RegistrationForm,
  context: { problems: Partial<Record<FieldName, string>>; today: PlainDate },
): SectionState {
  const names = fieldsOf(section, form.fields);
  if (names.some((name) => context.problems[name] !== undefined)) return 'attention';
  if (names.every((name) => textOf(form.fields, name) === '')) return section === 'applicant' ? 'ready' : 'empty';
  const waiting = unconfirmed(form);
  const ready = names.every((name) => {
    if (textOf(form.fields, name) === '') return !isRequired(name, form.fields);
    return !waiting.includes(name) && checkField(name, form.fields, context.today).problem === undefined;
  });
  return ready ? 'ready' : 'filling';
}
