import { z } from 'zod';
import { type PrintJob, printJob } from '../../../shared/contract/paper-calls.ts';
import { type JobId, sha256Hex } from '../../../shared/domain/ids.ts';
import { PrintingError } from '../printing-error.ts';

/** A job as the queue keeps it: what the desk sees, and what printing it after a restart needs. */
export const queuedJob = printJob.extend({
  pdfSha256: sha256Hex,
  fileName: z.string(),
  media: z.strictObject({ widthMm: z.number(), heightMm: z.number() }),
  sides: z.enum(['one', 'two-long-edge', 'two-short-edge']),
  copies: z.int().min(1).max(99),
  /** The spooler's own name for it, from the moment it took the job. */
  ref: z.string().optional(),
  /** Whether whoever waits for finished jobs has heard of this one. */
  told: z.boolean(),
});
export type QueuedJob = z.infer<typeof queuedJob>;

const jobFile = z.strictObject({ schema: z.literal(1), jobs: z.array(queuedJob) });

/** A small sealed file: what `save` was given last, whole, once it has resolved. */
export interface QueueStore {
  load(): Promise<Uint8Array | undefined>;
  save(bytes: Uint8Array): Promise<void>;
}

export interface JobFileOptions {
  store: QueueStore;
  onChange(job: PrintJob): void;
  onTrouble(error: unknown): void;
}

/** What may be told of a job as it goes; a reason left out is a reason that has gone. */
export type Progress = Partial<Pick<QueuedJob, 'state' | 'ref' | 'file' | 'doneAt'>> & { reason?: string | undefined };

/** How many done jobs are remembered; one that is not among them was done. */
const doneKept = 300;

/** All jobs in memory, in the order they came, and their file. */
export class JobFile {
  readonly #options: JobFileOptions;
  readonly #jobs: Map<JobId, QueuedJob>;
  /** Added, but not yet safe: neither printed nor shown. */
  readonly #arriving = new Set<JobId>();
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  private constructor(options: JobFileOptions, jobs: readonly QueuedJob[]) {
    this.#options = options;
    this.#jobs = new Map(jobs.map((job) => [job.id, job]));
  }

  /** Throws `queue-unreadable` where the file holds anything but jobs of this version: a queue that can't be read is never taken for an empty one. */
  static async load(options: JobFileOptions): Promise<JobFile> {
    const bytes = await options.store.load();
    const jobs = bytes ? readJobs(bytes).jobs : [];
    return new JobFile(options, jobs);
  }

  find(id: JobId): QueuedJob | undefined {
    return this.#arriving.has(id) ? undefined : this.#jobs.get(id);
  }

  list(): QueuedJob[] {
    return [...this.#jobs.values()].filter((job) => !this.#arriving.has(job.id));
  }

  /** Resolves with the job under this id when it is durable; keeps nothing, and rejects, where it can't be saved. */
  async add(job: QueuedJob): Promise<QueuedJob> {
    const known = this.#jobs.get(job.id);
    if (known) {
      if (this.#arriving.has(job.id)) await this.saved();
      return known;
    }
    this.#arriving.add(job.id);
    this.#jobs.set(job.id, job);
    try {
      await this.saved();
    } catch (error) {
      this.#jobs.delete(job.id);
      throw error;
    } finally {
      this.#arriving.delete(job.id);
    }
    this.#notify(job);
    return job;
  }

  /** What is about to happen is saved first, or does not happen. */
  async change(before: QueuedJob, after: QueuedJob): Promise<void> {
    this.#show(after);
    try {
      await this.saved();
    } catch (error) {
      if (this.#jobs.get(after.id) === after) this.#show(before);
      throw error;
    }
  }

  /** What has happened is shown even where it can't be saved: a restart asks the spooler again. */
  async progress(id: JobId, now: Progress): Promise<void> {
    const job = this.#jobs.get(id);
    if (!job) return;
    const { reason: _, ...before } = job;
    const { reason, ...rest } = now;
    this.#show({ ...before, ...rest, ...(reason === undefined ? {} : { reason }) });
    await this.saved().catch(this.#options.onTrouble);
  }

  async markTold(id: JobId): Promise<void> {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#jobs.set(id, { ...job, told: true });
    await this.saved();
  }

  /** Resolves when a save that began after this call is done; calls that wait together share one. */
  saved(): Promise<void> {
    this.#waiting ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#waiting = undefined;
        this.#forgetOld();
        this.#running = this.#options.store.save(
          new TextEncoder().encode(JSON.stringify({ schema: 1, jobs: [...this.#jobs.values()] })),
        );
        return this.#running;
      });
    return this.#waiting;
  }

  #show(job: QueuedJob): void {
    this.#jobs.set(job.id, job);
    this.#notify(job);
  }

  #notify(job: QueuedJob): void {
    try {
      this.#options.onChange(toPrintJob(job));
    } catch (error) {
      this.#options.onTrouble(error);
    }
  }

  #forgetOld(): void {
    const done = this.list().filter((job) => job.state === 'done' && job.told);
    for (const job of done.slice(0, Math.max(0, done.length - doneKept))) this.#jobs.delete(job.id);
  }
}

/** The same file with every open job held, since nobody can tell what became of it. */
export function holdOpenJobs(bytes: Uint8Array): Uint8Array {
  const { schema, jobs } = readJobs(bytes);
  const isOpen = ({ state }: QueuedJob) => state === 'queued' || state === 'submitted' || state === 'printing';
  const held = jobs.map((job) => (isOpen(job) ? { ...job, state: 'held' as const, reason: 'outcome-unknown' } : job));
  return new TextEncoder().encode(JSON.stringify({ schema, jobs: held }));
}

function readJobs(bytes: Uint8Array): z.infer<typeof jobFile> {
  try {
    return jobFile.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new PrintingError('queue-unreadable', 'the queue says what this program does not know', { cause });
  }
}

/** The part of a job that the desk may see. */
export function toPrintJob({
  pdfSha256: _p,
  fileName: _f,
  media: _m,
  sides: _s,
  copies: _c,
  ref: _r,
  told: _t,
  ...job
}: QueuedJob): PrintJob {
  return job;
}
