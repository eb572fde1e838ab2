import { expect, test } from 'vitest';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { emptyForm, type RegistrationForm } from './form-state.ts';
import type { FieldName } from './registration-fields.ts';
import { leaveField, problemsOf, typeInto } from './registration-form.ts';
import { sectionState } from './section-state.ts';

const today = toPlainDate('2026-03-01');
const typed = (form: RegistrationForm, name: FieldName, text: string) => leaveField(typeInto(form, name, text), name, today);
const stateOf = (section: 'document' | 'identity' | 'contact', form: RegistrationForm, problems = problemsOf(form)) =>
  sectionState(section, form, { problems, today });

test('a section nobody has touched is empty', () => {
  expect(stateOf('document', emptyForm)).toBe('empty');
});

test('a section is being filled until all it asks for is there and holds', () => {
  const one = typeInto(emptyForm, 'contact.residence', '呼和浩特');
  expect(stateOf('contact', one)).toBe('filling');
  expect(stateOf('contact', typeInto(one, 'contact.phone', '138'))).toBe('filling');
  expect(stateOf('contact', typeInto(one, 'contact.phone', '13800001111'))).toBe('ready');
});

test('a refused field calls for attention, whatever else is ready', () => {
  expect(stateOf('contact', typed(emptyForm, 'contact.phone', '1380'))).toBe('attention');
});

test('a number that somebody already has calls for attention, though it holds', () => {
  const form = typed(emptyForm, 'document.number', '15060219960318390X');
  expect(stateOf('document', form)).toBe('ready');
  expect(stateOf('document', form, { 'document.number': 'already-registered' })).toBe('attention');
});

test('what the number filled makes no section ready before somebody went through it', () => {
  const named = typed(typed(emptyForm, 'document.number', '15060219960318390X'), 'identity.name', '益超');
  expect(stateOf('identity', named)).toBe('filling');
  const seen = leaveField(leaveField(named, 'identity.sex', today), 'identity.birthDate', today);
  expect(stateOf('identity', seen)).toBe('ready');
});
