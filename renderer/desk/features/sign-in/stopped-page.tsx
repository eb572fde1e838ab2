import { Alert, Button, Descriptions, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../../shared/contract/session-calls.ts';
import { DiagnosticsButton } from '../../app/diagnostics-dialog.tsx';
import { Entrance } from './entrance.tsx';

/** The start was stopped before anything was changed: why, where exactly, and what to do. */
export function StoppedPage({ stopped, onRestore }: { stopped: SessionState['stopped']; onRestore: () => void }) {
  const { t } = useTranslation('signIn');
  const reason = stopped?.reason ?? 'journal-damaged';
  const items = [
    { key: 'log', label: t('stopped.log'), children: stopped?.log },
    {
      key: 'frame',
      label: t('stopped.frame'),
      children: stopped?.frame === undefined ? undefined : <span className="number">{stopped.frame}</span>,
    },
    { key: 'file', label: t('stopped.file'), children: stopped?.file && <code>{stopped.file}</code> },
  ].filter((item) => item.children !== undefined && item.children !== '');
  return (
    <Entrance title={t('stopped.title')}>
      <Alert type="error" showIcon role="alert" title={t(`stopped.reason.${reason}`)} description={t('stopped.safe')} />
      {items.length > 0 && <Descriptions column={1} size="small" bordered items={items} className="entrance-note" />}
      <Typography.Paragraph className="entrance-note">{t(`stopped.next.${reason}`)}</Typography.Paragraph>
      <Flex gap="small" wrap>
        {stopped?.restorable && (
          <Button type="primary" autoFocus onClick={onRestore}>
            {t('stopped.restore')}
          </Button>
        )}
        <DiagnosticsButton />
      </Flex>
    </Entrance>
  );
}
