import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { fillField } from './fill-fields.ts';
import { emptyForm, type RegistrationForm } from './form-state.ts';
import { type FieldName, fieldNames } from './registration-fields.ts';
import {
  acceptAll,
  leaveAll,
  leaveField,
  problemsOf,
  refuseFields,
  settledText,
  typeInto,
  unconfirmed,
} from './registration-form.ts';

const today = toPlainDate('2026-03-01');
const number = '15060219960318390X';
const otherNumber = '11010519491231002X';

const typed = (form: RegistrationForm, name: FieldName, text: string) => leaveField(typeInto(form, name, text), name, today);
const filledIn = (texts: Partial<Record<FieldName, string>>, form = emptyForm) =>
  Object.entries(texts).reduce((now, [name, text]) => typed(now, name as FieldName, text ?? ''), form);

describe('a field', () => {
  test('is checked when it is left and not while it is typed', () => {
    const typing = typeInto(emptyForm, 'document.number', '1506');
    expect(problemsOf(typing)).toEqual({});
    expect(problemsOf(leaveField(typing, 'document.number', today))).toEqual({ 'document.number': 'id-length' });
  });

  test('that is typed in again has nothing said about it until it is left', () => {
    const refused = typed(emptyForm, 'contact.phone', '1380');
    expect(problemsOf(refused)).toEqual({ 'contact.phone': 'phone-format' });
    expect(problemsOf(typeInto(refused, 'contact.phone', '13'))).toEqual({});
  });

  test('that is empty is not refused when it is passed through', () => {
    expect(problemsOf(leaveField(emptyForm, 'identity.name', today))).toEqual({});
  });

  test('that was asked for stays asked for until something stands there', () => {
    const asked = acceptAll(emptyForm, today);
    const passed = leaveField(leaveField(asked, 'contact.phone', today), 'document.number', today);
    expect(problemsOf(passed)).toEqual(problemsOf(asked));
    expect(problemsOf(typeInto(passed, 'contact.phone', '1'))).not.toHaveProperty('contact.phone');
  });

  test('is mended visibly, and says so for as long as it stays', () => {
    const left = typed(emptyForm, 'identity.name', '额尔敦•巴图');
    expect(left.fields['identity.name']).toBe('额尔敦·巴图');
    expect(left.notes['identity.name']?.changes).toEqual(['middle-dot']);
    expect(leaveField(left, 'identity.name', today).notes['identity.name']?.changes).toEqual(['middle-dot']);
  });

  test('with a private character warns and refuses nobody', () => {
    const left = typed(emptyForm, 'identity.name', '王\uE863');
    expect(left.notes['identity.name']?.warning).toBe('private-use');
    expect(problemsOf(left)).toEqual({});
  });

  test('is looked up only once it was left and holds', () => {
    expect(settledText(typeInto(emptyForm, 'document.number', number), 'document.number')).toBeUndefined();
    expect(settledText(typed(emptyForm, 'document.number', '1506'), 'document.number')).toBeUndefined();
    expect(settledText(typed(emptyForm, 'document.number', number), 'document.number')).toBe(number);
  });
});

describe('an ID number', () => {
  const left = typed(emptyForm, 'document.number', '１５０６０２１９９６０３１８３９０ｘ');

  test('fills kind, birth date and sex, and never the household place', () => {
    expect(left.fields).toMatchObject({
      'document.kind': 'resident-id',
      'document.number': number,
      'identity.birthDate': '1996-03-18',
      'identity.sex': '2',
      'identity.householdPlace': '',
    });
  });

  test('leaves what it filled to be confirmed, until somebody goes through it', () => {
    expect(unconfirmed(left)).toEqual(['identity.sex', 'identity.birthDate']);
    const seen = leaveField(left, 'identity.birthDate', today);
    expect(seen.notes['identity.birthDate']?.filled).toBe('confirmed');
    expect(unconfirmed(leaveField(seen, 'identity.sex', today))).toEqual([]);
  });

  test('never overwrites what was typed; a birth date that differs is refused, a sex that differs warns', () => {
    const before = filledIn({ 'identity.birthDate': '1996-03-19', 'identity.sex': '1', 'document.number': number });
    expect(before.fields['identity.birthDate']).toBe('1996-03-19');
    expect(problemsOf(before)).toEqual({ 'identity.birthDate': 'differs-from-number' });
    expect(before.notes['identity.sex']?.warning).toBe('sex-differs');
  });

  test('that is corrected fills anew what the first one filled, to be confirmed again', () => {
    const seen = leaveField(left, 'identity.birthDate', today);
    const corrected = typed(seen, 'document.number', otherNumber);
    expect(corrected.fields['identity.birthDate']).toBe('1949-12-31');
    expect(unconfirmed(corrected)).toEqual(['identity.sex', 'identity.birthDate']);
  });

  test('of a permit chooses its kind, but not against a kind that somebody chose', () => {
    const permit = '810000199408230021';
    expect(typed(left, 'document.number', permit).fields['document.kind']).toBe('hk-macao-residence');
    const chosen = filledIn({ 'document.kind': 'resident-id', 'document.number': permit });
    expect(problemsOf(chosen)).toEqual({ 'document.number': 'id-kind-region' });
    expect(problemsOf(typed(chosen, 'document.kind', 'hk-macao-residence'))).toEqual({});
  });
});

