import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type TakenOverState, takenOverState } from '../../../../shared/domain/taking-over/ledger-words.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { LedgerStep, type MappingProps } from './ledger-step.tsx';

/** What each different word of the ledger means here, said once. */
export function WordMapping({ ledger, disabled, open }: MappingProps) {
  const { t } = useTranslation(['takeOver', 'cardLife']);
  const { pack, said } = usePolicy();
  const { plan, preview } = ledger;
  if (!plan || !preview || !pack) return null;
  const { words } = plan;
  const tiers = pack.teams.flatMap((team) =>
    // A pack's codes hold no slash.
    team.tiers.map((tier) => ({ value: `${team.code}/${tier.code}`, label: `${said(team.name)} · ${said(tier.name)}` })),
  );
  const states = takenOverState.options.map((state) => ({ value: state, label: t(`cardLife:state.${state}`) }));
  const setTier = (word: string, code: string) => {
    const [team = '', tier = ''] = code.split('/');
    ledger.setWords({ ...words, tiers: { ...words.tiers, [word]: { team, tier } } });
  };
  const setState = (word: string, state: TakenOverState) =>
    ledger.setWords({ ...words, states: { ...words.states, [word]: state } });
  return (
    <LedgerStep title={t('words.title')} open={open}>
      <p className="ledger-hint">{t('words.hint')}</p>
      {preview.tooManyWords && (
        <p role="alert" className="ledger-missing">
          {t('words.tooMany')}
        </p>
      )}
      <div className="ledger-words">
        {preview.tierWords.map(({ word, rows }) => {
          const tier = Object.hasOwn(words.tiers, word) ? words.tiers[word] : undefined;
          const value = tier && `${tier.team}/${tier.tier}`;
          return (
            <OneWord
              key={`tier ${word}`}
              {...{ word, rows, value, disabled }}
              options={tiers}
              onChange={(code) => setTier(word, code)}
            />
          );
        })}
        {preview.stateWords.map(({ word, rows }) => {
          const value = Object.hasOwn(words.states, word) ? words.states[word] : undefined;
          return (
            <OneWord
              key={`state ${word}`}
              {...{ word, rows, value, disabled }}
              options={states}
              onChange={(state) => setState(word, state)}
            />
          );
        })}
      </div>
    </LedgerStep>
  );
}

interface OneWordProps<Value extends string> {
  word: string;
  rows: number;
  value: Value | undefined;
  options: { value: Value; label: string }[];
  disabled: boolean;
  onChange(value: Value): void;
}

function OneWord<Value extends string>({ word, rows, value, options, disabled, onChange }: OneWordProps<Value>) {
  const { t } = useTranslation('takeOver');
  const id = useId();
  return (
    <div className="ledger-word">
      <label htmlFor={id}>
        {word || t('words.empty')} <small>{t('words.rows', { count: rows })}</small>
      </label>
      <Select
        id={id}
        size="small"
        placeholder={t('words.choose')}
        options={options}
        value={value ?? null}
        disabled={disabled}
        {...(value === undefined && { status: 'error' })}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    </div>
  );
}
