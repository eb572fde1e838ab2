import { expect, test } from 'vitest';
import type { PersonId, StaffId } from '../ids.ts';
import { toPlainDate } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import type { PersonFacts } from './person.ts';
import { registerTalent } from './register-talent.ts';

const facts: PersonFacts = {
  document: { kind: 'resident-id', number: '11010519491231002X' },
  identity: { name: '额尔敦·巴图', sex: '2', birthDate: toPlainDate('1949-12-31'), nationality: 'CHN' },
  employment: { employerName: '和林格尔新区云杉数据有限公司', uscc: '91350100M000100Y43', engagement: 'full-time' },
  contact: { phone: '13800010001' },
};
const context = {
  registeredAs: undefined,
  newPersonId: 'p' as PersonId,
  today: toPlainDate('2026-11-25'),
  firstClerk: 's' as StaffId,
};
const register = (name: string) => registerTalent({ ...facts, identity: { ...facts.identity, name } }, context);

test('a name is kept exactly as it was given', () => {
  for (const name of ['额尔敦·巴图', '䶮', '黄𡶶𡢃', 'Ångström-O’Connor']) expect(register(name).person.identity.name).toBe(name);
});

test('a name that no paper could bear as it stands is refused beside its field', () => {
  const cases = {
    '   ': 'name-empty',
    '王\u202E明': 'name-control-character',
    '王\n明': 'name-control-character',
    '王\ud800': 'name-damaged',
  };
  for (const [name, code] of Object.entries(cases)) {
    const refusal = refusalOf(() => register(name));
    expect(refusal).toMatchObject({ code: 'field-refused', details: { fields: [{ path: 'identity.name', code }] } });
  }
});

function refusalOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
