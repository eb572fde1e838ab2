import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { findEducation } from '../../../../shared/standards/gb-4658.ts';
import { findDegree } from '../../../../shared/standards/gb-6864.ts';
import { findSkillLevel } from '../../../../shared/standards/skill-levels.ts';

/** 学历职称, a line each, highest first as the clerk entered them. */
export function LearningItems({ qualifications }: { qualifications: PersonView['qualifications'] }) {
  const { t, i18n } = useTranslation('register');
  const named = (entry: { zh: string; en: string } | undefined) => (i18n.language === 'en' ? entry?.en : entry?.zh);
  if (!qualifications) return null;
  const { educations, titles, skills } = qualifications;
  const lines = [
    ...educations.map(({ level, degree, school, major, completedOn, certificateNumber }) => [
      named(findEducation(level)) ?? level,
      degree && (named(findDegree(degree)) ?? degree),
      school,
      major,
      completedOn,
      certificateNumber,
    ]),
    ...titles.map(({ name, issuer, number, awardedOn }) => [name, issuer, number, awardedOn]),
    ...skills.map(({ rank, occupation, issuer, number, awardedOn }) => [
      named(findSkillLevel(rank)),
      occupation,
      issuer,
      number,
      awardedOn,
    ]),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="person-block" aria-label={t('section.qualifications')}>
      <h3>{t('section.qualifications')}</h3>
      <ul className="person-lines">
        {lines.map((parts) => {
          const words = parts.filter(Boolean).join(' · ');
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </section>
  );
}
