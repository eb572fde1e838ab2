/** `npm run fuzz -- --inputs N [--seed S] [--target NAME]`: junk at every boundary. The last line is `inputs N, crashed 0, hung 0, changed 0`. */
import { parseArgs } from 'node:util';
import { runFuzz } from './run-fuzz.ts';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '2000' }, seed: { type: 'string' }, target: { type: 'string', multiple: true } },
});
const seed = values.seed === undefined ? Math.trunc(Date.now() / 1000) % 1_000_000 : Number(values.seed);
const inputs = Number(values.inputs);
if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed)) {
  console.error('Say how many inputs, and a whole number as the seed: --inputs N [--seed S]');
  process.exit(2);
}
console.log(`${inputs} inputs, seed ${seed}`);
let shown = 0;
const summary = await runFuzz({
  inputs,
  seed,
  targets: values.target ?? Object.keys(targets),
  onProgress: (done) => {
    if (done - shown < inputs / 20) return;
    shown = done;
    console.log(`${done} of ${inputs}`);
  },
});
for (const { target, seed: own, at, is, what, input } of summary.findings) {
  console.log(`${is}: ${target}, seed ${own}, input ${at}\n${what}\n${input}\n`);
}
const count = (is: string) => summary.findings.filter((finding) => finding.is === is).length;
console.log(`${summary.answered} of them were answered, the others refused.`);
console.log(`inputs ${summary.inputs}, crashed ${count('crashed')}, hung ${count('hung')}, changed ${count('changed')}`);
process.exitCode = summary.findings.length === 0 ? 0 : 1;
