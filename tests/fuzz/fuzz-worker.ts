import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import type { FuzzTarget, Verdict } from './fuzz-target.ts';

export interface Batch {
  readonly target: string;
  readonly seed: number;
  readonly count: number;
  /** The first to be run: those before it were run by a worker that is gone. */
  readonly from: number;
  /** One input alone, by fast-check's path to it: the number of the input, and how it was made smaller. */
  readonly path?: string | undefined;
}
export interface Finding {
  readonly target: string;
  readonly seed: number;
  /** Where it was found; undefined for what shows only after all inputs of a batch. */
  readonly path?: string | undefined;
  readonly is: 'crashed' | 'hung' | 'changed';
  readonly what: string;
  readonly input: string;
}
export type Report =
  | { is: 'done'; findings: Finding[]; answered: number; refused: number }
  | { is: 'ended'; findings: Finding[] }
  | { is: 'unfit'; what: string };

/** Two numbers that the runner watches: which input is under way, and since when. */
const { watch, targets: targetsFile, startedMs } = workerData as { watch: Int32Array; targets: string; startedMs: number };
const { targets } = (await import(targetsFile)) as { targets: Record<string, () => Promise<FuzzTarget>> };
const opened = new Map<string, Promise<FuzzTarget>>();
/** Making an input smaller takes many runs; beyond so long the smallest so far will do. */
const shrinkMs = 8_000;

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

async function run(batch: Batch): Promise<void> {
  const { target: name, seed, from } = batch;
  Atomics.store(watch, 0, -1);
  const target = await open(name);
  begin(from);
  const inputs = fc.sample(target.inputs, {
    seed,
    ...(batch.path ? { path: batch.path, numRuns: 1 } : { numRuns: batch.count }),
  });
  const findings: Finding[] = [];
  const counts = { answered: 0, refused: 0 };
  for (let at = from; at < inputs.length; at++) {
    begin(at);
    const verdict = await judge(target, inputs[at]);
    if (typeof verdict === 'string') counts[verdict] += 1;
    else findings.push({ target: name, seed, path: batch.path ?? String(at), ...verdict, input: shown(inputs[at]) });
  }
  Atomics.store(watch, 0, -1);
  const late = await target.settle?.();
  if (late !== undefined) findings.push({ target: name, seed, is: 'changed', what: late, input: '' });
  const [first] = findings;
  if (first?.path !== undefined && batch.path === undefined) findings[0] = await smaller(target, first);
  post({ is: 'done', findings, ...counts });
}

function begin(at: number): void {
  Atomics.store(watch, 1, Math.trunc(Date.now() - startedMs));
  Atomics.store(watch, 0, at);
}

/** The same trouble with as little as it takes. */
async function smaller(target: FuzzTarget, found: Finding): Promise<Finding> {
  let last: { verdict: Exclude<Verdict, string>; input: unknown } | undefined;
  const property = fc.asyncProperty(target.inputs, async (input) => {
    begin(Number(found.path?.split(':')[0]));
    const verdict = await judge(target, input);
    if (typeof verdict === 'string') return true;
    last = { verdict, input };
    return false;
  });
  const options = { seed: found.seed, path: found.path ?? '', numRuns: 1, interruptAfterTimeLimit: shrinkMs };
  const { counterexamplePath: path } = await fc.check(property, options);
  Atomics.store(watch, 0, -1);
  return path && last ? { ...found, path, ...last.verdict, input: shown(last.input) } : found;
}

async function judge(target: FuzzTarget, input: unknown): Promise<Verdict> {
  loose = undefined;
  const verdict = await attempt(target, input);
  if (loose !== undefined) return { is: 'crashed', what: `nobody waited for ${String((loose as Error).stack ?? loose)}` };
  if (({} as { polluted?: unknown }).polluted !== undefined) {
    // It is said of this input, and not of every one after it.
    Reflect.deleteProperty(Object.prototype, 'polluted');
    return { is: 'changed', what: 'the prototype of every object' };
  }
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

async function lastWord(target: FuzzTarget): Promise<Exclude<Verdict, string> | undefined> {
  try {
    const late = await target.finish?.();
    return late === undefined ? undefined : { is: 'changed', what: late };
  } catch (error) {
    return { is: 'crashed', what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function end(): Promise<void> {
  const findings: Finding[] = [];
  for (const [name, opening] of opened) {
    const target = await opening;
    const late = await lastWord(target);
    if (late) findings.push({ target: name, seed: 0, ...late, input: '' });
    await target.close?.();
  }
  post({ is: 'ended', findings });
}

const post = (report: Report) => parentPort?.postMessage(report);
const unfit = (error: unknown) =>
  post({ is: 'unfit', what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
parentPort?.on('message', (batch: Batch | 'end') => void (batch === 'end' ? end() : run(batch)).catch(unfit));
