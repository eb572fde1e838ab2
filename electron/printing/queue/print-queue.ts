import type { PrintJob } from '../../../shared/contract/paper-calls.ts';
import type { JobId, PaperId } from '../../../shared/domain/ids.ts';
import type { PaperKind } from '../../../shared/domain/paper/printed-paper.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { Spooler, SpoolerJob } from '../spooler/spooler.ts';
import { JobFile, type QueuedJob, type QueueStore, toPrintJob } from './job-file.ts';
import { isAtPrinter, type PdfStore, type QueueClock, type RunContext, runJob } from './run-job.ts';

export interface PrintQueueOptions {
  store: QueueStore;
  pdfs: PdfStore;
  spooler: Spooler;
  clock: QueueClock;
  newId(): JobId;
  onChange(job: PrintJob): void;
  /** A job is done. Called again after a restart where the program ended before this had resolved. */
  onDone?(job: PrintJob): void | Promise<void>;
  /** What no person can mend at the printer: the cause of a `held` or unsaved job, for the log. */
  onTrouble(error: unknown): void;
  pollMs?: number;
}

export interface PrintRequest extends Pick<SpoolerJob, 'printer' | 'title' | 'fileName' | 'media' | 'sides' | 'copies'> {
  /** A job that is open or cancelled, or among the last 300 done, under this id is left as it is: adding can be repeated after a crash. */
  jobId?: JobId;
  paperId: PaperId;
  kind: PaperKind;
  pdf: Uint8Array;
}

/** Opens the queue, takes up what the last run left, and prints. Throws where its file can't be read. */
export async function createPrintQueue(options: PrintQueueOptions): Promise<PrintQueue> {
  const queue = new PrintQueue(options, await JobFile.load(options));
  queue.start();
  return queue;
}

/**
 * The persistent print queue: queued → submitted → printing → done | failed(reason) | held. `submitted` is saved before the spooler
 * hears of a job, so that a job found in that state after a restart is asked about, and never sent a second time without a person's
 * word: what nobody can tell is `held` with `outcome-unknown`. Printers work side by side, one job at a time each.
 */
export class PrintQueue {
  readonly #options: PrintQueueOptions;
  readonly #file: JobFile;
  readonly #run: RunContext;
  readonly #working = new Map<string, Promise<void>>();
  readonly #submitting = new Map<JobId, Promise<void>>();
  /** Jobs whose listener failed: told again at the next start, not in a circle. */
  readonly #deaf = new Set<JobId>();
  #close: () => void = () => undefined;
  #closed = false;

  constructor(options: PrintQueueOptions, file: JobFile) {
    const { pdfs, spooler, clock, onTrouble, pollMs = 1_000 } = options;
    const closing = new Promise<void>((resolve) => {
      this.#close = resolve;
    });
    this.#options = options;
    this.#file = file;
    this.#run = { file, pdfs, spooler, clock, pollMs, closing, isClosed: () => this.#closed, onTrouble };
  }

  start(): void {
    for (const { printer } of this.#file.list()) this.#wake(printer);
  }

  /** Resolves when the job is durable; rejects, having kept nothing, where it can't be saved. */
  async add({ jobId, pdf, paperId, kind, ...print }: PrintRequest): Promise<PrintJob> {
    const id = jobId ?? this.#options.newId();
    const pdfSha256 = await this.#options.pdfs.put(pdf);
    const queuedAt = new Date(this.#options.clock.nowMs()).toISOString();
    const job = await this.#file.add({ ...print, id, paperId, kind, pdfSha256, state: 'queued', queuedAt, told: false });
    this.#wake(job.printer);
    return toPrintJob(job);
  }

  /** All jobs, the oldest first. */
  list(): PrintJob[] {
    return this.#file.list().map(toPrintJob);
  }

  /** A person's word: a failed or held job is printed (again). Any other is left alone. Refuses `not-found`. */
  async retry(id: JobId): Promise<void> {
    const job = this.#get(id);
    if (job.state !== 'failed' && job.state !== 'held') return;
    const { ref: _ref, file: _file, reason: _reason, ...fresh } = job;
    await this.#file.change(job, { ...fresh, state: 'queued' });
    this.#wake(job.printer);
  }

  /** Takes a job out, where that can still be done: it fails with `cancelled`. Refuses `not-found`. */
  async cancel(id: JobId): Promise<void> {
    await this.#submitting.get(id);
    const { state, ref } = this.#get(id);
    if (isAtPrinter(this.#get(id)) && !(ref !== undefined && (await this.#options.spooler.cancel(ref)))) return;
    const job = this.#get(id);
    if (state === 'done' || job.state === 'done' || job.reason === 'cancelled') return;
    const { reason: _, ...rest } = job;
    await this.#file.change(job, { ...rest, state: 'failed', reason: 'cancelled' }).finally(() => this.#wake(job.printer));
  }

  /** Resolves when no job is queued or at a printer any more. */
  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working.values());
  }

  /** Begins nothing new, and resolves when what is under way has come to a stop that a restart can go on from. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#close();
    await this.idle();
  }

  #get(id: JobId): QueuedJob {
    return this.#file.find(id) ?? refuse('not-found', { what: 'job' });
  }

  #wake(printer: string): void {
    if (this.#working.has(printer)) return;
    const work = Promise.resolve().then(() => this.#work(printer));
    this.#working.set(printer, work);
  }

  async #work(printer: string): Promise<void> {
    for (let job = this.#next(printer); job; job = this.#next(printer)) {
      const { id } = job;
      if (job.state === 'done') await this.#tell(job);
      else await runJob(id, this.#run, (submitting) => this.#submitting.set(id, submitting));
      this.#submitting.delete(id);
    }
    // In the same breath as the last look, so that a job added after it finds nobody at work and wakes somebody.
    this.#working.delete(printer);
  }

  /** First who waits for word of a finished job, then what is at the printer, then what is queued. */
  #next(printer: string): QueuedJob | undefined {
    if (this.#closed) return undefined;
    const jobs = this.#file.list().filter((job) => job.printer === printer);
    const untold = jobs.find((job) => job.state === 'done' && !job.told && !this.#deaf.has(job.id));
    return untold ?? jobs.find(isAtPrinter) ?? jobs.find((job) => job.state === 'queued');
  }

  async #tell(job: QueuedJob): Promise<void> {
    try {
      await this.#options.onDone?.(toPrintJob(job));
      await this.#file.markTold(job.id);
    } catch (error) {
      this.#deaf.add(job.id);
      this.#options.onTrouble(error);
    }
  }
}
