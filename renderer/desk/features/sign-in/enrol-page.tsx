import { useMutation } from '@tanstack/react-query';
import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { Entrance } from './entrance.tsx';

/** The first start on a computer: what it will be. */
export function EnrolPage({ onGoLive, onRestore }: { onGoLive: () => void; onRestore: () => void }) {
  const { t } = useTranslation(['signIn', 'restore']);
  const start = useMutation(deskQuery.session.startTrial.mutationOptions());
  return (
    <Entrance title={t('enrol.title')}>
      <Typography.Paragraph>{t('enrol.words')}</Typography.Paragraph>
      <Button type="primary" size="large" block autoFocus loading={start.isPending} onClick={() => start.mutate(undefined)}>
        {t('enrol.trial')}
      </Button>
      <Typography.Paragraph type="secondary" className="entrance-note">
        {t('enrol.trialWords')}
      </Typography.Paragraph>
      <Button size="large" block onClick={onGoLive}>
        {t('enrol.live')}
      </Button>
      <Typography.Paragraph type="secondary" className="entrance-note">
        {t('enrol.liveWords')}
      </Typography.Paragraph>
      <Button size="large" block onClick={onRestore}>
        {t('restore:enrol')}
      </Button>
      <Typography.Paragraph type="secondary" className="entrance-note">
        {t('restore:enrolWords')}
      </Typography.Paragraph>
      <RefusalWords error={start.error} />
    </Entrance>
  );
}
