import { expect, test } from 'vitest';
import { jobState, type PrintJob } from '../../../../shared/contract/paper-calls.ts';
import { jobActions, needsPerson, orderJobs } from './job-actions.ts';

const job = (state: PrintJob['state'], queuedAt = '2026-05-01T01:00:00.000Z', reason?: string) =>
  ({ state, queuedAt, ...(reason ? { reason } : {}) }) as PrintJob;

test('a printed job offers nothing, every other one at least one way out', () => {
  for (const state of jobState.options) expect(jobActions(job(state)).length > 0, state).toBe(state !== 'done');
});

test('a job is never offered again while it may still be at the printer', () => {
  for (const state of ['queued', 'submitted', 'printing'] as const) expect(jobActions(job(state))).toEqual(['cancel']);
  expect(jobActions(job('held'))).toContain('retry');
});

test('a cancelled job asks nobody to look at it, a stopped one does', () => {
  expect(needsPerson(job('failed', '', 'cancelled'))).toBe(false);
  expect(jobActions(job('failed', '', 'cancelled'))).toEqual(['retry']);
  expect(needsPerson(job('failed', '', 'unreachable'))).toBe(true);
  expect(needsPerson(job('held', '', 'outcome-unknown'))).toBe(true);
});

test('stopped jobs stand first, finished ones last, each newest first', () => {
  const jobs = [
    job('done', '2026-05-01T03:00:00.000Z'),
    job('queued', '2026-05-01T01:00:00.000Z'),
    job('held', '2026-05-01T00:00:00.000Z'),
    job('printing', '2026-05-01T02:00:00.000Z'),
  ];
  expect(orderJobs(jobs).map((one) => one.state)).toEqual(['held', 'printing', 'queued', 'done']);
});
