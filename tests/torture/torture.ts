/**
 * `npm run torture -- --kills N [--seed S]`: kills the program at random moments while it works, starts it again, and counts what was
 * acknowledged and is gone, or is there twice. The last line is `acknowledged A, lost L, duplicated D`; it fails unless both are 0, if
 * fewer than five things a kill were acknowledged, or if fewer than half of the kills struck a call under way.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { showProgress } from '../../electron/program/demo/show-progress.ts';
import { newComputer } from '../integration/program-kit.ts';
import { examine, killOnce, type Round } from './killed-counter.ts';
import { seededRandom } from './seeded-random.ts';

/** Kills on one computer before it is looked through; its people are numbered up to 999. */
const killsPerComputer = 15;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' } } });
const kills = Number(values.kills);
const seed = Number(values.seed ?? randomInt(2 ** 31));
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error('npm run torture -- --kills N [--seed S], whole numbers both.');
  process.exit(2);
}

const total = { acknowledged: 0, inFlight: 0, done: 0, lost: [] as string[], duplicated: [] as string[] };

/** One computer's life: killed again and again, then looked through from its first person to its last paper. */
async function torment(life: number): Promise<void> {
  const random = seededRandom(seed + life);
  const computer = newComputer();
  const rounds: Round[] = [];
  const wanted = Math.min(killsPerComputer, kills - life * killsPerComputer);
  for (let round = 0; round < wanted; round += 1) {
    rounds.push(await killOnce(computer, { round, afterMs: 50 + random() * 700 }));
    showProgress(++total.done, kills);
  }
  const { lost, duplicated } = await examine(computer, rounds);
  total.acknowledged += rounds.reduce((sum, { told }) => sum + told.length, 0);
  total.inFlight += rounds.filter(({ inFlight }) => inFlight > 0).length;
  total.lost.push(...lost);
  total.duplicated.push(...duplicated);
  if (lost.length + duplicated.length === 0) computer.remove();
  else console.log(`Kept for whoever looks into it: ${computer.dir}`);
}

console.log(`${kills} kills, seed ${seed}`);
const lives = [...Array(Math.ceil(kills / killsPerComputer)).keys()];
const workers = Array.from({ length: Math.min(lives.length, availableParallelism()) }, async () => {
  for (let life = lives.shift(); life !== undefined; life = lives.shift()) await torment(life);
});
await Promise.all(workers);

const { acknowledged, inFlight, lost, duplicated } = total;
for (const one of lost) console.log(`Lost: ${one}`);
for (const one of duplicated) console.log(`Duplicated: ${one}`);
const proved = acknowledged >= 5 * kills && inFlight >= kills / 2;
if (!proved)
  console.log(`Too little was under way to prove anything: ${acknowledged} acknowledged, ${inFlight} kills struck a call.`);
console.log(`${inFlight} of ${kills} kills struck a call under way.`);
console.log(`acknowledged ${acknowledged}, lost ${lost.length}, duplicated ${duplicated.length}`);
process.exitCode = proved && lost.length + duplicated.length === 0 ? 0 : 1;
