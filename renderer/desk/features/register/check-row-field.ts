import { evidenceKind } from '../../../../shared/domain/evidence/evidence-item.ts';
import { isPlainDate } from '../../../../shared/domain/plain-date.ts';
import { education, professionalTitle, skill } from '../../../../shared/domain/talent/qualifications.ts';
import { findEducation } from '../../../../shared/standards/gb-4658.ts';
import { findDegree } from '../../../../shared/standards/gb-6864.ts';
import { findTitle } from '../../../../shared/standards/gb-8561.ts';
import { findSkillLevel } from '../../../../shared/standards/skill-levels.ts';
import { type Checked, type Checks, checkPast, type Finding, fine, refused } from './finding.ts';
import type { FieldKey } from './registration-fields.ts';
import type { RowKey, RowPlace } from './row-lists.ts';

const { school, major, certificateNumber, degreeNumber, overseasReport, onlineCode } = education.shape;

const checks: Checks<RowKey> = {
  'qualifications.educations.level': ({ text }) => ofTable(findEducation(text)),
  'qualifications.educations.degree': ({ text }) => ofTable(findDegree(text)),
  'qualifications.educations.school': shorterThan(school),
  'qualifications.educations.major': shorterThan(major),
  'qualifications.educations.completedOn': checkPast,
  'qualifications.educations.certificateNumber': shorterThan(certificateNumber),
  'qualifications.educations.degreeNumber': shorterThan(degreeNumber),
  'qualifications.educations.onlineCode': ({ text }) =>
    onlineCode.safeParse(text).success ? fine : refused('not-an-online-code'),
  'qualifications.educations.onlineCodeExpiresOn': warnOfPast,
  'qualifications.educations.overseasReport': shorterThan(overseasReport),
  'qualifications.titles.name': shorterThan(professionalTitle.shape.name),
  'qualifications.titles.code': ({ text }) => ofTable(findTitle(text)),
  'qualifications.titles.number': shorterThan(professionalTitle.shape.number),
  'qualifications.titles.issuer': shorterThan(professionalTitle.shape.issuer),
  'qualifications.titles.awardedOn': checkPast,
  'qualifications.skills.rank': ({ text }) => ofTable(findSkillLevel(Number(text))),
  'qualifications.skills.occupation': shorterThan(skill.shape.occupation),
  'qualifications.skills.number': shorterThan(skill.shape.number),
  'qualifications.skills.issuer': shorterThan(skill.shape.issuer),
  'qualifications.skills.awardedOn': checkPast,
  'evidence.kind': ({ text }) => (evidenceKind.safeParse(text).success ? fine : refused('not-a-code')),
  'evidence.file': () => fine,
  'evidence.originals': sheets,
  'evidence.copies': sheets,
  'evidence.seen': () => fine,
  'evidence.expiresOn': warnOfPast,
  'evidence.translator': ({ text }) => (text.length > 100 ? refused('too-long') : fine),
  'evidence.sealed': () => fine,
  'evidence.note': ({ text }) => (text.length > 200 ? refused('too-long') : fine),
};

/** Checks a field of a row by what its column asks for. */
export function checkRowField({ list, column }: RowPlace, checked: Checked): Finding {
  return checks[`${list}.${column}` as FieldKey & RowKey](checked);
}

function ofTable(entry: object | undefined): Finding {
  return entry ? fine : refused('not-a-code');
}

function shorterThan(schema: { safeParse(text: string): { success: boolean } }): (checked: Checked) => Finding {
  return ({ text }) => (schema.safeParse(text).success ? fine : refused('too-long'));
}

function sheets({ text }: Checked): Finding {
  return /^\d{1,2}$/.test(text) ? fine : refused('not-sheets');
}

/** A code or a material that has run out can still be handed in: whoever decides needs to know, nobody is turned away. */
function warnOfPast({ text, today }: Checked): Finding {
  if (!isPlainDate(text)) return refused('not-a-date');
  return text < today ? { warning: 'run-out' } : fine;
}
