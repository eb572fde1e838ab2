import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterStatus } from '../../../../shared/contract/status-calls.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { fewNumbersLeft } from '../../app/few-numbers.ts';
import { clockTime, elapsedSince, shortMoment } from '../../ui/moments.ts';
import { useNow } from '../../ui/use-now.ts';
import './status.css';

export type StatusTopic = 'connection' | 'numbers' | 'policy' | 'disk' | 'date' | 'notices' | 'printer' | 'saved';

/** The counter's state, asked again with every notice and each half minute, since what it tells may lie outside of the program. */
export function useCounterStatus() {
  return useQuery(deskQuery.counter.status.queryOptions({ refetchInterval: 30_000 }));
}

/** The truth in one line, derived and never stored. Each item opens what it is about. */
export function StatusBar({ onOpen }: { onOpen: (topic: StatusTopic) => void }) {
  const { t } = useTranslation('status');
  const { data: status, error } = useCounterStatus();
  const now = useNow(30_000);
  if (!status)
    return (
      <section className="frame-status" aria-label={t('label')}>
        {error !== null && <span className="status-item">{t('unknown')}</span>}
      </section>
    );
  const { unsent, numbersLeft, printer } = status;
  const oldest = unsent.oldest === null ? '' : t('oldest', { time: shortMoment(unsent.oldest, now) });
  return (
    <section className="frame-status" aria-label={t('label')}>
      <Item onClick={() => onOpen('connection')}>
        <Connection status={status} now={now} />
      </Item>
      {/* 试用 is never uploaded. */}
      {!status.trial && (
        <Item onClick={() => onOpen('connection')}>
          {t('unsent', { count: unsent.count })}
          {oldest}
        </Item>
      )}
      <Item tone={fewNumbersLeft(status).length > 0 ? 'waiting' : undefined} onClick={() => onOpen('numbers')}>
        {fewNumbersLeft(status).length > 0 && <span aria-hidden="true">▲ </span>}
        {t('numbersLeft', numbersLeft)}
      </Item>
      {status.nextYearMissing.length > 0 && (
        <Item tone="waiting" onClick={() => onOpen('numbers')}>
          <span aria-hidden="true">▲ </span>
          {t('nextYearMissing')}
        </Item>
      )}
      {status.policy.refused && (
        <Item tone="waiting" onClick={() => onOpen('policy')}>
          <span aria-hidden="true">▲ </span>
          {t('policyRefused')}
        </Item>
      )}
      {status.disk && (
        <Item tone={status.disk.level === 'full' ? 'danger' : 'waiting'} onClick={() => onOpen('disk')}>
          <span aria-hidden="true">▲ </span>
          {t(`disk.${status.disk.level}`, { free: status.disk.freeMebibytes })}
        </Item>
      )}
      {status.questionable && (
        <Item tone="danger" onClick={() => onOpen('date')}>
          <span aria-hidden="true">▲ </span>
          {t('date.item')}
        </Item>
      )}
      {status.notices.length > 0 && (
        <Item tone="waiting" onClick={() => onOpen('notices')}>
          <span aria-hidden="true">▲ </span>
          {t('noticed')}
        </Item>
      )}
      <Item tone={printer.state === 'stopped' ? 'danger' : undefined} onClick={() => onOpen('printer')}>
        {t('printer', { state: t(`printerState.${printer.state}`) })}
        {printer.waiting > 0 && t('printerWaiting', { count: printer.waiting })}
      </Item>
      <Item end onClick={() => onOpen('saved')}>
        {status.savedAt === null ? t('nothingSaved') : t('savedAt', { time: clockTime(status.savedAt) })}
      </Item>
    </section>
  );
}

function Connection({ status, now }: { status: CounterStatus; now: number }) {
  const { t } = useTranslation('status');
  if (status.online) return <>● {t('online')}</>;
  if (status.offlineSince === null) return <>○ {status.trial ? t('alone') : t('noCentral')}</>;
  const { hours, minutes } = elapsedSince(status.offlineSince, now);
  return <>○ {hours > 0 ? t('offlineHours', { hours, minutes }) : t('offlineMinutes', { minutes })}</>;
}

interface ItemProps {
  tone?: 'waiting' | 'danger' | undefined;
  end?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Item({ tone, end, onClick, children }: ItemProps) {
  return (
    <button type="button" className="status-item" data-tone={tone} data-end={end ? '' : undefined} onClick={onClick}>
      {children}
    </button>
  );
}
