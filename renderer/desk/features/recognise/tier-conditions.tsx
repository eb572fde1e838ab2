import { CheckCircleOutlined, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Material, PolicyTier } from '../../../../shared/domain/policy/pack.ts';
import type { desk } from '../../app/desk-client.ts';
import { usePolicy } from '../../app/use-policy.ts';
import type { application } from '../../i18n/zh/application.ts';

export type Outlook = Awaited<ReturnType<typeof desk.recognitions.outlook>>;
export type TierOutlook = Outlook['tiers'][number];

const icons = { met: CheckCircleOutlined, missing: CloseCircleOutlined, unknown: QuestionCircleOutlined };

export interface TierConditionsProps {
  tier: PolicyTier;
  asked: readonly Material[];
  outlook: TierOutlook | undefined;
}

/** Each condition of the chosen tier: met, not met or unknown, in words, and what would make it known. */
export function TierConditions({ tier, asked, outlook }: TierConditionsProps) {
  const { t } = useTranslation('application');
  const { said } = usePolicy();
  const nameOf = (code: string) => asked.filter((one) => one.code === code).map(said);
  return (
    <>
      <h3>{t('conditions')}</h3>
      {tier.conditions.length === 0 && <p>{t('noConditions')}</p>}
      <ul className="tier-conditions">
        {tier.conditions.map(({ code, name, evidence = [] }) => {
          const judged = outlook?.conditions.find((one) => one.code === code);
          const state = judged?.state ?? 'unknown';
          const Icon = icons[state];
          const proof = evidence.flatMap(nameOf).join(t('and'));
          return (
            <li key={code} data-state={state}>
              <Icon aria-hidden="true" /> <strong>{t(`state.${state}`)}</strong> {said(name)}
              {judged && judged.needs.length > 0 && (
                <small>
                  {' '}
                  {t('needs', {
                    what: needs(judged.needs)
                      .map((one) => t(one))
                      .join(t('and')),
                  })}
                </small>
              )}
              {state !== 'met' && proof !== '' && <small> {t('proof', { what: proof })}</small>}
            </li>
          );
        })}
      </ul>
      <p className="recognise-quiet">{t('conditionsNote')}</p>
    </>
  );
}

function needs(names: readonly string[]) {
  return names.map((name) => `variable.${name as keyof typeof application.variable}` as const);
}
