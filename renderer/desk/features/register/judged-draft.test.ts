import { expect, test } from 'vitest';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import type { PolicyPack } from '../../../../shared/domain/policy/pack.ts';
import { judgeDraft } from './judged-draft.ts';
import { type Fields, noFields } from './registration-fields.ts';

const conditions = [
  { code: 'degree', name: { zh: '硕士', en: 'Master' }, expression: 'degree >= MASTER' },
  { code: 'paper', name: { zh: '成果', en: 'Achievement' }, expression: '"achievement" in materials' },
  { code: 'adult', name: { zh: '成年', en: 'Of age' }, expression: 'age >= 18' },
];
const pack = { teams: [{ code: 't', tiers: [{ code: 'a', conditions }] }] } as unknown as PolicyPack;
const states = (fields: Partial<Record<string, string>>) =>
  judgeDraft(pack, { ...noFields, ...fields } as Fields, toPlainDate('2026-11-25'))[0]?.conditions.map(({ state }) => state);

test('nothing typed is nothing known', () => {
  expect(states({})).toEqual(['unknown', 'unknown', 'unknown']);
});

test('what was typed is judged at once, and half a row is nothing known', () => {
  const degree = { 'qualifications.educations.0.level': '14', 'qualifications.educations.0.degree': '3' };
  expect(states(degree)).toEqual(['unknown', 'unknown', 'unknown']);
  const whole = { ...degree, 'qualifications.educations.0.school': '内蒙古大学', 'identity.birthDate': '1990-01-01' };
  expect(states(whole)).toEqual(['met', 'unknown', 'met']);
  expect(states({ ...whole, 'evidence.0.kind': 'other' })).toEqual(['met', 'missing', 'met']);
  expect(states({ 'identity.birthDate': '2015-01-01', 'evidence.0.kind': 'achievement' })).toEqual(['unknown', 'met', 'missing']);
});
