import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import type { FuzzTarget, Verdict } from './fuzz-target.ts';

export interface Batch {
  readonly target: string;
  readonly seed: number;
  readonly count: number;
  /** The first to be run: those before it were run by a worker that is gone. */
  readonly from: number;
}
export interface Finding {
  readonly target: string;
  readonly seed: number;
  readonly at: number;
  readonly is: 'crashed' | 'hung' | 'changed';
  readonly what: string;
  readonly input: string;
}
export type Report = { is: 'ready' } | { is: 'done'; findings: Finding[]; answered: number };

/** Two numbers that the runner watches: which input is under way, and since when. */
const { watch, targets: targetsFile } = workerData as { watch: Int32Array; targets: string };
const { targets } = (await import(targetsFile)) as { targets: Record<string, () => Promise<FuzzTarget>> };
const opened = new Map<string, Promise<FuzzTarget>>();

function open(name: string): Promise<FuzzTarget> {
  const target = opened.get(name) ?? targets[name]?.();
  if (!target) throw new Error(`there is no target ${name}`);
  opened.set(name, target);
  return target;
}

// What a target throws at nobody is a crash of whatever was under way.
let loose: unknown;
process.on('unhandledRejection', (error) => {
  loose = error ?? 'a rejection of nothing';
});

async function run({ target: name, seed, count, from }: Batch): Promise<void> {
  Atomics.store(watch, 0, -1);
  const target = await open(name);
  const findings: Finding[] = [];
  let answered = 0;
  const inputs = fc.sample(target.inputs, { seed, numRuns: count });
  for (let at = from; at < count; at++) {
    const input = inputs[at];
    Atomics.store(watch, 1, Math.trunc(performance.timeOrigin + performance.now() - startedMs));
    Atomics.store(watch, 0, at);
    const verdict = await judge(target, input);
    if (verdict === 'answered') answered += 1;
    if (typeof verdict === 'object') findings.push({ target: name, seed, at, ...verdict, input: shown(input) });
  }
  Atomics.store(watch, 0, -1);
  const late = await target.settle?.();
  if (late !== undefined) findings.push({ target: name, seed, at: -1, is: 'changed', what: late, input: '' });
  parentPort?.postMessage({ is: 'done', findings, answered } satisfies Report);
}

async function judge(target: FuzzTarget, input: unknown): Promise<Verdict> {
  loose = undefined;
  const verdict = await attempt(target, input);
  if (loose !== undefined) return { is: 'crashed', what: `nobody waited for ${String((loose as Error).stack ?? loose)}` };
  if (({} as { polluted?: unknown }).polluted !== undefined) return { is: 'changed', what: 'the prototype of every object' };
  return verdict;
}

async function attempt(target: FuzzTarget, input: unknown): Promise<Verdict> {
  try {
    return await target.run(input);
  } catch (error) {
    return { is: 'crashed', what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function shown(input: unknown): string {
  try {
    return fc.stringify(input).slice(0, 2_000);
  } catch {
    return 'an input that can’t be shown';
  }
}

const { startedMs } = workerData as { startedMs: number };
parentPort?.on('message', (batch: Batch | 'end') => {
  if (batch === 'end') void end();
  else void run(batch);
});
parentPort?.postMessage({ is: 'ready' } satisfies Report);

async function end(): Promise<void> {
  for (const target of opened.values()) await (await target).close?.();
  process.exit(0);
}
