import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { isUnfinishedMrz } from './fill-fields.ts';
import { emptyForm, type RegistrationForm } from './form-state.ts';
import type { FieldName } from './registration-fields.ts';
import { leaveField, problemsOf, typeInto, unconfirmed } from './registration-form.ts';

const today = toPlainDate('2026-03-01');
const typed = (form: RegistrationForm, name: FieldName, text: string) => leaveField(typeInto(form, name, text), name, today);

/** The specimen of ICAO Doc 9303 part 4. */
const [first, second] = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

describe('a machine readable zone in the number’s field', () => {
  const read = typed(emptyForm, 'document.number', `${first}${second}`);

  test('leaves the number there and fills what it says besides, to be compared', () => {
    expect(read.fields).toMatchObject({
      'document.kind': 'passport',
      'document.number': 'L898902C3',
      'document.validTo': '2012-04-15',
      'identity.name': 'ERIKSSON ANNA MARIA',
      'identity.latinName': 'ERIKSSON ANNA MARIA',
      'identity.sex': '2',
      'identity.birthDate': '1974-08-12',
      'identity.nationality': 'UTO',
    });
    expect(unconfirmed(read)).toContain('identity.birthDate');
  });

  test('can come with full-width signs and spaces', () => {
    const spaced = `${first} ${second.replace('UTO', 'ＵＴＯ')}`.toLowerCase();
    expect(typed(emptyForm, 'document.number', spaced).fields['document.number']).toBe('L898902C3');
  });

  test('that can’t be read stays as it was typed and is refused', () => {
    const cut = typed(emptyForm, 'document.number', first.slice(0, 40));
    expect(cut.fields.mrz).toBe('');
    expect(problemsOf(cut)).toHaveProperty('document.number');
  });

  test('a Chinese passport’s zone never fills the name, which is in characters', () => {
    const chinese = `POCHNZHANG<<SAN${'<'.repeat(29)}E123456785CHN9001018M3001014${'<'.repeat(14)}00`;
    const form = typed(emptyForm, 'document.number', chinese);
    expect(form.fields).toMatchObject({ 'identity.name': '', 'identity.latinName': 'ZHANG SAN', 'identity.nationality': 'CHN' });
  });

  test('a reader’s Enter between its lines is no Enter of the clerk’s', () => {
    expect(isUnfinishedMrz(first)).toBe(true);
    expect(isUnfinishedMrz(first + second)).toBe(false);
    expect(isUnfinishedMrz('15060219960318390X')).toBe(false);
  });
});

describe('the kind of document', () => {
  test.each([
    ['15060219960318390X', 'resident-id'],
    ['810000199408230021', 'hk-macao-residence'],
    ['H12345678', 'hk-macao-travel'],
    ['E12345678', 'passport'],
  ])('of %s is chosen by its form', (number, kind) => {
    expect(typed(emptyForm, 'document.number', number).fields['document.kind']).toBe(kind);
  });

  test('that a number’s form only hints at is to be looked at', () => {
    expect(unconfirmed(typed(emptyForm, 'document.number', 'H12345678'))).toContain('document.kind');
    expect(unconfirmed(typed(emptyForm, 'document.number', '15060219960318390X'))).not.toContain('document.kind');
  });
});

describe('a wrong check digit', () => {
  const wrong = '150602199603183901';

  test('that a supervisor accepted holds, and for this number alone', () => {
    const form = typed(emptyForm, 'document.number', wrong);
    expect(problemsOf(form)).toEqual({ 'document.number': 'id-check-digit' });
    const accepted = leaveField({ ...form, fields: { ...form.fields, 'override.number': wrong } }, 'document.number', today);
    expect(problemsOf(accepted)).toEqual({});
    expect(accepted.fields['identity.birthDate']).toBe('1996-03-18');
    expect(problemsOf(typed(accepted, 'document.number', '150602199603183902'))).toHaveProperty('document.number');
  });
});
