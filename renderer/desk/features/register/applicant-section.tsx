import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { applicantRole } from '../../../../shared/domain/talent/application.ts';
import { CodeField } from './code-field.tsx';
import { ChoiceField, DateText, TextField } from './fields.tsx';
import { isForAnother, textOf } from './registration-fields.ts';
import { rowName } from './row-lists.ts';
import { rowCount } from './rows.ts';
import { MoreButton, Section, useFolding } from './section.tsx';
import { useThisRegistration } from './use-registration.ts';

export function ApplicantSection() {
  const { t } = useTranslation('register');
  const { form } = useThisRegistration();
  const folding = useFolding(['intake.backdated.on', 'intake.backdated.reason']);
  const another = isForAnother(form.fields);
  const roles = applicantRole.options.map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <Section name="applicant" acts={<MoreButton folding={folding} what={t('more.backdating')} />}>
      <div className="register-grid">
        {/* The person themself mostly: Enter passes it over, Tab and the index go there. */}
        <div className="role-place" data-pass={form.fields['intake.applicant.role'] === '' ? '' : undefined}>
          <ChoiceField
            name="intake.applicant.role"
            span={24}
            options={roles}
            otherwise="self"
            note={another ? undefined : t('applicant.self')}
          />
        </div>
        {another && <OtherApplicant />}
        {folding.open && (
          <>
            <DateText name="intake.backdated.on" span={6} />
            <TextField name="intake.backdated.reason" span={18} />
          </>
        )}
      </div>
    </Section>
  );
}

function OtherApplicant() {
  return (
    <>
      <TextField name="intake.applicant.name" span={7} className="name" />
      <TextField name="intake.applicant.phone" span={5} className="number" />
      <CodeField name="intake.applicant.document.kind" table="intake.applicant.document.kind" span={6} />
      <TextField name="intake.applicant.document.number" span={8} className="number" />
      <TextField name="intake.applicant.authorisation.scope" span={10} />
      <DateText name="intake.applicant.authorisation.expiresOn" span={5} />
      <NeededMaterial />
    </>
  );
}

/** Anybody but the person brings a letter of authorisation, a guardian the proof of it: one press adds it to the materials. */
function NeededMaterial() {
  const { t } = useTranslation('register');
  const { form, add, choose } = useThisRegistration();
  const kind = form.fields['intake.applicant.role'] === 'guardian' ? 'guardianship' : 'authorisation';
  const count = rowCount(form, 'evidence');
  const there = Array.from({ length: count }, (_, at) => textOf(form.fields, rowName('evidence', at, 'kind'))).includes(kind);
  return (
    <div className="needed-material">
      <span className="quiet">{t('applicant.needs', { what: t(`applicant.${kind}`) })}</span>
      {!there && (
        <Button
          size="small"
          onClick={() => {
            // The row first: what is written opens its own, and this would then be a second one.
            add('evidence');
            choose(rowName('evidence', count, 'kind'), kind);
            choose(rowName('evidence', count, 'originals'), '1');
          }}
        >
          {t('applicant.addMaterial', { what: t(`applicant.${kind}`) })}
        </Button>
      )}
    </div>
  );
}
