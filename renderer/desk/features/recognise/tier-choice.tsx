import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PolicyPack } from '../../../../shared/domain/policy/pack.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Field } from '../../ui/field.tsx';

export interface TierCode {
  team: string;
  tier: string;
}

export interface TierChoiceProps {
  pack: PolicyPack;
  value: TierCode | undefined;
  onChange(tier: TierCode): void;
  problem: string | undefined;
}

/** All teams with their tiers as one choice: arrows go through them, and nothing is chosen beforehand. */
export function TierChoice({ pack, value, onChange, problem }: TierChoiceProps) {
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

// A pack's codes hold no slash.
const codeOf = ({ team, tier }: TierCode) => `${team}/${tier}`;
function toTierCode(code: string): TierCode {
  const [team = '', tier = ''] = code.split('/');
  return { team, tier };
}
