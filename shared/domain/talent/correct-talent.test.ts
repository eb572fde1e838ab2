import { expect, test } from 'vitest';
import { toPlainDate } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import { correctTalent } from './correct-talent.ts';
import { correctedField, emptiableField } from './correction.ts';
import type { Person } from './person.ts';

const person = {
  id: '019a0000-0000-7000-8000-000000000001',
  document: { kind: 'resident-id', number: '110101199003077539', validFrom: '2020-01-01', validTo: '2040-01-01' },
  identity: {
    name: '王敏',
    formerName: '王民',
    latinName: 'WANG MIN',
    sex: '1',
    birthDate: '1990-03-07',
    nationality: 'CHN',
    householdPlace: '和林格尔县',
  },
  employment: { employerName: '云杉数据', uscc: '91150105WYLF55TH34', position: '工程师' },
  contact: { phone: '13800010001', email: 'a@example.cn', residence: '盛乐镇' },
} as unknown as Person;

const proof = { signedOffBy: '019a0000-0000-7000-8000-000000000002', image: 'a'.repeat(64) } as never;

function refusedPaths(field: string): string[] {
  try {
    correctTalent(
      { fields: { [field]: '' } },
      { person, today: toPlainDate('2026-11-25'), registeredAs: () => undefined, alike: () => [], toldFrom: [], proof },
    );
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'field-refused') throw error;
    return (error.details as { fields: { path: string }[] }).fields.map(({ path }) => path);
  }
}

test.each(correctedField.options)('%s is emptied where a record can do without it, and refused where it can’t', (field) => {
  expect(refusedPaths(field)).toEqual(emptiableField.safeParse(field).success ? [] : expect.arrayContaining([field]));
});
