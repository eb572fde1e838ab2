import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../../../shared/contract/paper-calls.ts';
import { needsPerson } from './job-actions.ts';

/** A job's state in a word; the colour repeats it and is never the only sign. */
export function JobState({ job }: { job: PrintJob }) {
  const { t } = useTranslation('papers');
  if (job.reason === 'cancelled') return <Tag>{t('queue.cancelled')}</Tag>;
  const color = job.state === 'done' ? 'success' : needsPerson(job) ? (job.state === 'held' ? 'warning' : 'error') : 'processing';
  return <Tag color={color}>{t(`queue.states.${job.state}`)}</Tag>;
}
