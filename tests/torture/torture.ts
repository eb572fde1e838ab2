/**
 * `npm run torture -- --kills N [--power N] [--seed S]`: kills the program at random moments while it works, or cuts the power of the
 * disk that it works on; starts it again, and counts what was acknowledged and is gone, or is there twice. The last line is
 * `acknowledged A, lost L, duplicated D`; it fails unless both are 0, if fewer than five things a kill were acknowledged, or if fewer than
 * half of the kills struck a call under way. A life that fails is lived again with fewer kills, to name the shortest that still does.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { showProgress } from '../../electron/program/demo/show-progress.ts';
import { whyNoImage } from './disk-image.ts';
import { type Life, liveOn, livesFor } from './life.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string' }, power: { type: 'string' }, seed: { type: 'string' } },
});
const kills = Number(values.kills ?? (values.power === undefined ? 100 : 0));
const cuts = Number(values.power ?? 0);
const seed = Number(values.seed ?? randomInt(2 ** 31));
if (![kills, cuts, seed].every((each) => Number.isInteger(each) && each >= 0) || kills + cuts === 0) {
  console.error('npm run torture -- --kills N [--power N] [--seed S], whole numbers all.');
  process.exit(2);
}
const noImage = cuts > 0 ? whyNoImage() : undefined;
if (noImage !== undefined) {
  console.error(`The power can't be cut here: ${noImage}.`);
  process.exit(2);
}

const total = { acknowledged: 0, inFlight: 0, done: 0, lost: [] as string[], duplicated: [] as string[] };

async function torment(life: Life): Promise<void> {
  const { rounds, lost, duplicated, kept } = await liveOn(life, () => showProgress(++total.done, kills + cuts));
  total.acknowledged += rounds.reduce((sum, { told }) => sum + told.length, 0);
  total.inFlight += rounds.filter(({ inFlight }) => inFlight > 0).length;
  total.lost.push(...lost);
  total.duplicated.push(...duplicated);
  if (lost.length + duplicated.length > 0) failed.push({ life, kept });
}

console.log(`${kills} kills, ${cuts} power cuts, seed ${seed}`);
const failed: { life: Life; kept: string | undefined }[] = [];
const lives = [...livesFor({ count: kills, seed, by: 'kill' }), ...livesFor({ count: cuts, seed, by: 'power' })];
const workers = Array.from({ length: Math.min(lives.length, availableParallelism()) }, async () => {
  for (let life = lives.shift(); life; life = lives.shift()) await torment(life);
});
await Promise.all(workers);

const { acknowledged, inFlight, lost, duplicated } = total;
for (const one of lost) console.log(`Lost: ${one}`);
for (const one of duplicated) console.log(`Duplicated: ${one}`);
for (const { life, kept } of failed) {
  if (kept) console.log(`Kept for whoever looks into it: ${kept}`);
  const shortest = await shrink(life);
  console.log(`Again: npm run torture -- --${life.by === 'kill' ? 'kills' : 'power'} ${shortest} --seed ${life.seed}`);
}
const proved = acknowledged >= 5 * (kills + cuts) && inFlight >= (kills + cuts) / 2;
if (!proved)
  console.log(`Too little was under way to prove anything: ${acknowledged} acknowledged, ${inFlight} kills struck a call.`);
console.log(`${inFlight} of ${kills + cuts} struck a call under way.`);
console.log(`acknowledged ${acknowledged}, lost ${lost.length}, duplicated ${duplicated.length}`);
process.exitCode = proved && lost.length + duplicated.length === 0 ? 0 : 1;

/** The fewest kills of that life that still lose or double something, of 1, 2, 4 and so on. */
async function shrink(life: Life): Promise<number> {
  for (let count = 1; count < life.count; count *= 2) {
    const { lost: gone, duplicated: twice } = await liveOn({ ...life, count }, () => {});
    if (gone.length + twice.length > 0) return count;
  }
  return life.count;
}
