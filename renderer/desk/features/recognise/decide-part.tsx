import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { keys, useKey } from '../../app/keys.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { useWaitingApprovals, WaitingApprovals } from '../../app/waiting-approvals.tsx';
import { ApprovalForm } from './approval-form.tsx';
import { CaseActs } from './case-acts.tsx';
import { DirectPart } from './direct-part.tsx';
import type { Matter } from './stage.ts';
import { SupplementPart } from './supplement-part.tsx';
import { SampleMark, TierFacts } from './tier-facts.tsx';

export interface DecidePartProps {
  view: PersonView;
  matter: Matter;
  today: PlainDate;
  /** Taken in on this page a moment ago: the receipt is what the hand needs now. */
  justTaken: boolean;
  onDecided(): void;
}

/** An application that was taken in: its receipt, and how it is decided. */
export function DecidePart({ view, matter, today, justTaken, onDecided }: DecidePartProps) {
  const { t } = useTranslation('recognise');
  const { pack } = usePolicy();
  const mayBeDirect = matter.actions.includes('grant-directly');
  const [chosen, setWay] = useState<'direct' | 'approval'>('direct');
  // Left for a second person meanwhile, it is no choice any more.
  const way = mayBeDirect ? chosen : 'approval';
  const isSupplementing = matter.actions.includes('bring-supplement');
  const isLeft = useWaitingApprovals({ personId: view.id, matterId: matter.id }).length > 0;
  return (
    <div className="decide">
      <div className="decide-work">
        <TakenIn view={view} matter={matter} focused={justTaken} />
        <CaseActs view={view} matter={matter} today={today} />
        <WaitingApprovals personId={view.id} matterId={matter.id} />
        {isSupplementing && <SupplementPart view={view} matter={matter} today={today} focused={!justTaken} />}
        {!isSupplementing && (
          <section className="recognise-block" aria-label={t('received.decide')}>
            <div className="decide-way">
              <h2>{t('received.decide')}</h2>
              {mayBeDirect ? (
                <Segmented
                  aria-label={t('received.decide')}
                  value={way}
                  onChange={setWay}
                  options={[
                    { value: 'direct', label: t('received.direct') },
                    { value: 'approval', label: t('received.approval') },
                  ]}
                />
              ) : (
                <span className="recognise-quiet">{t(isLeft ? 'received.approval' : 'received.notDirect')}</span>
              )}
            </div>
            {way === 'direct' ? (
              <DirectPart view={view} matter={matter} focused={!justTaken} onDecided={onDecided} />
            ) : (
              <ApprovalForm personId={view.id} matter={matter} today={today} focused={!justTaken} onDecided={onDecided} />
            )}
          </section>
        )}
      </div>
      {pack && matter.pack === `${pack.id}@${pack.version}` && (
        <TierFacts pack={pack} tier={matter} route={matter.route} asked={matter.asked} />
      )}
    </div>
  );
}

function TakenIn({ view, matter, focused }: { view: PersonView; matter: Matter; focused: boolean }) {
  const { t } = useTranslation('recognise');
  const { named, pack } = usePolicy();
  const paperDesk = usePaperDesk();
  const print = () => paperDesk.open({ personId: view.id, subjects: [{ kind: 'receipt-received', matterId: matter.id }] });
  useKey('printReceipt', print);
  return (
    <section className="recognise-block taken-in" aria-label={t('received.title')}>
      <div>
        <h2>
          {t('received.title')} {pack?.sample && <SampleMark />}
        </h2>
        <p>
          <span className="number">{t('received.number', { number: matter.number })}</span> ·{' '}
          {t('received.receivedOn', { date: matter.receivedOn })} · {named(matter.teamName)} · {named(matter.tierName)}
        </p>
      </div>
      <Button size="large" autoFocus={focused} onClick={print}>
        {t('received.receipt')} <kbd>{keys.printReceipt}</kbd>
      </Button>
    </section>
  );
}
