import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../app/keys.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { secondsLeft, takeableRows } from './ledger-understanding.ts';
import type { Ledger } from './use-ledger.ts';
import type { Taking } from './use-taking.ts';

export interface TakeBarProps {
  ledger: Ledger;
  taking: Taking;
  onTake(): void;
}

/** What happens next: taking over, how far it has come, or what has come of it. */
export function TakeBar({ ledger, taking, onTake }: TakeBarProps) {
  const { t } = useTranslation('takeOver');
  const { preview, reading } = ledger;
  const { progress, isRunning } = taking;
  if (!preview) return null;
  const count = takeableRows(preview);
  const words = count === 0 ? t('act.nothing') : t(progress?.state === 'stopped' ? 'act.goOn' : 'act.take', { count });
  return (
    <div className="ledger-bar">
      {isRunning ? (
        <Button onClick={taking.stop}>{t('act.stop')}</Button>
      ) : (
        <Button type="primary" disabled={count === 0} loading={reading} onClick={onTake}>
          {words} {count > 0 && keys.accept}
        </Button>
      )}
      <div className="ledger-progress" aria-live="polite">
        {progress && <ProgressWords {...{ progress }} left={preview.total - preview.counts.taken} />}
      </div>
      <RefusalWords error={taking.error ?? ledger.error} />
    </div>
  );
}

function ProgressWords({ progress, left }: { progress: NonNullable<Taking['progress']>; left: number }) {
  const { t } = useTranslation('takeOver');
  const { state, taken, done, total } = progress;
  if (state !== 'running') return <span>{t(`act.${state}`, { taken, left })}</span>;
  const seconds = secondsLeft(progress);
  const wait = seconds < 90 ? t('act.seconds', { count: seconds }) : t('act.minutes', { count: Math.ceil(seconds / 60) });
  return (
    <>
      <Progress percent={Math.round((done / total) * 100)} size="small" aria-label={t('title')} />
      <span>{t('act.progress', { done, total, left: wait })}</span>
    </>
  );
}
