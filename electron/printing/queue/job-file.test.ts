import { expect, it } from 'vitest';
import { holdOpenJobs } from './job-file.ts';

const job = (id: number, state: string, reason?: string) => ({
  id: `0198c0de-0000-7000-8000-00000000000${id}`,
  paperId: `0198c0de-0000-7000-8000-00000000001${id}`,
  kind: 'card-front',
  title: '云谷人才卡',
  printer: 'folder',
  state,
  ...(reason && { reason }),
  queuedAt: '2026-11-25T01:00:00.000Z',
  pdfSha256: 'a'.repeat(64),
  fileName: 'card.pdf',
  media: { widthMm: 85.6, heightMm: 53.98 },
  sides: 'one',
  copies: 1,
  told: false,
});

it('of an old queue every open job waits for a person’s word, and what was done stays done', () => {
  const jobs = [job(1, 'done'), job(2, 'queued'), job(3, 'submitted'), job(4, 'printing'), job(5, 'failed', 'cancelled')];
  const held = holdOpenJobs(new TextEncoder().encode(JSON.stringify({ schema: 1, jobs })));
  const states = JSON.parse(new TextDecoder().decode(held)).jobs.map(({ state, reason }: { state: string; reason?: string }) => [
    state,
    reason,
  ]);
  const waits = ['held', 'outcome-unknown'];
  expect(states).toEqual([['done', undefined], waits, waits, waits, ['failed', 'cancelled']]);
});
