import { useTranslation } from 'react-i18next';
import { CodeField } from './code-field.tsx';
import { ChoiceField, DateText, TextField } from './fields.tsx';
import type { FieldName } from './registration-fields.ts';
import { MoreButton, Section, useFolding } from './section.tsx';
import { useThisRegistration } from './use-registration.ts';

/** Documents that a foreigner may hold: their nationality is asked, and a household place they have none. */
const foreignKinds = ['hk-macao-travel', 'foreign-pr', 'foreign-pr-2004', 'passport'];
const rare: readonly FieldName[] = ['identity.formerName', 'identity.scriptName', 'identity.latinName'];

export function IdentitySection() {
  const { t } = useTranslation('register');
  const { form, problems } = useThisRegistration();
  const foreign = foreignKinds.includes(form.fields['document.kind']);
  const folded: FieldName = foreign ? 'identity.householdPlace' : 'identity.nationality';
  // A nationality that the number brought is no reason to unfold.
  const folding = useFolding(foreign ? [...rare, folded] : rare);
  const open = folding.open || problems[folded] !== undefined;
  const sexes = (foreign || form.fields['identity.sex'] === '9' ? (['1', '2', '9'] as const) : (['1', '2'] as const)).map(
    (value) => ({ value, label: t(`sex.${value}`) }),
  );
  return (
    <Section
      name="identity"
      acts={<MoreButton folding={{ ...folding, open }} what={t(foreign ? 'more.identityForeign' : 'more.identity')} />}
    >
      <div className="register-grid">
        <TextField name="identity.name" span={foreign ? 7 : 8} className="name" hint={t('nameHint')} />
        <ChoiceField name="identity.sex" span={foreign ? 7 : 5} options={sexes} />
        <DateText name="identity.birthDate" span={5} />
        {foreign ? <NationalityField span={5} /> : <HouseholdField span={6} />}
      </div>
      {open && (
        <div className="register-grid" data-pass={folding.open ? undefined : ''}>
          {foreign ? <HouseholdField span={6} /> : <NationalityField span={6} />}
          <TextField name="identity.formerName" span={5} className="name" />
          <TextField name="identity.scriptName" span={6} className="name" />
          <TextField name="identity.latinName" span={7} className="name" />
        </div>
      )}
    </Section>
  );
}

function NationalityField({ span }: { span: number }) {
  return <CodeField name="identity.nationality" table="identity.nationality" span={span} />;
}

function HouseholdField({ span }: { span: number }) {
  const { t } = useTranslation('register');
  return <TextField name="identity.householdPlace" span={span} hint={t('householdHint')} />;
}
