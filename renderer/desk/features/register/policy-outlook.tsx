import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ConditionState, JudgedTier } from '../../../../shared/domain/policy/conditions.ts';
import type { PolicyTeam, PolicyTier } from '../../../../shared/domain/policy/pack.ts';
import { type Policy, usePolicy } from '../../app/use-policy.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { judgeDraft } from './judged-draft.ts';
import { useThisRegistration } from './use-registration.ts';

const icons: Record<ConditionState, typeof CheckCircleOutlined> = {
  met: CheckCircleOutlined,
  missing: CloseCircleOutlined,
  unknown: QuestionCircleOutlined,
};

/** Which teams and tiers there are, and of each condition whether what stands in the form meets it. Nothing is decided by it. */
export function PolicyOutlook() {
  const { t } = useTranslation('register');
  const { form, today } = useThisRegistration();
  const policy = usePolicy();
  const { pack, error } = policy;
  const judged = pack ? judgeDraft(pack, form.fields, today) : [];
  return (
    <Card
      size="small"
      className="side-card"
      title={<h2>{t('outlook.title')}</h2>}
      extra={
        pack?.sample && (
          <Tag variant="outlined" title={t('outlook.sampleMeaning')}>
            {t('outlook.sample')}
          </Tag>
        )
      }
    >
      <RefusalWords error={error} />
      <p className="quiet">{t('outlook.unknown')}</p>
      {pack?.teams.map((team) => (
        <Team key={team.code} team={team} judged={judged.filter((one) => one.team === team.code)} policy={policy} />
      ))}
    </Card>
  );
}

interface TeamProps {
  team: PolicyTeam;
  judged: readonly JudgedTier[];
  policy: Policy;
}

function Team({ team, judged, policy }: TeamProps) {
  const { t } = useTranslation('register');
  return (
    <section className="outlook-team">
      <h3>
        {policy.said(team.name)} <span className="quiet outlook-article">{t('outlook.article', { article: team.article })}</span>
      </h3>
      <dl>
        {team.tiers.map((tier) => (
          <Tier key={tier.code} tier={tier} judged={judged.find((one) => one.tier === tier.code)} policy={policy} />
        ))}
      </dl>
    </section>
  );
}

interface TierProps {
  tier: PolicyTier;
  judged: JudgedTier | undefined;
  policy: Policy;
}

function Tier({ tier, judged, policy }: TierProps) {
  const { t } = useTranslation('register');
  return (
    <div>
      <dt>{policy.said(tier.name)}</dt>
      <dd>
        {tier.conditions.length === 0 && t('outlook.noConditions')}
        {tier.conditions.map(({ code, name }) => {
          const state = judged?.conditions.find((one) => one.code === code)?.state ?? 'unknown';
          const Icon = icons[state];
          return (
            <span key={code} className="outlook-condition" data-state={state}>
              <Icon aria-hidden="true" /> <span className="visually-hidden">{t(`outlook.state.${state}`)}</span>{' '}
              {policy.said(name)}
            </span>
          );
        })}
        {tier.direct && <span className="outlook-direct">{t('outlook.direct')}</span>}
      </dd>
    </div>
  );
}
