import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../../shared/contract/backup-calls.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { shortMoment } from '../../ui/moments.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useNow } from '../../ui/use-now.ts';
import './backup.css';
import { BackupPlaces } from './backup-places.tsx';

const whileRunningMs = 300;
const otherwiseMs = 5_000;

/** 备份: the last one, where it goes, and making one now. */
export function BackupPage() {
  const { t } = useTranslation('backup');
  const { data: state, refetch } = useQuery(
    deskQuery.backup.state.queryOptions({
      refetchInterval: ({ state: { data } }) => (data?.running ? whileRunningMs : otherwiseMs),
    }),
  );
  const make = useAct({ mutationFn: () => desk.backup.make(), onSettled: () => refetch() });
  const cancel = useAct({ mutationFn: () => desk.backup.cancel() });
  const begin = () => {
    make.begin();
    // The bar moves from the first moment on.
    window.setTimeout(() => void refetch(), 50);
  };
  const running = make.pending || state?.running !== undefined;
  const ready = state?.place !== undefined && !running;
  useKey('accept', begin, ready);
  return (
    <Page title={t('title')}>
      <div className="backup">
        <p>{t('words')}</p>
        {state && <LastBackup state={state} />}
        <div className="backup-now">
          <Button type="primary" disabled={!ready} onClick={begin}>
            {t('make')} <kbd>{keys.accept}</kbd>
          </Button>
          {running && <Button onClick={() => cancel.begin()}>{t('cancel')}</Button>}
          {state?.running && <Bar running={state.running} />}
        </div>
        <RefusalWords error={make.error} />
        {make.data && !running && <Alert type="success" role="status" showIcon title={t('done', { seq: make.data.headSeq })} />}
        {state && <BackupPlaces place={state.place} dailyAt={state.dailyAt} onChosen={() => void refetch()} />}
      </div>
    </Page>
  );
}

const mebibytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);

function LastBackup({ state: { last, failed } }: { state: BackupState }) {
  const { t } = useTranslation('backup');
  const now = useNow(30_000);
  const items = last
    ? [
        { key: 'at', label: t('at'), children: <span className="number">{shortMoment(last.at, now)}</span> },
        { key: 'where', label: t('where'), children: <code>{last.path}</code> },
        { key: 'upTo', label: t('upTo'), children: <span className="number">{last.headSeq}</span> },
        {
          key: 'size',
          label: t('size'),
          children: t('sizeOf', { files: last.files, size: mebibytes(last.bytes), copied: mebibytes(last.copiedBytes) }),
        },
      ]
    : [];
  return (
    <section aria-label={t('last')}>
      <h2>{t('last')}</h2>
      {last ? <Descriptions column={1} size="small" bordered items={items} /> : <p>{t('never')}</p>}
      {failed !== undefined && <Alert type="warning" role="alert" showIcon title={t('failed')} />}
    </section>
  );
}

function Bar({ running: { step, doneMebibytes, totalMebibytes } }: { running: NonNullable<BackupState['running']> }) {
  const { t } = useTranslation('backup');
  const percent = totalMebibytes === 0 ? 0 : Math.floor((doneMebibytes / totalMebibytes) * 100);
  return (
    <span className="backup-bar">
      {t(`step.${step}`)}
      <Progress percent={percent} size="small" aria-label={t(`step.${step}`)} />
      <span className="number">{t('amount', { done: doneMebibytes.toFixed(1), total: totalMebibytes.toFixed(1) })}</span>
    </span>
  );
}