describe('dates', () => {
  test('are mended from the ways they are typed', () => {
    expect(typed(emptyForm, 'document.validFrom', '2020年3月1日').fields['document.validFrom']).toBe('2020-03-01');
  });

  test('an end before its beginning is refused, also when the beginning is typed last', () => {
    const form = filledIn({ 'employment.endsOn': '2026-01-01', 'employment.startsOn': '2026-02-01' });
    expect(problemsOf(form)).toEqual({ 'employment.endsOn': 'ends-before-start' });
    expect(problemsOf(typed(form, 'employment.startsOn', '2025-02-01'))).toEqual({});
  });

  test('长期 is what the document says and never expires', () => {
    const form = typed(emptyForm, 'document.validTo', '长期');
    expect(form.fields['document.validTo']).toBe('long-term');
    expect(problemsOf(form)).toEqual({});
    expect(problemsOf(typed(emptyForm, 'document.validTo', '2026-02-28'))).toEqual({ 'document.validTo': 'document-expired' });
  });
});

describe('accepting', () => {
  test('refuses what is missing and what was never left', () => {
    const form = typeInto(typed(emptyForm, 'document.number', number), 'contact.phone', '1380');
    expect(problemsOf(acceptAll(form, today))).toEqual({
      'identity.name': 'required',
      'employment.employerName': 'required',
      'employment.uscc': 'required',
      'employment.engagement': 'required',
      'contact.phone': 'phone-format',
      'intake.notice.givenOn': 'required',
    });
  });

  test('asks for the number alone where that is wrong, since a right one brings the kind along', () => {
    const wrong = number.slice(0, -1) + (number.endsWith('1') ? '2' : '1');
    const problems = problemsOf(acceptAll(typed(emptyForm, 'document.number', wrong), today));
    expect(problems).toMatchObject({ 'document.number': 'id-check-digit' });
    expect(problems).not.toHaveProperty('document.kind');
  });

  test('confirms nothing by itself', () => {
    expect(unconfirmed(acceptAll(typed(emptyForm, 'document.number', number), today))).toEqual([
      'identity.sex',
      'identity.birthDate',
    ]);
  });

  test('takes back what the program refused before, and mends what was typed', () => {
    const refused = refuseFields(typeInto(emptyForm, 'contact.phone', '138 0000 1111'), { 'contact.phone': 'not-a-phone' });
    const accepted = acceptAll(refused, today);
    expect(accepted.refused).toEqual({});
    expect(accepted.fields['contact.phone']).toBe('13800001111');
  });
});

describe('what the program refuses', () => {
  test('lands beside its field, under either name of it, until the field is changed', () => {
    const form = refuseFields(emptyForm, {
      'facts.document.number': 'not-an-id-number',
      'employment.uscc': 'uscc-check',
      other: 'x',
    });
    expect(problemsOf(form)).toEqual({ 'document.number': 'not-an-id-number', 'employment.uscc': 'uscc-check' });
    expect(problemsOf(typeInto(form, 'employment.uscc', '9'))).toEqual({ 'document.number': 'not-an-id-number' });
  });
});

describe('a known value', () => {
  const known = { name: 'employment.employerName', text: '云谷', filled: 'derived' } as const;

  test('is filled in where nothing was typed', () => {
    expect(fillField(emptyForm, known).fields['employment.employerName']).toBe('云谷');
    expect(fillField(typeInto(emptyForm, known.name, '别处'), known).fields['employment.employerName']).toBe('别处');
  });
});

test('whatever is typed in whatever order, leaving all twice is leaving all once', () => {
  const texts = fc.oneof(
    fc.constantFrom(number, otherNumber, '长期', '1996.3.18', '2', '额尔敦•巴图', ' 138-0000 1111 ', '91350100M000100Y43'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const steps = fc.array(fc.tuple(fc.constantFrom(...fieldNames), texts), { maxLength: 12 });
  fc.assert(
    fc.property(steps, (typedTexts) => {
      const form = typedTexts.reduce((now, [name, text]) => typeInto(now, name, text), emptyForm);
      const once = leaveAll(form, today);
      expect(leaveAll(once, today)).toEqual(once);
    }),
    { numRuns: 50 },
  );
});
