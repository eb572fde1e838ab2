import { Progress, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../../shared/contract/session-calls.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { Entrance } from './entrance.tsx';

/** While the program reads its journal or rebuilds its records: a bar, a count, and what is going on. */
export function StartingPage({ progress, error }: { progress: SessionState['progress']; error: unknown }) {
  const { t } = useTranslation('signIn');
  if (!progress) {
    return (
      <Entrance title={t('starting.title')}>
        {error ? <RefusalWords error={error} /> : <Spin aria-label={t('starting.title')} />}
      </Entrance>
    );
  }
  const { what, done, total } = progress;
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <Entrance title={t('starting.title')}>
      <Typography.Paragraph>{t(`starting.${what}`)}</Typography.Paragraph>
      <Progress percent={percent} aria-label={t(`starting.${what}`)} status="normal" />
      <Typography.Text type="secondary" className="number">
        {t('starting.count', { done, total })}
      </Typography.Text>
    </Entrance>
  );
}
