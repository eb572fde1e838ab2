import type { PrintJob } from '../../../../shared/contract/paper-calls.ts';

export type JobAction = 'retry' | 'cancel';

/**
 * What a person may do with a print job; the queue's own rules (electron/printing/queue). A job that is at the printer can still be
 * cancelled where the printer lets it go; one that was cancelled can be printed after all.
 */
export function jobActions({ state, reason }: Pick<PrintJob, 'state' | 'reason'>): readonly JobAction[] {
  switch (state) {
    case 'queued':
    case 'submitted':
    case 'printing':
      return ['cancel'];
    case 'held':
      return ['retry', 'cancel'];
    case 'failed':
      return reason === 'cancelled' ? ['retry'] : ['retry', 'cancel'];
    case 'done':
      return [];
  }
}

/** Jobs in the order in which they need a person: stopped ones, then those on their way, then what is over, newest first. */
export function orderJobs(jobs: readonly PrintJob[]): PrintJob[] {
  return [...jobs].sort((a, b) => rank(a) - rank(b) || b.queuedAt.localeCompare(a.queuedAt));
}

/** Whether someone must look at this job before it goes on. */
export function needsPerson({ state, reason }: Pick<PrintJob, 'state' | 'reason'>): boolean {
  return state === 'held' || (state === 'failed' && reason !== 'cancelled');
}

function rank(job: PrintJob): number {
  if (needsPerson(job)) return 0;
  return job.state === 'done' || job.state === 'failed' ? 2 : 1;
}
