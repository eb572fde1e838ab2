import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../../../shared/contract/paper-calls.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { papers as words } from '../../i18n/zh/papers.ts';
import { clockTime } from '../../ui/moments.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { jobActions, orderJobs } from './job-actions.ts';
import { knownReason } from './job-reason.ts';
import { JobState } from './job-state.tsx';
import './papers.css';
import { printerName } from './printer-name.ts';

/** The print queue, live: each job's state, why it stands, what to do, and the buttons for it. Those that need a person come first. */
export function JobList() {
  const { t } = useTranslation('papers');
  const { data: jobs, error } = useQuery(deskQuery.papers.jobs.queryOptions());
  if (error) return <RefusalWords error={error} />;
  if (!jobs) return null;
  if (jobs.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('queue.empty')} />;
  return (
    // A long list scrolls in whatever stands around it, so the keyboard must get into it (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and finished jobs have no button
    <ul className="paper-list" aria-label={t('queue.title')} tabIndex={0}>
      {orderJobs(jobs).map((job) => (
        <li key={job.id}>
          <JobLine job={job} />
        </li>
      ))}
    </ul>
  );
}

function JobLine({ job }: { job: PrintJob }) {
  const { t } = useTranslation('papers');
  const retry = useMutation(deskQuery.papers.retry.mutationOptions());
  const cancel = useMutation(deskQuery.papers.cancel.mutationOptions());
  const acts = { retry, cancel };
  return (
    <Flex gap={12} align="flex-start" justify="space-between">
      <div>
        <strong>{job.title}</strong> <JobState job={job} />
        <div>
          <Typography.Text type="secondary">
            {clockTime(job.queuedAt)} · {printerName(job.printer, t)}
          </Typography.Text>
        </div>
        {job.reason && <Reason reason={job.reason} />}
        {job.file && job.state === 'done' && (
          <Typography.Text type="secondary" className="job-file">
            {t('queue.file', { file: job.file })}
          </Typography.Text>
        )}
        <RefusalWords error={retry.error ?? cancel.error} />
      </div>
      <Flex gap={8}>
        {jobActions(job).map((action) => (
          <Button
            key={action}
            size="small"
            loading={acts[action].isPending}
            onClick={() => acts[action].mutate({ jobId: job.id })}
            aria-label={`${t(`queue.${action}`)} ${job.title}`}
          >
            {t(`queue.${action}`)}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}

function Reason({ reason }: { reason: string }) {
  const { t } = useTranslation('papers');
  const known = knownReason(reason, words.queue.reasons);
  return (
    <div>
      <Typography.Text type={known === 'cancelled' ? 'secondary' : 'danger'}>
        {t(`queue.reasons.${known}.what`, { reason })}
      </Typography.Text>
      {' — '}
      {t(`queue.reasons.${known}.next`)}
    </div>
  );
}
