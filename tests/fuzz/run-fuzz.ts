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
  /** What one worker's memory may come to: an input that makes the program ask for more ends it, which is a crash. */
  readonly memoryMebibytes?: number;
  /** Exports `targets`: the boundaries by name. */
  readonly targetsFile?: string;
  /** One batch, or one input of it, by the seed and path that a finding gave. */
  readonly only?: { readonly seed: number; readonly path?: string | undefined };
  onProgress?(done: number): void;
}

export interface FuzzSummary {
  readonly inputs: number;
  readonly refused: number;
  readonly answered: number;
  readonly findings: readonly Finding[];
}

const batchSize = 50;

/** Puts so many inputs to the targets, shared out evenly, each batch by a seed of its own; the same seed makes the same inputs. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzSummary> {
  const batches = batchesOf(options);
  const findings: Finding[] = [];
  let [done, refused, answered] = [0, 0, 0];
  const lane = async () => {
    const seat = new Seat(options);
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const result = await seat.run(batch);
      findings.push(...result.findings);
      refused += result.refused;
      answered += result.answered;
      done += batch.count;
      options.onProgress?.(done);
    }
    findings.push(...(await seat.end()));
  };
  await Promise.all(Array.from({ length: options.workers ?? 2 }, lane));
  return { inputs: done, refused, answered, findings };
}

function batchesOf({ inputs, seed, targets, only }: FuzzOptions): Batch[] {
  const [first] = targets;
  if (first === undefined) throw new Error('there is nothing to put the inputs to');
  if (only) return [{ target: first, from: 0, count: only.path === undefined ? batchSize : 1, ...only }];
  const batches: Batch[] = [];
  for (let begun = 0; begun < inputs; begun += batchSize) {
    const target = targets[batches.length % targets.length] ?? first;
    batches.push({ target, seed: (seed * 1_000_003 + batches.length) | 0, count: Math.min(batchSize, inputs - begun), from: 0 });
  }
  return batches;
}

interface Ran {
  readonly findings: Finding[];
  readonly refused: number;
  readonly answered: number;
}
interface Running {
  readonly worker: Worker;
  readonly watch: Int32Array;
  readonly startedMs: number;
}
type Ended = { report: Report } | { is: 'crashed' | 'hung'; at: number; what: string };

/** One worker at a time: a new one where the last hung or died. */
class Seat {
  readonly #options: FuzzOptions;
  #running: Running | undefined;

  constructor(options: FuzzOptions) {
    this.#options = options;
  }

  async run(batch: Batch): Promise<Ran> {
    const findings: Finding[] = [];
    for (let from = 0; from < batch.count; ) {
      const running = this.#running ?? this.#open();
      const ended = await this.#ask(running, { ...batch, from });
      if ('report' in ended) {
        const { report } = ended;
        if (report.is !== 'done')
          throw new Error(`${batch.target} can't be run: ${report.is === 'unfit' ? report.what : report.is}`);
        return { findings: [...findings, ...report.findings], refused: report.refused, answered: report.answered };
      }
      await running.worker.terminate();
      this.#running = undefined;
      // Lost before any input was under way: it isn't the inputs'.
      if (ended.at < 0) throw new Error(`${batch.target} ended between inputs: ${ended.what}`);
      const { at, is, what } = ended;
      findings.push({ target: batch.target, seed: batch.seed, path: batch.path ?? String(at), is, what, input: '' });
      from = Math.max(from, at) + 1;
    }
    return { findings, refused: 0, answered: 0 };
  }

  async end(): Promise<Finding[]> {
    const running = this.#running;
    if (!running) return [];
    const ended = await this.#ask(running, 'end');
    await running.worker.terminate();
    if ('report' in ended && ended.report.is === 'ended') return ended.report.findings;
    throw new Error(`the targets can't be closed: ${'report' in ended ? JSON.stringify(ended.report) : ended.what}`);
  }

  #open(): Running {
    const watch = new Int32Array(new SharedArrayBuffer(8));
    watch[0] = -1;
    const startedMs = Date.now();
    const targets = this.#options.targetsFile ?? join(import.meta.dirname, 'targets.ts');
    const worker = new Worker(join(import.meta.dirname, 'fuzz-worker.ts'), {
      workerData: { watch, startedMs, targets },
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMebibytes ?? 1_536 },
      execArgv: [],
      stdout: true,
    });
    this.#running = { worker, watch, startedMs };
    return this.#running;
  }

  #ask({ worker, watch, startedMs }: Running, order: Batch | 'end'): Promise<Ended> {
    const { limitMs = 10_000 } = this.#options;
    return new Promise<Ended>((resolve) => {
      const end = (ended: Ended) => {
        clearInterval(timer);
        worker.off('message', report).off('error', broke).off('exit', left);
        resolve(ended);
      };
      const lost = (what: string) => end({ is: 'crashed', at: Atomics.load(watch, 0), what });
      const report = (given: Report) => end({ report: given });
      const broke = (error: Error) => lost(error.stack ?? error.message);
      const left = (code: number) => lost(`the worker ended with ${code}`);
      worker.on('message', report).on('error', broke).on('exit', left);
      const timer = setInterval(() => {
        const at = Atomics.load(watch, 0);
        const tookMs = Date.now() - startedMs - Atomics.load(watch, 1);
        if (at >= 0 && tookMs > limitMs) end({ is: 'hung', at, what: `more than ${limitMs} ms` });
      }, 200);
      worker.postMessage(order);
    });
  }
}
