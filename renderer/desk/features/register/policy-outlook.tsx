import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PolicyTeam, PolicyTier } from '../../../../shared/domain/policy/pack.ts';
import { type Policy, usePolicy } from '../../app/use-policy.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';

/** Which teams and tiers there are, and what each asks for. Whether a person meets them is decided at recognition. */
export function PolicyOutlook() {
  const { t } = useTranslation('register');
  const policy = usePolicy();
  const { pack, error } = policy;
  return (
    <Card
      size="small"
      className="side-card"
      title={<h2>{t('outlook.title')}</h2>}
      extra={pack?.sample && <Tag title={t('outlook.sampleMeaning')}>{t('outlook.sample')}</Tag>}
    >
      <RefusalWords error={error} />
      <p className="quiet">{t('outlook.unknown')}</p>
      {pack?.teams.map((team) => (
        <Team key={team.code} team={team} policy={policy} />
      ))}
    </Card>
  );
}

function Team({ team, policy }: { team: PolicyTeam; policy: Policy }) {
  const { t } = useTranslation('register');
  return (
    <section className="outlook-team">
      <h3>
        {policy.said(team.name)} <span className="quiet outlook-article">{t('outlook.article', { article: team.article })}</span>
      </h3>
      <dl>
        {team.tiers.map((tier) => (
          <Tier key={tier.code} tier={tier} policy={policy} />
        ))}
      </dl>
    </section>
  );
}

function Tier({ tier, policy }: { tier: PolicyTier; policy: Policy }) {
  const { t } = useTranslation('register');
  const evidence = tier.evidence.map((text) => policy.said(text)).join(t('and'));
  return (
    <div>
      <dt>{policy.said(tier.name)}</dt>
      <dd>
        {evidence || t('outlook.noEvidence')}
        {tier.direct && <span className="outlook-direct"> · {t('outlook.direct')}</span>}
      </dd>
    </div>
  );
}
