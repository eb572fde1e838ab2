import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { AskSupplementDialog } from './ask-supplement-dialog.tsx';
import type { Matter } from './stage.ts';
import { useItemName } from './use-item-name.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

export interface CaseActsProps {
  view: PersonView;
  matter: Matter;
  today: PlainDate;
}

/** What the application says, how its conditions stood, until when an answer was promised; and 补正 or 撤回. */
export function CaseActs({ view, matter, today }: CaseActsProps) {
  const { t } = useTranslation('application');
  const [dialog, setDialog] = useState<'ask' | 'withdraw'>();
  const { promised, conditions = [] } = matter;
  const counts = { met: 0, missing: 0, unknown: 0 };
  for (const { state } of conditions) counts[state] += 1;
  return (
    <section className="recognise-block" aria-label={t('materials')}>
      <p>
        {t('promised', { date: promised.day })}
        {promised.weekendsOnly && <small className="recognise-quiet"> {t('supplement.weekendsOnly')}</small>}
        {conditions.length > 0 && ` · ${t('counts', counts)}`}
      </p>
      <Materials matter={matter} />
      <div className="supplement-foot">
        {matter.actions.includes('ask-supplement') && <Button onClick={() => setDialog('ask')}>{t('supplement.ask')}</Button>}
        {matter.actions.includes('withdraw') && <Button onClick={() => setDialog('withdraw')}>{t('withdraw.button')}</Button>}
      </div>
      {dialog === 'ask' && (
        <AskSupplementDialog personId={view.id} matter={matter} today={today} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'withdraw' && <WithdrawDialog personId={view.id} matter={matter} onClose={() => setDialog(undefined)} />}
    </section>
  );
}

/** What was handed in, in a line each: sheets, scan, and what was promised for later. */
function Materials({ matter }: { matter: Matter }) {
  const { t } = useTranslation('application');
  const nameOf = useItemName(matter);
  if (!matter.materials?.length) return null;
  return (
    <ul className="case-materials">
      {matter.materials.map(({ kind, originals, copies, later, originalSeen, file }) => (
        <li key={kind}>
          {nameOf({ what: 'material', code: kind })}：
          {later
            ? t('material.later')
            : [
                originals > 0 && `${t('material.originals')} ${originals}`,
                copies > 0 && `${t('material.copies')} ${copies}`,
                originalSeen && t('material.seen'),
                file && `${t('material.scan')} ${file.name}`,
              ]
                .filter(Boolean)
                .join(' · ')}
        </li>
      ))}
    </ul>
  );
}
