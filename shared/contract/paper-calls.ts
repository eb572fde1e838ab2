import { z } from 'zod';
import { jobId, paperId } from '../domain/ids.ts';
import { paperKind, paperSubject } from '../domain/paper/printed-paper.ts';
import { call, done } from './desk-call.ts';

export const jobState = z.enum(['queued', 'submitted', 'printing', 'done', 'failed', 'held']);
export const printJob = z.strictObject({
  id: jobId,
  paperId,
  kind: paperKind,
  title: z.string(),
  printer: z.string(),
  state: jobState,
  reason: z.string().optional(),
  file: z.string().optional(),
  queuedAt: z.string(),
  doneAt: z.string().optional(),
});
export type PrintJob = z.infer<typeof printJob>;

/** Why a paper can't be drawn, on screen and for the printer alike. */
const drawing = [
  'not-found',
  'paper-not-available',
  'photo-damaged',
  'character-not-drawable',
  'text-does-not-fit',
  'qr-too-long',
  'date-questionable',
] as const;

/** Papers, and the jobs that print them. */
export const paperCalls = {
  /** The PDF as it will be printed. Writes nothing. */
  preview: call('talent.view', ...drawing, 'records-unavailable')
    .input(paperSubject)
    .output(
      z.strictObject({
        pdf: z.instanceof(Blob),
        title: z.string(),
        pages: z.int(),
        widthMm: z.number(),
        heightMm: z.number(),
        /** Numbers are covered here and come out whole. */
        covered: z.literal(true).optional(),
      }),
    ),
  print: call('paper.print', ...drawing, 'printer-unavailable', 'disk-full', 'records-unavailable')
    .input(paperSubject.extend({ reprintReason: z.string().min(2).max(200).optional() }))
    .output(z.strictObject({ paperId, jobId })),
  jobs: call('signed-in').output(z.array(printJob)),
  retry: call('paper.print', 'not-found').input(z.strictObject({ jobId })).output(done),
  cancel: call('paper.print', 'not-found').input(z.strictObject({ jobId })).output(done),
};
