import { useTranslation } from 'react-i18next';
import { CodeField } from './code-field.tsx';
import { DateText, TextField } from './fields.tsx';
import { type ColumnOf, rowName } from './row-lists.ts';
import { AddButton, Row, useRowsOf } from './rows-list.tsx';
import { MoreButton, Section, useFolding } from './section.tsx';
import { TitleField } from './title-field.tsx';

/** Optional as a whole: Enter at its empty first field goes on to the employer. */
export function QualificationsSection() {
  const educations = useRowsOf('qualifications.educations', 1);
  const titles = useRowsOf('qualifications.titles');
  const skills = useRowsOf('qualifications.skills');
  const acts = (
    <>
      <AddButton list="qualifications.educations" />
      <AddButton list="qualifications.titles" />
      <AddButton list="qualifications.skills" />
    </>
  );
  return (
    <Section name="qualifications" run="qualifications" acts={acts}>
      {educations.map((at) => (
        <EducationRow key={at} at={at} />
      ))}
      {titles.map((at) => (
        <TitleRow key={at} at={at} />
      ))}
      {skills.map((at) => (
        <SkillRow key={at} at={at} />
      ))}
    </Section>
  );
}

const certificates = [
  'certificateNumber',
  'degreeNumber',
  'onlineCode',
  'onlineCodeExpiresOn',
  'overseasReport',
] as const satisfies readonly ColumnOf<'qualifications.educations'>[];

function EducationRow({ at }: { at: number }) {
  const { t } = useTranslation('register');
  const list = 'qualifications.educations';
  const name = (column: ColumnOf<typeof list>) => rowName(list, at, column);
  const folding = useFolding(certificates.map(name));
  return (
    <Row list={list} at={at} acts={<MoreButton folding={folding} what={t('more.education')} />}>
      <div className="register-grid">
        <CodeField name={name('level')} table="qualifications.educations.level" span={5} />
        <CodeField name={name('degree')} table="qualifications.educations.degree" span={5} />
        <TextField name={name('school')} span={5} />
        <TextField name={name('major')} span={4} />
        <DateText name={name('completedOn')} span={5} />
        {folding.open && (
          <>
            <TextField name={name('certificateNumber')} span={8} />
            <TextField name={name('degreeNumber')} span={8} />
            <TextField name={name('overseasReport')} span={8} />
            <TextField name={name('onlineCode')} span={8} />
            <DateText name={name('onlineCodeExpiresOn')} span={8} />
          </>
        )}
      </div>
    </Row>
  );
}

function TitleRow({ at }: { at: number }) {
  const list = 'qualifications.titles';
  const name = (column: ColumnOf<typeof list>) => rowName(list, at, column);
  return (
    <Row list={list} at={at}>
      <div className="register-grid">
        <TitleField at={at} span={6} />
        <TextField name={name('number')} span={6} />
        <TextField name={name('issuer')} span={7} />
        <DateText name={name('awardedOn')} span={5} />
      </div>
    </Row>
  );
}

function SkillRow({ at }: { at: number }) {
  const list = 'qualifications.skills';
  const name = (column: ColumnOf<typeof list>) => rowName(list, at, column);
  return (
    <Row list={list} at={at}>
      <div className="register-grid">
        <CodeField name={name('rank')} table="qualifications.skills.rank" span={4} />
        <TextField name={name('occupation')} span={5} />
        <TextField name={name('number')} span={5} />
        <TextField name={name('issuer')} span={5} />
        <DateText name={name('awardedOn')} span={5} />
      </div>
    </Row>
  );
}
