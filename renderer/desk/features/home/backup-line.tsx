import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { useMay } from '../../app/use-may.ts';

/** The last backup is days old: what a lost computer would cost. */
export function BackupLine() {
  const { t } = useTranslation('backup');
  const may = useMay('backup.make');
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const backup = status?.backup;
  if (!backup) return null;
  return (
    <Alert
      className="home-backup"
      type="warning"
      role="alert"
      showIcon
      title={t(backup.lastAt === undefined ? 'neverMade' : 'late', { days: backup.daysOld })}
      description={t('lateWords')}
      action={may && <Link to="/backup">{t('open')}</Link>}
    />
  );
}
