import { findEducation } from '../../standards/gb-4658.ts';
import { findDegree } from '../../standards/gb-6864.ts';
import { findTitle } from '../../standards/gb-8561.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PersonFacts } from './person.ts';
import type { Education, SkillRecord, TitleRecord } from './qualifications.ts';
import { type RefusedField, refusedUnless } from './refused-field.ts';

/** Codes by GB/T 4658, GB/T 6864 and GB/T 8561; nothing that was awarded lies ahead. Whether degree and schooling fit is no judgement of ours. */
export function checkQualifications({ qualifications }: PersonFacts, today: PlainDate): RefusedField[] {
  if (!qualifications) return [];
  const { educations, titles, skills } = qualifications;
  return [
    ...educations.flatMap((one, at) => checkEducation(one, { path: `qualifications.educations.${at}`, today })),
    ...titles.flatMap((one, at) => checkTitle(one, { path: `qualifications.titles.${at}`, today })),
    ...skills.flatMap((one, at) => checkSkill(one, { path: `qualifications.skills.${at}`, today })),
  ];
}

interface Place {
  readonly path: string;
  readonly today: PlainDate;
}

function checkEducation({ level, degree, completedOn }: Education, { path, today }: Place): RefusedField[] {
  return [
    ...refusedUnless(findEducation(level) !== undefined, `${path}.level`, 'not-a-code'),
    ...refusedUnless(degree === undefined || findDegree(degree) !== undefined, `${path}.degree`, 'not-a-code'),
    ...refusedUnless(!completedOn || completedOn <= today, `${path}.completedOn`, 'in-the-future'),
  ];
}

function checkTitle({ code, awardedOn }: TitleRecord, { path, today }: Place): RefusedField[] {
  return [
    ...refusedUnless(code === undefined || findTitle(code) !== undefined, `${path}.code`, 'not-a-code'),
    ...refusedUnless(!awardedOn || awardedOn <= today, `${path}.awardedOn`, 'in-the-future'),
  ];
}

function checkSkill({ awardedOn }: SkillRecord, { path, today }: Place): RefusedField[] {
  return refusedUnless(!awardedOn || awardedOn <= today, `${path}.awardedOn`, 'in-the-future');
}
