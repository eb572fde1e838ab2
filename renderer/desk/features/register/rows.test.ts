import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { fromDraftFields, toDraftFields } from './draft-fields.ts';
import { emptyForm, type RegistrationForm } from './form-state.ts';
import { type FieldName, missingFields, textOf } from './registration-fields.ts';
import { acceptAll, leaveAll, leaveField, problemsOf, refuseFields, typeInto } from './registration-form.ts';
import { type RowName, rowListNames, rowLists, rowName, rowPlace } from './row-lists.ts';
import { addRow, removeRow, rowCount } from './rows.ts';

const today = toPlainDate('2026-03-01');
const list = 'qualifications.educations';
const typed = (form: RegistrationForm, name: FieldName, text: string) => leaveField(typeInto(form, name, text), name, today);
const school = (at: number) => rowName(list, at, 'school');
const level = (at: number) => rowName(list, at, 'level');
const three = ['甲校', '乙校', '丙校'].reduce((now, text, at) => typed(now, school(at), text), emptyForm);

describe('a row', () => {
  test('is there as soon as something is written in it, and asks for the rest of what it needs', () => {
    const form = typed(emptyForm, school(0), '内蒙古大学');
    expect(rowCount(form, list)).toBe(1);
    expect(missingFields(form.fields)).toContain(level(0));
    expect(missingFields(emptyForm.fields)).not.toContain(level(0));
  });

  test('that is taken away leaves no gap: those after it move up with what was said about them', () => {
    const marked = refuseFields(three, { [`facts.${school(2)}`]: 'too-long' });
    const less = removeRow(marked, list, 1);
    expect([0, 1, 2].map((at) => textOf(less.fields, school(at)))).toEqual(['甲校', '丙校', '']);
    expect(problemsOf(less)).toEqual({ [school(1)]: 'too-long' });
  });

  test('that nothing stands in goes when all is accepted, so that each is where the program knows it', () => {
    const gap = typed(three, school(1), '');
    const accepted = acceptAll(addRow(gap, list), today);
    expect(rowCount(accepted, list)).toBe(2);
    expect(textOf(accepted.fields, school(1))).toBe('丙校');
  });

  test('no list takes more rows than the record does', () => {
    const full = Array.from({ length: 9 }).reduce<RegistrationForm>((now) => addRow(now, list), emptyForm);
    expect(rowCount(full, list)).toBe(6);
    expect(rowPlace('qualifications.educations.6.school')).toBeUndefined();
  });

  test('what the program refuses of a part of it lands beside the field that shows the part', () => {
    const form = typed(emptyForm, rowName('evidence', 0, 'kind'), 'other');
    const refused = refuseFields(form, {
      'evidence.0.file.sha256': 'not-accepted',
      'evidence.0.originalSeen.by': 'not-accepted',
    });
    expect(problemsOf(refused)).toEqual({ 'evidence.0.file': 'not-accepted', 'evidence.0.seen': 'not-accepted' });
  });
});

describe('a code', () => {
  test('is taken by its digits, its name, or words that only one value has', () => {
    expect(textOf(typed(emptyForm, level(0), '21').fields, level(0))).toBe('21');
    expect(textOf(typed(emptyForm, level(0), '大学本科毕业').fields, level(0))).toBe('21');
    const rank = rowName('qualifications.skills', 0, 'rank');
    expect(textOf(typed(emptyForm, rank, '首席').fields, rank)).toBe('8');
    expect(textOf(typed(emptyForm, 'identity.nationality', '德国').fields, 'identity.nationality')).toBe('DEU');
  });

  test('that several values could be, or none, is asked again and never guessed', () => {
    expect(problemsOf(typed(emptyForm, level(0), '本科'))).toEqual({ [level(0)]: 'not-a-code' });
    expect(problemsOf(typed(emptyForm, 'identity.nationality', '中国香港'))).toEqual({ 'identity.nationality': 'not-a-country' });
  });
});

const rowNames = fc.constantFrom(
  ...rowListNames.flatMap((one) =>
    rowLists[one].columns.flatMap((column) => [0, 1, 2].map((at) => `${one}.${at}.${column}` as RowName)),
  ),
);
const steps = fc.array(
  fc.tuple(rowNames, fc.oneof(fc.constantFrom('21', '2020.1.5', ' x  y ', '1'), fc.string({ maxLength: 12 }))),
  {
    maxLength: 15,
  },
);

test('whatever is written in rows, a draft brings it back as it was left', () => {
  fc.assert(
    fc.property(steps, (texts) => {
      const form = leaveAll(
        texts.reduce((now, [name, text]) => typeInto(now, name, text), emptyForm),
        today,
      );
      const back = fromDraftFields(toDraftFields(form), today);
      expect(toDraftFields(back)).toEqual(toDraftFields(form));
    }),
    { numRuns: 60 },
  );
});

test('taking a row away takes one away and never throws', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(...rowListNames), fc.nat(2), (texts, one, at) => {
      const form = texts.reduce((now, [name, text]) => typeInto(now, name, text), emptyForm);
      const before = rowCount(form, one);
      const after = rowCount(removeRow(form, one, Math.min(at, Math.max(before - 1, 0))), one);
      expect(after).toBeLessThanOrEqual(Math.max(before - 1, 0));
    }),
    { numRuns: 60 },
  );
});
