import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { CardTag } from './card-tag.tsx';
import { IdentityLine } from './identity-line.tsx';
import { PersonPhoto } from './person-photo.tsx';
import { cardStanding, tierStanding } from './standing.ts';

/** Who this is, at one glance: photo place, name, tier, card, covered numbers, and where they work. */
export function PersonHeader({ view, today }: { view: PersonView; today: PlainDate }) {
  const { t } = useTranslation('person');
  const { employment, identity, document } = view;
  const validTo = document.validTo === 'long-term' ? t('longTerm') : document.validTo;
  return (
    <section className="person-header" aria-label={identity.name}>
      <PersonPhoto photo={view.photo} />
      <div className="person-facts">
        <div className="person-name-line">
          <h2 className="person-name">{identity.name}</h2>
          <TierTag view={view} today={today} />
          <CardTag state={cardStanding(view, today)} whole />
        </div>
        <IdentityLine view={view} />
        <dl>
          <Fact label={t('employer')} value={employment?.employerName} />
          <Fact label={t('position')} value={employment?.position} />
          <Fact label={t('sexLabel')} value={t(`sex.${identity.sex}`)} />
          <Fact label={t('birthDate')} value={identity.birthDate} />
          <Fact label={t('validTo')} value={validTo} />
          <Fact label={t('registeredOn')} value={view.registeredOn} />
        </dl>
      </div>
    </section>
  );
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  if (!value) return null;
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function TierTag({ view, today }: { view: PersonView; today: PlainDate }) {
  const { t } = useTranslation('person');
  const { named, pack } = usePolicy();
  const standing = tierStanding(view, today);
  if (standing.is === 'none') return <Tag>{t('tierNone')}</Tag>;
  const tier = `${named(standing.teamName)} · ${named(standing.tierName)}`;
  return (
    <>
      {standing.is === 'recognised' ? <Tag color="success">{tier}</Tag> : <Tag color="warning">{t('applying', { tier })}</Tag>}
      {pack?.sample && (
        <Tag variant="outlined" title={t('sampleMeaning')}>
          {t('sample')}
        </Tag>
      )}
      {standing.is === 'recognised' && <span>{t('tierUntil', { date: standing.validTo })}</span>}
    </>
  );
}
