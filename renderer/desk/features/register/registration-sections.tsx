import { useTranslation } from 'react-i18next';
import { engagementKind } from '../../../../shared/domain/talent/person.ts';
import { ApplicantSection } from './applicant-section.tsx';
import { DocumentSection } from './document-section.tsx';
import { EmployerField } from './employer-field.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { ChoiceField, DateText, TextField } from './fields.tsx';
import { IdentitySection } from './identity-section.tsx';
import { NoticeSection } from './notice-section.tsx';
import { QualificationsSection } from './qualifications-section.tsx';
import { Section } from './section.tsx';

/** All that is asked, from top to bottom. */
export function RegistrationSections() {
  return (
    <>
      <DocumentSection />
      <IdentitySection />
      <QualificationsSection />
      <EmploymentSection />
      <ContactSection />
      <ApplicantSection />
      <NoticeSection />
      <EvidenceSection />
    </>
  );
}

function EmploymentSection() {
  const { t } = useTranslation('register');
  const engagements = engagementKind.options.map((value) => ({ value, label: t(`engagement.${value}`) }));
  return (
    <Section name="employment">
      <div className="register-grid">
        <EmployerField name="employment.employerName" span={10} />
        <EmployerField name="employment.uscc" span={8} />
        <TextField name="employment.position" span={6} />
        <ChoiceField name="employment.engagement" span={14} options={engagements} />
        <div className="employment-run" data-run="employment">
          <DateText name="employment.startsOn" span={5} />
          <DateText name="employment.endsOn" span={5} />
        </div>
      </div>
    </Section>
  );
}

function ContactSection() {
  return (
    <Section name="contact">
      <div className="register-grid">
        <TextField name="contact.phone" span={7} className="number" />
        <div className="contact-run" data-run="contact">
          <TextField name="contact.email" span={8} />
          <TextField name="contact.residence" span={9} />
        </div>
      </div>
    </Section>
  );
}
