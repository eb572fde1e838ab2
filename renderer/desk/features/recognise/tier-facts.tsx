import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findTier, type Material, type PolicyPack, type Route } from '../../../../shared/domain/policy/pack.ts';
import { usePolicy } from '../../app/use-policy.ts';
import type { TierCode } from './tier-choice.tsx';
import { TierConditions, type TierOutlook } from './tier-conditions.tsx';

export interface TierFactsProps {
  pack: PolicyPack;
  tier: TierCode | undefined;
  route: Route | undefined;
  asked: readonly Material[];
  /** Before it is sent; afterwards the matter's own page says how it stood. */
  outlook?: TierOutlook | undefined;
}

/** What the pack says of the chosen tier and route: how it is decided, what must be shown, what it gives, and that it is an example. */
export function TierFacts({ pack, tier, route, asked, outlook }: TierFactsProps) {
  const { t } = useTranslation('recognise');
  const { said } = usePolicy();
  const found = tier && findTier(pack, tier.team, tier.tier);
  const approvers = pack.routes.find((one) => one.code === route)?.approvers ?? [];
  return (
    <section className="recognise-block tier-facts" aria-live="polite" aria-label={t('choose.facts')}>
      {found ? (
        <>
          <h2>
            {said(found.team.name)} · {said(found.tier.name)}
            {pack.sample && <SampleMark />}
          </h2>
          <p>
            {t('choose.years', { count: found.tier.validityYears })} ·{' '}
            {t('choose.workingDays', { count: pack.recognitionWorkingDays })}
          </p>
          <p>{t(found.tier.direct ? 'choose.directMeaning' : 'choose.approvalMeaning')}</p>
          {outlook ? (
            <TierConditions tier={found.tier} asked={asked} outlook={outlook} />
          ) : (
            <Words title={t('choose.evidence')} words={asked.map(said)} />
          )}
          <Words title={t('choose.benefits')} words={found.tier.benefits.map(said)} />
        </>
      ) : (
        <p>{t('choose.chooseTier')}</p>
      )}
      {approvers.length > 0 && <Words title={t('choose.approvers')} words={approvers.map(said)} />}
      {pack.sample && <p className="recognise-quiet">{t('sampleMeaning')}</p>}
    </section>
  );
}

function Words({ title, words }: { title: string; words: readonly string[] }): ReactNode {
  const { t } = useTranslation('recognise');
  return (
    <>
      <h3>{title}</h3>
      {words.length === 0 ? (
        <p>{t('choose.noneListed')}</p>
      ) : (
        <ul>
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Tells that a tier with all it says is an example, and no policy. */
export function SampleMark() {
  const { t } = useTranslation('recognise');
  return (
    <Tag variant="outlined" title={t('sampleMeaning')} className="sample-mark">
      {t('sample')}
    </Tag>
  );
}
