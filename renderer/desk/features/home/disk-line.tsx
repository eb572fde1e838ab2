import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';

/** Where the disk is running full: what that stops, and what is safe. Nothing while there is room. */
export function DiskLine() {
  const { t } = useTranslation('status');
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const disk = status?.disk;
  if (!disk) return null;
  const isFull = disk.level === 'full';
  return (
    <Alert
      className="home-disk"
      type={isFull ? 'error' : 'warning'}
      role="alert"
      showIcon
      title={t(`disk.${disk.level}`, { free: disk.freeMebibytes })}
      description={t(`disk.${disk.level}Words`)}
    />
  );
}
