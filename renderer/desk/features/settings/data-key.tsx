import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';

/** The key that everything on this computer lies under, and the next one; a bar while what lies under older ones is sealed anew. */
export function DataKey() {
  const { t } = useTranslation('keyCare');
  const queries = useQueryClient();
  const { data } = useQuery(deskQuery.dataKey.state.queryOptions());
  // Its own notice tells how far it has come.
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const act = useAct({
    mutationFn: () => desk.dataKey.replace(),
    onSuccess: () =>
      Promise.all([deskQuery.dataKey.key(), deskQuery.counter.key()].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const progress = status?.dataKey;
  return (
    <section className="settings-part" aria-label={t('dataKey')}>
      <h2>{t('dataKey')}</h2>
      <p>
        {t('dataKeyWords')} {data && t('which', { epoch: data.epoch })}
      </p>
      {progress?.stopped && <Alert type="warning" showIcon title={t('stopped')} />}
      {progress && !progress.stopped && <Bar {...progress} />}
      {!progress && (
        <Button loading={act.pending} onClick={() => act.begin()}>
          {t('replace')}
        </Button>
      )}
      <RefusalWords error={act.error} />
    </section>
  );
}

function Bar({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('keyCare');
  const words = total === 0 ? t('preparing') : t('resealing', { done, total });
  return (
    <>
      <Progress percent={total === 0 ? 0 : Math.floor((done / total) * 100)} aria-label={words} status="normal" />
      <span className="number">{words}</span>
    </>
  );
}
