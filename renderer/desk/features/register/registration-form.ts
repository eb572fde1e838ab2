import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { checkIdNumber, kindByRegion } from '../../../../shared/standards/gb-11643.ts';
import type { FieldChange } from '../../ui/field-code.ts';
import { checkField, type Finding } from './check-field.ts';
import { mendField } from './mend-field.ts';
import { type FieldName, type Fields, fieldNames, isFieldName, missingFields, noFields } from './registration-fields.ts';

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
  notes: Readonly<Partial<Record<FieldName, FieldNote>>>;
  /** What the program itself refused; it stands until the field is changed or all is sent again. */
  refused: Readonly<Partial<Record<FieldName, string>>>;
}

export const emptyForm: RegistrationForm = { fields: noFields, notes: {}, refused: {} };

/** Fields whose check looks at another one, which is therefore looked at again when that other one is left. */
const dependents: Partial<Record<FieldName, readonly FieldName[]>> = {
  'document.kind': ['document.number'],
  'document.number': ['identity.sex', 'identity.birthDate'],
  'document.validFrom': ['document.validTo'],
  'employment.startsOn': ['employment.endsOn'],
};

/** Typing: nothing is checked, and whatever was said about the field goes. */
export function typeInto(form: RegistrationForm, name: FieldName, text: string): RegistrationForm {
  const { [name]: _note, ...notes } = form.notes;
  const { [name]: _refused, ...refused } = form.refused;
  return { fields: { ...form.fields, [name]: text }, notes, refused };
}

/** Leaving a field: it is mended, checked, and what it tells of other fields is filled into them. */
export function leaveField(form: RegistrationForm, name: FieldName, today: PlainDate): RegistrationForm {
  const before = form.notes[name];
  const mended = mendField(name, form.fields[name]);
  const changes = mended.changes.length > 0 ? mended.changes : before?.changes;
  const mendedForm = { ...form, fields: { ...form.fields, [name]: mended.text } };
  const filled = name === 'document.number' ? fillFromNumber(mendedForm, today) : mendedForm;
  const note: FieldNote = {
    ...(changes && { changes }),
    ...(before?.filled && { filled: before.filled === 'derived' ? 'derived' : 'confirmed' }),
    ...checkField(name, filled.fields, today),
    // Asked for once, it stays asked for until something stands there.
    ...(before?.problem === 'required' && mended.text === '' && { problem: 'required' }),
  };
  const left = { ...filled, notes: { ...filled.notes, [name]: note } };
  return (dependents[name] ?? []).reduce((now, other) => checkAgain(now, other, today), left);
}

export interface Filling {
  name: FieldName;
  text: string;
  filled: 'derived' | 'to-confirm';
}

/** Puts a known value into a field, marked as such; what a person typed there stays. */
export function fillField(form: RegistrationForm, { name, text, filled }: Filling): RegistrationForm {
  const note = form.notes[name];
  if (form.fields[name] === text || (form.fields[name] !== '' && !note?.filled)) return form;
  return { ...form, fields: { ...form.fields, [name]: text }, notes: { ...form.notes, [name]: { filled } } };
}

/** Kind, birth date and sex; never the household place, since the digits only say where the number was issued. */
function fillFromNumber(form: RegistrationForm, today: PlainDate): RegistrationForm {
  const number = checkIdNumber(form.fields['document.number'], { today });
  if (!number.ok) return form;
  const known: Filling[] = [
    { name: 'document.kind', text: kindByRegion(number.regionCode) ?? '', filled: 'derived' },
    { name: 'identity.birthDate', text: number.birthDate, filled: 'to-confirm' },
    { name: 'identity.sex', text: number.sex, filled: 'to-confirm' },
  ];
  return known.reduce(fillField, form);
}

function checkAgain(form: RegistrationForm, name: FieldName, today: PlainDate): RegistrationForm {
  const note = form.notes[name];
  // A field that is being typed in now, or was never touched, waits until it is left; an empty one has nothing to compare.
  if (!note || form.fields[name] === '') return form;
  const { problem: _problem, warning: _warning, ...kept } = note;
  return { ...form, notes: { ...form.notes, [name]: { ...kept, ...checkField(name, form.fields, today) } } };
}

/** Leaves every field at once, as when all is accepted or a draft is opened again; empty required ones are not refused yet. */
export function leaveAll(form: RegistrationForm, today: PlainDate): RegistrationForm {
  return fieldNames
    .filter((name) => form.fields[name] !== '')
    .reduce((now, name) => confirmLater(now, name, leaveField(now, name, today)), form);
}

/** Going over all fields by one key is no look at each: what waits to be confirmed waits on. */
function confirmLater(before: RegistrationForm, name: FieldName, after: RegistrationForm): RegistrationForm {
  const note = after.notes[name];
  if (!note || before.notes[name]?.filled !== 'to-confirm') return after;
  return { ...after, notes: { ...after.notes, [name]: { ...note, filled: 'to-confirm' } } };
}

/** The last check before it is sent: every field, and what is missing. */
export function acceptAll(form: RegistrationForm, today: PlainDate): RegistrationForm {
  const left = leaveAll({ ...form, refused: {} }, today);
  // A number brings its kind along once it is right: whoever mistyped it is shown the number, not the kind before it.
  const follows = (name: FieldName) => name === 'document.kind' && left.notes['document.number']?.problem !== undefined;
  const missing = missingFields(left.fields).filter((name) => !follows(name));
  const required = missing.map((name) => [name, { problem: 'required' }] as const);
  return { ...left, notes: { ...left.notes, ...Object.fromEntries(required) } };
}

/** Puts the program's own refusals beside their fields: `facts.document.number` and `document.number` are the same one. */
export function refuseFields(form: RegistrationForm, codes: Readonly<Record<string, string>>): RegistrationForm {
  const refused: Partial<Record<FieldName, string>> = { ...form.refused };
  for (const [path, code] of Object.entries(codes)) {
    const name = path.replace(/^facts\./, '');
    if (isFieldName(name)) refused[name] = code;
  }
  return { ...form, refused };
}

/** Every refused field with its code: the page's own checks first, then the program's. */
export function problemsOf(form: RegistrationForm): Partial<Record<FieldName, string>> {
  const problems: Partial<Record<FieldName, string>> = {};
  for (const name of fieldNames) {
    const code = form.notes[name]?.problem ?? form.refused[name];
    if (code !== undefined) problems[name] = code;
  }
  return problems;
}

/** A field's text once it was left and nothing is wrong with it: only then is anything looked up by it. */
export function settledText(form: RegistrationForm, name: FieldName): string | undefined {
  const note = form.notes[name];
  return note && !note.problem && form.fields[name] !== '' ? form.fields[name] : undefined;
}

/** Fields that were filled and that nobody has gone through yet. */
export function unconfirmed(form: RegistrationForm): FieldName[] {
  return fieldNames.filter((name) => form.notes[name]?.filled === 'to-confirm');
}
