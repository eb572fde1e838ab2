import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PolicyPack } from '../../../../shared/domain/policy/pack.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Field } from '../../ui/field.tsx';
import type { TierOutlook } from './tier-conditions.tsx';

export interface TierCode {
  team: string;
  tier: string;
}

export interface TierChoiceProps {
  pack: PolicyPack;
  value: TierCode | undefined;
  outlook: readonly TierOutlook[] | undefined;
  onChange(tier: TierCode): void;
  problem: string | undefined;
}

/** All teams with their tiers as one choice: arrows go through them, and nothing is chosen beforehand. */
export function TierChoice({ pack, value, outlook, onChange, problem }: TierChoiceProps) {
  const { t } = useTranslation('recognise');
  const { said } = usePolicy();
  return (
    <div className="recognise-block">
      <Field label={t('choose.tier')} required group problem={problem}>
        {({ 'aria-labelledby': labelledBy }) => (
          <Radio.Group
            aria-labelledby={labelledBy}
            className="choose-list"
            value={value ? codeOf(value) : null}
            onChange={(event) => onChange(toTierCode(event.target.value as string))}
          >
            {pack.teams.map((team, teamIndex) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset would name each radio of the one group twice
              <div key={team.code} role="group" aria-label={said(team.name)} className="choose-team">
                <div className="choose-team-name" aria-hidden="true">
                  {said(team.name)} <small>{t('choose.article', { article: team.article })}</small>
                </div>
                {team.tiers.map((tier, index) => (
                  <Radio
                    key={tier.code}
                    value={codeOf({ team: team.code, tier: tier.code })}
                    autoFocus={teamIndex === 0 && index === 0}
                  >
                    {said(tier.name)} {tier.direct && <small>{t('choose.directMark')}</small>}
                    <Counts counts={outlook?.find((one) => one.team === team.code && one.tier === tier.code)?.counts} />
                  </Radio>
                ))}
              </div>
            ))}
          </Radio.Group>
        )}
      </Field>
    </div>
  );
}

/** How many of a tier's conditions are met, not met and unknown; nothing where it has none. */
function Counts({ counts }: { counts: TierOutlook['counts'] | undefined }) {
  const { t } = useTranslation('application');
  if (!counts || counts.met + counts.missing + counts.unknown === 0) return null;
  return (
    <small className="tier-counts" title={t('counts', counts)}>
      <span aria-hidden="true">
        ✓{counts.met} ✗{counts.missing} ?{counts.unknown}
      </span>
      <span className="visually-hidden">{t('counts', counts)}</span>
    </small>
  );
}

// A pack's codes hold no slash.
const codeOf = ({ team, tier }: TierCode) => `${team}/${tier}`;
function toTierCode(code: string): TierCode {
  const [team = '', tier = ''] = code.split('/');
  return { team, tier };
}
