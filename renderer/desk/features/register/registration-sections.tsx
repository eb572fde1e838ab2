import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { idKind } from '../../../../shared/domain/talent/id-kind.ts';
import { engagementKind } from '../../../../shared/domain/talent/person.ts';
import { EmployerField } from './employer-field.tsx';
import { ChoiceField, DateText, TextField } from './fields.tsx';
import type { SectionName } from './registration-fields.ts';
import { ValidToField } from './valid-to-field.tsx';

/** All that is asked, from top to bottom. */
export function RegistrationSections() {
  return (
    <>
      <DocumentSection />
      <IdentitySection />
      <EmploymentSection />
      <ContactSection />
    </>
  );
}

function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const { t } = useTranslation('register');
  return (
    <section className="register-section" data-section={name} aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`}>{t(`section.${name}`)}</h2>
      <div className="register-grid">{children}</div>
    </section>
  );
}

function DocumentSection() {
  const { t } = useTranslation('register');
  return (
    <Section name="document">
      <ChoiceField
        name="document.kind"
        span={14}
        options={idKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField name="document.number" span={10} className="number" />
      <TextField name="document.issuer" span={9} />
      <DateText name="document.validFrom" span={6} />
      <ValidToField span={9} />
    </Section>
  );
}

function IdentitySection() {
  const { t } = useTranslation('register');
  const sexes = (['1', '2'] as const).map((value) => ({ value, label: t(`sex.${value}`) }));
  return (
    <Section name="identity">
      <TextField name="identity.name" span={8} className="name" hint={t('nameHint')} />
      <ChoiceField name="identity.sex" span={5} options={sexes} />
      <DateText name="identity.birthDate" span={5} />
      <TextField name="identity.householdPlace" span={6} hint={t('householdHint')} />
    </Section>
  );
}

function EmploymentSection() {
  const { t } = useTranslation('register');
  const engagements = engagementKind.options.map((value) => ({ value, label: t(`engagement.${value}`) }));
  return (
    <Section name="employment">
      <EmployerField name="employment.employerName" span={10} />
      <EmployerField name="employment.uscc" span={8} />
      <TextField name="employment.position" span={6} />
      <ChoiceField name="employment.engagement" span={14} options={engagements} />
      <DateText name="employment.startsOn" span={5} />
      <DateText name="employment.endsOn" span={5} />
    </Section>
  );
}

function ContactSection() {
  return (
    <Section name="contact">
      <TextField name="contact.phone" span={7} className="number" />
      <TextField name="contact.email" span={8} />
      <TextField name="contact.residence" span={9} />
    </Section>
  );
}
