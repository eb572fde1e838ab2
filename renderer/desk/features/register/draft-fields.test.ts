import { describe, expect, test } from 'vitest';
import type { StaffId } from '../../../../shared/domain/ids.ts';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { draftTitle, fromDraftFields, toDraftFields } from './draft-fields.ts';
import { emptyForm, type RegistrationForm } from './form-state.ts';
import { toPersonFacts } from './person-facts.ts';
import type { FieldName, Fields } from './registration-fields.ts';
import { leaveField, problemsOf, typeInto, unconfirmed } from './registration-form.ts';
import { readPhotoText, seenText } from './stored-file.ts';

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
  (now, [name, text]) => leaveField(typeInto(now, name as FieldName, text ?? ''), name as FieldName, today),
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
  const me = '0190a000-0000-7000-8000-000000000001' as StaffId;
  const told = { ...form.fields, 'notice.version': '2026-1', 'intake.notice.givenOn': '2026-03-01' };
  const read = (fields: Fields) => toPersonFacts(fields, { staffId: me, purposes: ['registration'] });
  const factsOf = (fields: Fields) => {
    const reading = read(fields);
    expect(reading).toMatchObject({ ok: true });
    return reading.ok ? reading.facts : undefined;
  };

  test('leave out what is empty', () => {
    expect(read(told)).toEqual({
      ok: true,
      facts: {
        document: { kind: 'resident-id', number: '15060219960318390X', validTo: 'long-term' },
        identity: { name: '益超', sex: '2', birthDate: '1996-03-18', nationality: 'CHN' },
        employment: { employerName: '黄石金承信息有限公司', uscc: '911501236M7WCA8R0X', engagement: 'guidance' },
        contact: { phone: '15016835244' },
        intake: {
          applicant: { role: 'self' },
          notice: { version: '2026-1', purposes: ['registration'], givenOn: '2026-03-01' },
        },
      },
    });
  });

  test('what the schema refuses comes back by its field', () => {
    const reading = read({ ...told, 'identity.birthDate': '1996-02-30', 'identity.name': '长'.repeat(101) });
    expect(reading).toEqual({ ok: false, codes: { 'identity.name': 'too_big', 'identity.birthDate': 'not-a-date' } });
  });

  test('somebody else’s letter of authorisation goes along, and nothing of it once the person applies', () => {
    const agent = {
      'intake.applicant.role': 'employer',
      'intake.applicant.name': '李经办',
      'intake.applicant.document.kind': 'resident-id',
      'intake.applicant.document.number': '11010519491231002X',
      'intake.applicant.authorisation.scope': '代为提交',
    };
    expect(factsOf({ ...told, ...agent })?.intake?.applicant).toMatchObject({
      role: 'employer',
      authorisation: { scope: '代为提交' },
    });
    expect(factsOf({ ...told, ...agent, 'intake.applicant.role': 'self' })?.intake?.applicant).toEqual({ role: 'self' });
  });

  test('a name in a script of its own goes with its script', () => {
    const identity = factsOf({ ...told, 'identity.scriptName': 'ᠪᠠᠭᠠᠲᠤᠷ' })?.identity;
    expect(identity?.scriptName).toEqual({ script: 'Mong', name: 'ᠪᠠᠭᠠᠲᠤᠷ' });
  });

  test('rows go with what was learnt, handed in and compared; an original that another clerk compared does not', () => {
    const file = { sha256: 'a'.repeat(64), name: '证书.pdf', mediaType: 'application/pdf', bytes: 9, pages: 1 };
    const rows = {
      'qualifications.educations.0.level': '21',
      'qualifications.educations.0.school': '内蒙古大学',
      'qualifications.skills.0.rank': '8',
      'qualifications.skills.0.occupation': '电工',
      'evidence.0.kind': 'education-certificate',
      'evidence.0.file': JSON.stringify(file),
      'evidence.0.originals': '1',
      'evidence.0.seen': seenText(me, '2026-03-01'),
      'evidence.0.translator': '某翻译公司',
    } as const;
    const facts = factsOf({ ...told, ...rows });
    expect(facts?.qualifications).toEqual({
      educations: [{ level: '21', school: '内蒙古大学' }],
      titles: [],
      skills: [{ rank: 8, occupation: '电工' }],
    });
    expect(facts?.evidence).toEqual([
      {
        kind: 'education-certificate',
        file,
        originals: 1,
        copies: 0,
        originalSeen: { by: me, on: '2026-03-01' },
        translation: { translator: '某翻译公司', sealed: false },
      },
    ]);
    const other = '0190a000-0000-7000-8000-000000000002' as StaffId;
    expect(factsOf({ ...told, ...rows, 'evidence.0.seen': seenText(other, '2026-03-01') })?.evidence?.[0]).not.toHaveProperty(
      'originalSeen',
    );
  });
});

test('a file, its facts and everything beside the fields survive in a draft; a supervisor’s sign-off never does', () => {
  const kept = {
    ...form.fields,
    photo: JSON.stringify({ sha256: 'b'.repeat(64), bytes: 5 }),
    toldFrom: 'someone:phone',
    batch: 'a-batch',
    'override.image': '{}',
    'override.number': form.fields['document.number'],
  };
  const texts = toDraftFields({ ...form, fields: kept });
  expect(texts).toMatchObject({ photo: kept.photo, toldFrom: kept.toldFrom, batch: kept.batch, 'override.image': '{}' });
  expect(texts).not.toHaveProperty('override.number');
  expect(readPhotoText(fromDraftFields(texts, today).fields.photo)).toEqual({ sha256: 'b'.repeat(64), bytes: 5 });
});
