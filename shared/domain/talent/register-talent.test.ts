import { describe, expect, test } from 'vitest';
import type { BatchId, PersonId, Sha256Hex, StaffId } from '../ids.ts';
import { addDays, type PlainDate, toPlainDate } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import type { PersonFacts } from './person.ts';
import { type RegisterTalentContext, registerTalent } from './register-talent.ts';

const facts: PersonFacts = {
  document: { kind: 'resident-id', number: '11010519491231002X' },
  identity: { name: '额尔敦·巴图', sex: '2', birthDate: toPlainDate('1949-12-31'), nationality: 'CHN' },
  employment: { employerName: '和林格尔新区云杉数据有限公司', uscc: '91350100M000100Y43', engagement: 'full-time' },
  contact: { phone: '13800010001' },
  intake: {
    applicant: { role: 'self' },
    notice: { version: '2026-1', purposes: ['registration'], givenOn: toPlainDate('2026-11-25') },
  },
};
const notice = {
  version: '2026-1',
  purposes: [{ code: 'registration', name: { zh: '登记', en: 'Registering' } }],
  paragraphs: [],
};
const context: RegisterTalentContext = {
  registeredAs: undefined,
  alike: [],
  toldFrom: [],
  newPersonId: 'p' as PersonId,
  today: toPlainDate('2026-11-25'),
  clerks: ['first' as StaffId, 'clerk' as StaffId],
  notice,
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

function refusalOf(call: () => unknown): Refusal | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
}

type Applicant = NonNullable<PersonFacts['intake']>['applicant'];
const codesOf = (changed: Partial<PersonFacts>, more: Partial<RegisterTalentContext> = {}) => {
  const refusal = refusalOf(() => registerTalent({ ...facts, ...changed }, { ...context, ...more }));
  return Object.fromEntries(
    (refusal?.details as { fields?: { path: string; code: string }[] })?.fields?.map((one) => [one.path, one.code]) ?? [],
  );
};
const came = (applicant: Applicant) => ({ intake: { ...facts.intake, applicant } as NonNullable<PersonFacts['intake']> });
const agent: Applicant = {
  role: 'proxy',
  name: '李静',
  document: { kind: 'resident-id', number: '110105199001010038' },
  authorisation: { scope: '代为登记' },
};

describe('how a registration comes in', () => {
  test('nobody is registered without the notice in force, and a form of another day may have been given under that day’s', () => {
    const { intake: _, ...without } = facts;
    const refusal = refusalOf(() => registerTalent(without as PersonFacts, context));
    expect(refusal?.details).toEqual({ fields: [{ path: 'intake.notice', code: 'required' }] });
    const older = { ...facts.intake, notice: { ...facts.intake?.notice, version: '2025-9' } } as NonNullable<
      PersonFacts['intake']
    >;
    expect(codesOf({ intake: older })).toEqual({ 'intake.notice.version': 'notice-outdated' });
    const backdated = { on: toPlainDate('2026-11-20'), reason: '停电' };
    const { person } = registerTalent({ ...facts, intake: { ...older, backdated } }, context);
    expect(person).toMatchObject({ registeredOn: '2026-11-20', enteredOn: '2026-11-25', intake: { firstClerk: 'first' } });
    const ahead = { on: toPlainDate('2026-11-26'), reason: '停电' };
    expect(codesOf({ intake: { ...older, backdated: ahead } })).toEqual({ 'intake.backdated.on': 'in-the-future' });
  });

  test('whoever comes for another brings an authorisation that holds, and is somebody else', () => {
    const paper = { kind: 'authorisation', originals: 1, copies: 0 };
    expect(codesOf(came(agent))).toEqual({ 'intake.applicant.authorisation': 'authorisation-missing' });
    expect(codesOf({ ...came(agent), evidence: [paper] })).toEqual({});
    const over = { ...agent, authorisation: { scope: '代为登记', expiresOn: toPlainDate('2026-11-24') } };
    expect(codesOf({ ...came(over), evidence: [paper] })).toEqual({
      'intake.applicant.authorisation.expiresOn': 'authorisation-expired',
    });
    const guardian = { ...agent, role: 'guardian' } as Applicant;
    expect(codesOf({ ...came(guardian), evidence: [paper] })).toEqual({
      'intake.applicant.authorisation': 'authorisation-missing',
    });
    const oneself = { ...agent, document: facts.document } as Applicant;
    expect(codesOf({ ...came(oneself), evidence: [paper] })).toEqual({
      'intake.applicant.document.number': 'applicant-is-person',
    });
  });

  test('an employer’s hand-in authorises its agent for all its people while it is open', () => {
    const batch = '019a0000-0000-7000-8000-00000000000b' as BatchId;
    const intake = { ...came({ ...agent, role: 'employer' }).intake, batch };
    const open = { status: 'open', agent, authorisation: { scope: '代为登记' } } as const;
    expect(codesOf({ intake }, { batch: open })).toEqual({});
    expect(codesOf({ intake }, { batch: { ...open, status: 'closed' } })).toEqual({ 'intake.batch': 'batch-not-open' });
    const other = { ...agent, document: { kind: 'passport', number: 'E00000009' } } as const;
    const missing = { 'intake.applicant.authorisation': 'authorisation-missing' };
    expect(codesOf({ intake }, { batch: { ...open, agent: other } })).toEqual(missing);
    // A hand-in that was left open over the letter's last day.
    const until = (day: PlainDate) => ({ ...open, authorisation: { ...open.authorisation, expiresOn: day } });
    expect(codesOf({ intake }, { batch: until(context.today) })).toEqual({});
    expect(codesOf({ intake }, { batch: until(addDays(context.today, -1)) })).toEqual(missing);
    expect(codesOf({ intake: { ...came(agent).intake, batch } as never }, { batch: open })).toEqual(missing);
  });
});

