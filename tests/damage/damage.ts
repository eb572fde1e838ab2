/**
 * `npm run damage -- --cases N [--seed S]`: fills a counter once, and for each case damages one file of a copy of it, starts the real
 * program on that and looks at everything. The last line is `cases N, mended A, named B, untouched C, silent 0`; it fails where
 * anything was silent. A case that failed is run again by `--cases 1 --seed` with the seed that it names.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { showProgress } from '../../electron/program/demo/show-progress.ts';
import { fillCounter } from './filled-counter.ts';
import { type Judged, judgeCase, type Verdict } from './judged-case.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100' }, seed: { type: 'string' }, tell: { type: 'boolean', default: false } },
});
const cases = Number(values.cases);
const seed = Number(values.seed ?? randomInt(2 ** 31));
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  console.error('npm run damage -- --cases N [--seed S] [--tell], whole numbers both.');
  process.exit(2);
}

const counts: Record<Verdict, number> = { mended: 0, named: 0, untouched: 0, silent: 0 };
let done = 0;

function note(each: number, { damage, verdict, why }: Judged): void {
  counts[verdict] += 1;
  showProgress(++done, cases);
  if (verdict !== 'silent' && !values.tell) return;
  const { area, way, file, what } = damage;
  console.log(`${verdict}, seed ${each}: ${way} in ${area}, ${file}, ${what}: ${why}`);
}

console.log(`${cases} cases, seed ${seed}`);
const filled = await fillCounter();
try {
  const waiting = Array.from({ length: cases }, (_, at) => seed + at);
  const workers = Array.from({ length: Math.min(cases, availableParallelism()) }, async () => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) note(each, await judgeCase(filled, each));
  });
  await Promise.all(workers);
} finally {
  filled.remove();
}
const { mended, named, untouched, silent } = counts;
console.log(`cases ${cases}, mended ${mended}, named ${named}, untouched ${untouched}, silent ${silent}`);
process.exitCode = silent === 0 ? 0 : 1;
