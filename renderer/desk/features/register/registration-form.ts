import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { checkField } from './check-field.ts';
import { fillFromNumber, takeMrz } from './fill-fields.ts';
import type { FieldNote, RegistrationForm } from './form-state.ts';
import { mendField } from './mend-field.ts';
import { allNames, type FieldName, followsNumber, isFieldName, missingFields, textOf } from './registration-fields.ts';
import { rowPlace } from './row-lists.ts';
import { withoutEmptyRows } from './rows.ts';

/** Fields whose check looks at another one, which is therefore looked at again when that other one is left. */
const dependents: Partial<Record<string, readonly FieldName[]>> = {
  'document.kind': ['document.number'],
  'document.number': ['identity.sex', 'identity.birthDate', 'identity.nationality'],
  'document.validFrom': ['document.validTo'],
  'identity.name': ['identity.formerName'],
  'employment.startsOn': ['employment.endsOn'],
  'intake.applicant.document.kind': ['intake.applicant.document.number'],
};

/** Typing: nothing is checked, and whatever was said about the field goes. */
export function typeInto(form: RegistrationForm, name: FieldName, text: string): RegistrationForm {
  const { [name]: _note, ...notes } = form.notes;
  const { [name]: _refused, ...refused } = form.refused;
  return { ...form, fields: { ...form.fields, [name]: text }, notes, refused };
}

/** Leaving a field: it is mended, checked, and what it tells of other fields is filled into them. */
export function leaveField(form: RegistrationForm, name: FieldName, today: PlainDate): RegistrationForm {
  const before = form.notes[name];
  const mended = mendField(name, form.fields);
  const changes = mended.changes.length > 0 ? mended.changes : before?.changes;
  const filled = fillFrom({ ...form, fields: { ...form.fields, [name]: mended.text } }, name, today);
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

/** The number tells of other fields; so does the kind of document, once the number is there. */
function fillFrom(form: RegistrationForm, name: FieldName, today: PlainDate): RegistrationForm {
  if (name === 'document.number') return fillFromNumber(takeMrz(form, today), today);
  return name === 'document.kind' ? fillFromNumber(form, today) : form;
}

function checkAgain(form: RegistrationForm, name: FieldName, today: PlainDate): RegistrationForm {
  const note = form.notes[name];
  // A field that is being typed in now, or was never touched, waits until it is left; an empty one has nothing to compare.
  if (!note || textOf(form.fields, name) === '') return form;
  const { problem: _problem, warning: _warning, ...kept } = note;
  return { ...form, notes: { ...form.notes, [name]: { ...kept, ...checkField(name, form.fields, today) } } };
}

/** Leaves every field at once, as when all is accepted or a draft is opened again; empty required ones are not refused yet. */
export function leaveAll(form: RegistrationForm, today: PlainDate): RegistrationForm {
  return allNames(form.fields)
    .filter((name) => textOf(form.fields, name) !== '')
    .reduce((now, name) => confirmLater(now, name, leaveField(now, name, today)), form);
}

/** Going over all fields by one key is no look at each: what waits to be confirmed waits on. */
function confirmLater(before: RegistrationForm, name: FieldName, after: RegistrationForm): RegistrationForm {
  const note = after.notes[name];
  if (!note || before.notes[name]?.filled !== 'to-confirm') return after;
  return { ...after, notes: { ...after.notes, [name]: { ...note, filled: 'to-confirm' } } };
}

/** The last check before it is sent: every field, and what is missing. Rows that nothing stands in go. */
export function acceptAll(form: RegistrationForm, today: PlainDate): RegistrationForm {
  const left = leaveAll(withoutEmptyRows({ ...form, refused: {} }), today);
  // A number brings its kind along once it is right: whoever mistyped it is shown the number, not what comes with it.
  const follows = (name: FieldName) => followsNumber(name) && left.notes['document.number']?.problem !== undefined;
  const missing = missingFields(left.fields).filter((name) => !follows(name));
  const required = missing.map((name) => [name, { problem: 'required' }] as const);
  return { ...left, notes: { ...left.notes, ...Object.fromEntries(required) } };
}

/**
 * Puts the program's own refusals beside their fields: `facts.document.number` and `document.number` are the same one, and what is
 * refused about a part of a field (`evidence.0.file.sha256`) belongs to that field.
 */
export function refuseFields(form: RegistrationForm, codes: Readonly<Record<string, string>>): RegistrationForm {
  const refused: Partial<Record<FieldName, string>> = { ...form.refused };
  for (const [path, code] of Object.entries(codes)) {
    const name = shownAs(path.replace(/^facts\./, ''));
    if (name) refused[name] = code;
  }
  return { ...form, refused };
}

/** Where the page shows what the contract has under another name or in parts. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/^intake\.notice(\..*)?$/, 'intake.notice.givenOn'],
  [/^intake$/, 'intake.notice.givenOn'],
  [/^intake\.applicant$/, 'intake.applicant.role'],
  [/^intake\.applicant\.authorisation$/, 'intake.applicant.authorisation.scope'],
  [/^identity\.scriptName\..*$/, 'identity.scriptName'],
  [/^photo\..*$/, 'photo'],
  [/^evidence\.(\d+)\.originalSeen.*$/, 'evidence.$1.seen'],
  [/^evidence\.(\d+)\.translation.*$/, 'evidence.$1.translator'],
  [/^evidence\.(\d+)\.file\..*$/, 'evidence.$1.file'],
  [/^evidence\.(\d+)$/, 'evidence.$1.kind'],
  [/^override\.image$/, 'document.number'],
];

function shownAs(path: string): FieldName | undefined {
  if (isFieldName(path)) return path;
  const other = otherNames.find(([form]) => form.test(path));
  const name = other && path.replace(other[0], other[1]);
  return name && isFieldName(name) ? name : undefined;
}

/** Every refused field with its code: the page's own checks first, then the program's. */
export function problemsOf(form: RegistrationForm): Partial<Record<FieldName, string>> {
  const problems: Partial<Record<FieldName, string>> = {};
  const refusedRows = Object.keys(form.refused).filter((name) => rowPlace(name) !== undefined) as FieldName[];
  for (const name of new Set([...allNames(form.fields), ...refusedRows])) {
    const code = form.notes[name]?.problem ?? form.refused[name];
    if (code !== undefined) problems[name] = code;
  }
  return problems;
}

/** A field's text once it was left and nothing is wrong with it: only then is anything looked up by it. */
export function settledText(form: RegistrationForm, name: FieldName): string | undefined {
  const note = form.notes[name];
  const text = textOf(form.fields, name);
  return note && !note.problem && text !== '' ? text : undefined;
}

/** Fields that were filled and that nobody has gone through yet. */
export function unconfirmed(form: RegistrationForm): FieldName[] {
  return allNames(form.fields).filter((name) => form.notes[name]?.filled === 'to-confirm');
}
