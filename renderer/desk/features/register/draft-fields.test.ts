import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { draftTitle, fromDraftFields, toDraftFields } from './draft-fields.ts';
import { toPersonFacts } from './person-facts.ts';
import type { FieldName } from './registration-fields.ts';
import { emptyForm, leaveField, problemsOf, type RegistrationForm, typeInto, unconfirmed } from './registration-form.ts';

const today = toPlainDate('2026-03-01');
const texts: Partial<Record<FieldName, string>> = {
  'document.number': '15060219960318390X',
  'document.validTo': 'long-term',
  'identity.name': '益超',
  'employment.employerName': '黄石金承信息有限公司',
  'employment.uscc': '911501236M7WCA8R0X',
  'employment.engagement': 'guidance',
  'contact.phone': '15016835244',
};
const form = Object.entries(texts).reduce<RegistrationForm>(
  (now, [name, text]) => leaveField(typeInto(now, name as FieldName, text), name as FieldName, today),
  emptyForm,
);

describe('a draft', () => {
  test('comes back as it was left, with what is still to be confirmed', () => {
    const back = fromDraftFields(toDraftFields(form), today);
    expect(back.fields).toEqual(form.fields);
    expect(unconfirmed(back)).toEqual(['identity.sex', 'identity.birthDate']);
    expect(toDraftFields(back)).toEqual(toDraftFields(form));
  });

  test('of an empty page keeps nothing', () => {
    expect(toDraftFields(emptyForm)).toEqual({});
  });

  test('with a field of another version, or a fault, opens all the same', () => {
    const back = fromDraftFields({ 'identity.nickname': 'x', filled: 'identity.sex nonsense', 'contact.phone': '1380' }, today);
    expect(back.fields).toEqual({ ...emptyForm.fields, 'contact.phone': '1380' });
    expect(problemsOf(back)).toEqual({ 'contact.phone': 'phone-format' });
  });

  test('is named by the person, else by the masked number', () => {
    expect(draftTitle(form)).toBe('益超');
    expect(draftTitle(typeInto(form, 'identity.name', ' '))).toBe('150***********390X');
    expect(draftTitle(typeInto(emptyForm, 'document.number', '1506'))).toBe('****');
    expect(draftTitle(emptyForm)).toBe('');
  });
});

describe('the fields as the contract has them', () => {
  test('leave out what is empty', () => {
    expect(toPersonFacts(form.fields)).toEqual({
      ok: true,
      facts: {
        document: { kind: 'resident-id', number: '15060219960318390X', validTo: 'long-term' },
        identity: { name: '益超', sex: '2', birthDate: '1996-03-18', nationality: 'CHN' },
        employment: { employerName: '黄石金承信息有限公司', uscc: '911501236M7WCA8R0X', engagement: 'guidance' },
        contact: { phone: '15016835244' },
      },
    });
  });

  test('what the schema refuses comes back by its field', () => {
    const reading = toPersonFacts({ ...form.fields, 'identity.birthDate': '1996-02-30', 'identity.name': '长'.repeat(101) });
    expect(reading).toEqual({ ok: false, codes: { 'identity.name': 'too_big', 'identity.birthDate': 'not-a-date' } });
  });
});
