import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Batch, Finding, Report } from './fuzz-worker.ts';

export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  readonly targets: readonly string[];
  readonly workers?: number;
  /** One input may take so long; then it hangs. */
  readonly limitMs?: number;
  /** Exports `targets`: the boundaries by name. */
  readonly targetsFile?: string;
  onProgress?(done: number): void;
}

export interface FuzzSummary {
  readonly inputs: number;
  readonly answered: number;
  readonly findings: readonly Finding[];
}

const batchSize = 50;

/** Puts so many inputs to the targets, shared out evenly, each batch by a seed of its own; the same seed makes the same inputs. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzSummary> {
  const batches = batchesOf(options);
  const findings: Finding[] = [];
  let [done, answered] = [0, 0];
  const lane = async () => {
    const seat = new Seat(options);
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const result = await seat.run(batch);
      findings.push(...result.findings);
      answered += result.answered;
      done += batch.count;
      options.onProgress?.(done);
    }
    await seat.end();
  };
  await Promise.all(Array.from({ length: options.workers ?? 2 }, lane));
  return { inputs: done, answered, findings };
}

function batchesOf({ inputs, seed, targets }: FuzzOptions): Batch[] {
  const batches: Batch[] = [];
  for (let begun = 0; begun < inputs; begun += batchSize) {
    const target = targets[batches.length % targets.length];
    if (target === undefined) throw new Error('there is nothing to put the inputs to');
    batches.push({ target, seed: (seed * 1_000_003 + batches.length) | 0, count: Math.min(batchSize, inputs - begun), from: 0 });
  }
  return batches;
}

/** One worker at a time: a new one where the last hung or died. */
class Seat {
  readonly #options: FuzzOptions;
  #worker: { worker: Worker; watch: Int32Array; startedMs: number } | undefined;

  constructor(options: FuzzOptions) {
    this.#options = options;
  }

  async run(batch: Batch): Promise<{ findings: Finding[]; answered: number }> {
    const findings: Finding[] = [];
    let answered = 0;
    for (let from = 0; from < batch.count; ) {
      const { worker, watch, startedMs } = this.#worker ?? this.#open();
      const ended = await this.#oneRun(worker, { ...batch, from }, { watch, startedMs });
      if ('report' in ended) {
        findings.push(...ended.report.findings);
        answered += ended.report.answered;
        break;
      }
      // What it found before it was lost is found again: the same inputs are run by the next worker.
      await worker.terminate();
      this.#worker = undefined;
      const at = ended.at;
      findings.push({ target: batch.target, seed: batch.seed, at, is: ended.is, what: ended.what, input: '' });
      from = Math.max(from, at) + 1;
    }
    return { findings, answered };
  }

  async end(): Promise<void> {
    const open = this.#worker;
    if (!open) return;
    const left = new Promise((resolve) => open.worker.once('exit', resolve));
    open.worker.postMessage('end');
    await left;
  }

  #open() {
    const watch = new Int32Array(new SharedArrayBuffer(8));
    watch[0] = -1;
    const startedMs = Date.now();
    const targets = this.#options.targetsFile ?? join(import.meta.dirname, 'targets.ts');
    const worker = new Worker(join(import.meta.dirname, 'fuzz-worker.ts'), {
      workerData: { watch, startedMs, targets },
      execArgv: [],
      stdout: true,
    });
    this.#worker = { worker, watch, startedMs };
    return this.#worker;
  }

  #oneRun(worker: Worker, batch: Batch, { watch, startedMs }: { watch: Int32Array; startedMs: number }) {
    type Ended = { report: Extract<Report, { is: 'done' }> } | { is: 'crashed' | 'hung'; at: number; what: string };
    const { limitMs = 10_000 } = this.#options;
    return new Promise<Ended>((resolve) => {
      const end = (ended: Ended) => {
        clearInterval(timer);
        worker.removeAllListeners();
        resolve(ended);
      };
      const lost = (what: string) => end({ is: 'crashed', at: Atomics.load(watch, 0), what });
      worker.on('message', (report: Report) => report.is === 'done' && end({ report }));
      worker.on('error', (error) => lost(error.stack ?? error.message));
      worker.on('exit', (code) => lost(`the worker ended with ${code}`));
      const timer = setInterval(() => {
        const at = Atomics.load(watch, 0);
        const tookMs = Date.now() - startedMs - Atomics.load(watch, 1);
        if (at >= 0 && tookMs > limitMs) end({ is: 'hung', at, what: `more than ${limitMs} ms` });
      }, 200);
      worker.postMessage(batch);
    });
  }
}
