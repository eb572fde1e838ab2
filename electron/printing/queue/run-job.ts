import type { JobId, Sha256Hex } from '../../../shared/domain/ids.ts';
import { type Spooler, SpoolerFailure, type SpoolerJob } from '../spooler/spooler.ts';
import type { JobFile, Progress, QueuedJob } from './job-file.ts';

/** Where the papers' bytes are kept, sealed, until they are printed. `put` resolves when they are durable. */
export interface PdfStore {
  put(pdf: Uint8Array): Promise<Sha256Hex>;
  get(sha256: Sha256Hex): Promise<Uint8Array>;
}

export interface QueueClock {
  nowMs(): number;
  wait(ms: number): Promise<void>;
}

export interface RunContext {
  file: JobFile;
  pdfs: PdfStore;
  spooler: Spooler;
  clock: QueueClock;
  pollMs: number;
  /** Resolves when the queue closes: nothing new is begun then, and no poll is waited for. */
  closing: Promise<void>;
  isClosed(): boolean;
  onTrouble(error: unknown): void;
}

export function isAtPrinter({ state }: QueuedJob): boolean {
  return state === 'submitted' || state === 'printing';
}

/** Takes a job as far as it goes: to done, failed, held, or to the queue's closing. Never throws. */
export async function runJob(id: JobId, context: RunContext, onSubmitting: (submitting: Promise<void>) => void): Promise<void> {
  const { file, onTrouble } = context;
  try {
    const job = file.find(id);
    if (job?.state === 'queued') await submit(job, context, onSubmitting);
    else if (job && isAtPrinter(job) && job.ref === undefined) await askAfter(job, context, { state: 'queued' });
    await watch(id, context);
  } catch (error) {
    onTrouble(error);
    await hold(id, context);
  }
}

async function submit(job: QueuedJob, context: RunContext, onSubmitting: (submitting: Promise<void>) => void): Promise<void> {
  const { file, pdfs, onTrouble } = context;
  const pdf = await pdfs.get(job.pdfSha256).catch((error): undefined => {
    onTrouble(error);
  });
  // It may have been cancelled while its bytes were fetched.
  const now = file.find(job.id);
  if (now?.state !== 'queued') return;
  if (!pdf) return file.progress(job.id, { state: 'failed', reason: 'paper-missing' });
  const sending = send(now, pdf, context);
  onSubmitting(sending.catch(() => undefined));
  await sending;
}

async function send(job: QueuedJob, pdf: Uint8Array, context: RunContext): Promise<void> {
  const { file, spooler, onTrouble } = context;
  try {
    await file.change(job, { ...job, state: 'submitted' });
  } catch (error) {
    onTrouble(error);
    return file.progress(job.id, { state: 'failed', reason: 'not-saved' });
  }
  try {
    await file.progress(job.id, await spooler.submit(pdf, spoolerJob(job)));
  } catch (error) {
    if (error instanceof SpoolerFailure) return file.progress(job.id, { state: 'failed', reason: error.reason });
    onTrouble(error);
    // Not queued again by itself: what broke the spooler once would do so for ever.
    await askAfter(job, context, { state: 'failed', reason: 'stopped' });
  }
}

/** The program, or the spooler, broke off between sending and hearing. */
async function askAfter(job: QueuedJob, context: RunContext, ifNotSubmitted: Progress): Promise<void> {
  const found = await context.spooler.findSubmitted(spoolerJob(job)).catch((error) => {
    context.onTrouble(error);
    return 'unknown' as const;
  });
  if (found === 'unknown') return hold(job.id, context);
  await context.file.progress(job.id, found === 'not-submitted' ? ifNotSubmitted : found);
}

async function watch(id: JobId, context: RunContext): Promise<void> {
  const { file, spooler, clock } = context;
  for (let job = file.find(id); job?.ref !== undefined && isAtPrinter(job) && !context.isClosed(); job = file.find(id)) {
    const seen = await spooler.jobState(job.ref).catch((error) => {
      if (error instanceof SpoolerFailure) return { state: 'waiting', reason: error.reason } as const;
      throw error;
    });
    // It may have been cancelled while the printer was asked.
    if (file.find(id) !== job) continue;
    if (seen.state === 'done') return file.progress(id, { state: 'done', doneAt: new Date(clock.nowMs()).toISOString() });
    if (seen.state === 'unknown') return hold(id, context);
    if (seen.state === 'failed') return file.progress(id, { state: 'failed', reason: seen.reason ?? 'stopped' });
    const state = seen.state === 'printing' ? 'printing' : job.state;
    if (state !== job.state || seen.reason !== job.reason) await file.progress(id, { state, reason: seen.reason });
    await Promise.race([clock.wait(context.pollMs), context.closing]);
  }
}

function hold(id: JobId, { file }: RunContext): Promise<void> {
  return file.progress(id, { state: 'held', reason: 'outcome-unknown' });
}

function spoolerJob({ id, printer, title, fileName, pdfSha256, media, sides, copies }: QueuedJob): SpoolerJob {
  return { jobId: id, printer, title, fileName, pdfSha256, media, sides, copies };
}
