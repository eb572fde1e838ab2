/**
 * `npm run fuzz -- --inputs N [--seed S] [--target NAME]`: junk at every boundary. The last line is
 * `inputs N, refused R, accepted A, crashed C`; C counts what crashed, what hung and what changed although it was refused.
 * `--repeat TARGET:SEED[:PATH]` runs what a finding names: one batch, or one input of it.
 */
import { parseArgs } from 'node:util';
import type { Finding } from './fuzz-worker.ts';
import { runFuzz } from './run-fuzz.ts';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    target: { type: 'string', multiple: true },
    repeat: { type: 'string' },
  },
});
const [repeated, ownSeed, ...path] = values.repeat?.split(':') ?? [];
const seed = values.seed === undefined ? Math.trunc(Date.now() / 1000) % 1_000_000 : Number(values.seed);
const inputs = Number(values.inputs);
/** The contract is the widest door of all: every third input is for it. */
const shares = Object.keys(targets).flatMap((name, at) => (at > 0 && at % 3 === 0 ? ['desk', name] : [name]));
const chosen = repeated === undefined ? (values.target ?? shares) : [repeated];
const unknown = chosen.find((name) => !(name in targets));
if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed) || unknown !== undefined) {
  console.error(`Say how many inputs, a whole number as the seed, and a target of ${Object.keys(targets).join(', ')}.`);
  process.exit(2);
}
console.log(values.repeat === undefined ? `${inputs} inputs, seed ${seed}` : `once more: ${values.repeat}`);
let shown = 0;
const summary = await runFuzz({
  inputs,
  seed,
  targets: chosen,
  ...(ownSeed !== undefined && { only: { seed: Number(ownSeed), path: path.join(':') || undefined }, workers: 1 }),
  onProgress: (done) => {
    if (done - shown < inputs / 20) return;
    shown = done;
    console.log(`${done} of ${inputs}`);
  },
});
for (const finding of summary.findings) say(finding);
const { refused, answered, findings } = summary;
console.log(`inputs ${summary.inputs}, refused ${refused}, accepted ${answered}, crashed ${findings.length}`);
process.exitCode = findings.length === 0 ? 0 : 1;

function say({ target, seed: own, path: where, is, what, input }: Finding): void {
  const name = [target, own, ...(where === undefined ? [] : [where])].join(':');
  console.log(`${is}: ${target}\n${what}\n${input}\nAgain: npm run fuzz -- --repeat ${name}\n`);
}
