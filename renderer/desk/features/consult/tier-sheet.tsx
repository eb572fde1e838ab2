import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { usePolicy } from '../../app/use-policy.ts';

/** A tier of the pack, and the sheet of what it opens. */
export function TierSheet() {
  const { t } = useTranslation('consult');
  const { pack, said } = usePolicy();
  const paperDesk = usePaperDesk();
  const [chosen, setChosen] = useState<string>();
  const tiers = (pack?.teams ?? []).flatMap((team) =>
    team.tiers.map((tier) => ({
      // A pack's codes hold no slash.
      value: `${team.code}/${tier.code}`,
      label: `${said(team.name)} · ${said(tier.name)}`,
    })),
  );
  const open = () => {
    const [team, tier] = chosen?.split('/') ?? [];
    if (team && tier) paperDesk.open({ subjects: [{ kind: 'benefits-sheet', tier: { team, tier } }] });
  };
  return (
    <>
      <Select
        className="consult-tier"
        showSearch={{ optionFilterProp: 'label' }}
        options={tiers}
        value={chosen ?? null}
        onChange={setChosen}
        placeholder={t('tier')}
        aria-label={t('tier')}
      />
      <Button disabled={chosen === undefined} onClick={open}>
        {t('benefits')}
      </Button>
    </>
  );
}