test('somebody alike stops a registration until the clerk has told them apart, and the record keeps that', () => {
  const alike = [{ personId: 'other' as PersonId, why: 'name-and-birth-date' }];
  const refusal = refusalOf(() => registerTalent(facts, { ...context, alike }));
  expect(refusal).toMatchObject({ code: 'alike-undecided', details: { people: alike } });
  const { person } = registerTalent(facts, { ...context, alike, toldFrom: ['other' as PersonId] });
  expect(person.toldFrom).toEqual(alike);
});

test('a wrong check digit holds by a second person’s word, and nothing else in a number does', () => {
  const accepted = { signedOffBy: 's' as StaffId, on: context.today, image: 'a'.repeat(64) as Sha256Hex };
  const withNumber = (number: string) => ({ document: { ...facts.document, number } });
  const wrong = `${facts.document.number.slice(0, 17)}${facts.document.number.endsWith('1') ? '2' : '1'}`;
  expect(codesOf(withNumber(wrong))).toEqual({ 'document.number': 'id-check-digit' });
  const { person } = registerTalent({ ...facts, ...withNumber(wrong) }, { ...context, numberAccepted: accepted });
  expect(person.numberAccepted).toEqual(accepted);
  expect(codesOf(withNumber(wrong.slice(1)), { numberAccepted: accepted })).toEqual({ 'document.number': 'id-length' });
});

test('codes that no table has, awards that lie ahead and originals compared in another’s name are refused beside their rows', () => {
  const today = context.today;
  const ahead = toPlainDate('2026-12-01');
  expect(
    codesOf({
      qualifications: {
        educations: [{ level: '99', degree: '999', school: '内蒙古大学', completedOn: ahead }],
        titles: [{ code: '999', name: '工程师' }],
        skills: [{ rank: 4, occupation: '焊工', awardedOn: ahead }],
      },
      evidence: [
        { kind: 'degree-certificate', originals: 0, copies: 0 },
        { kind: 'other', originals: 1, copies: 0, originalSeen: { by: 'stranger' as StaffId, on: today } },
      ],
    }),
  ).toEqual({
    'qualifications.educations.0.level': 'not-a-code',
    'qualifications.educations.0.degree': 'not-a-code',
    'qualifications.educations.0.completedOn': 'in-the-future',
    'qualifications.titles.0.code': 'not-a-code',
    'qualifications.skills.0.awardedOn': 'in-the-future',
    'evidence.0': 'nothing-handed-in',
    'evidence.1.originalSeen': 'not-accepted',
  });
});

test('a Hong Kong permit’s holder may be a foreigner, a resident of China is Chinese, and nobody’s nationality is a region’s', () => {
  const permit = (number: string, nationality: string) => ({
    document: { kind: 'hk-macao-travel', number } as const,
    identity: { ...facts.identity, nationality },
  });
  expect(codesOf(permit('H12345678', 'CHN'))).toEqual({});
  expect(codesOf(permit('HA1234567', 'GBR'))).toEqual({});
  expect(codesOf(permit('H12345678', 'GBR'))).toEqual({ 'identity.nationality': 'differs-from-number' });
  expect(codesOf(permit('H12345678', 'HKG'))).toEqual({ 'identity.nationality': 'not-a-country' });
});
