import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { findCountry } from '../../../../shared/standards/gb-2659.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { LearningItems } from './learning-items.tsx';
import { MaterialsTable } from './materials-table.tsx';

/** What was registered and isn't in the header: names, learning, employment, how it came in, and the materials with who compared them. */
export function RecordTab({ view }: { view: PersonView }) {
  const { t } = useTranslation(['person', 'register']);
  return (
    <>
      <Facts title={t('register:section.identity')} facts={useIdentityFacts(view)} />
      <LearningItems qualifications={view.qualifications} />
      <Facts title={t('register:section.employment')} facts={useEmploymentFacts(view)} />
      <Facts title={t('record.intake')} facts={useIntakeFacts(view)} />
      <MaterialsTable materials={view.evidence} />
    </>
  );
}

type Fact = readonly [label: string, value: string | undefined];

/** Facts with a value; a heading with none is left out. */
function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const there = facts.filter(([, value]) => value !== undefined && value !== '');
  if (there.length === 0) return null;
  return (
    <Descriptions
      size="small"
      column={2}
      className="person-block"
      title={title}
      items={there.map(([label, value]) => ({ key: label, label, children: value }))}
    />
  );
}

function useIdentityFacts({ document, identity, numberAccepted, contact }: PersonView): Fact[] {
  const { t, i18n } = useTranslation(['person', 'register']);
  const country = findCountry(identity.nationality);
  const accepted = numberAccepted && t('record.acceptedBy', { name: numberAccepted.signedOffBy, date: numberAccepted.on });
  return [
    [t('register:field.identity.formerName'), identity.formerName],
    [t('register:field.identity.scriptName'), identity.scriptName?.name],
    [t('register:field.identity.latinName'), identity.latinName],
    [t('register:field.identity.nationality'), i18n.language === 'en' ? country?.en : country?.zh],
    [t('register:field.identity.householdPlace'), identity.householdPlace],
    [t('register:field.document.issuer'), document.issuer],
    [t('record.numberAccepted'), accepted],
    [t('register:field.contact.email'), contact.email],
    [t('register:field.contact.residence'), contact.residence],
  ];
}

function useEmploymentFacts({ employment }: PersonView): Fact[] {
  const { t } = useTranslation('register');
  if (!employment) return [];
  const { uscc, engagement, startsOn, endsOn, site } = employment;
  const period = startsOn || endsOn ? `${startsOn ?? ''} – ${endsOn ?? ''}` : undefined;
  return [
    [t('field.employment.uscc'), uscc],
    [t('field.employment.engagement'), engagement && t(`engagement.${engagement}`)],
    [t('field.employment.startsOn'), period],
    [t('section.employment'), site],
  ];
}

function useIntakeFacts({ intake, registeredOn, enteredOn, toldFrom }: PersonView): Fact[] {
  const { t } = useTranslation(['person', 'register']);
  const { said, pack } = usePolicy();
  const told = toldFrom.map(({ name }) => name).join(t('register:and'));
  if (!intake) return [[t('record.toldFrom'), told]];
  const { applicant, notice, backdated, batch, firstClerk } = intake;
  const purposes = notice.purposes.map((code) => {
    const purpose = pack?.notice?.purposes.find((one) => one.code === code);
    return purpose ? said(purpose.name) : code;
  });
  const other = [applicant.name, applicant.maskedNumber, applicant.authorisation?.scope].filter(Boolean).join(' · ');
  return [
    [t('register:field.intake.applicant.role'), [t(`register:role.${applicant.role}`), other].filter(Boolean).join('：')],
    [t('record.firstClerk'), firstClerk],
    [t('record.notice'), `${notice.version} · ${notice.givenOn} · ${purposes.join(t('register:and'))}`],
    [t('record.batch'), batch?.employerName],
    [t('record.backdated'), backdated && `${registeredOn}（${backdated.reason}）`],
    [t('record.enteredOn'), enteredOn],
    [t('record.toldFrom'), told],
  ];
}
