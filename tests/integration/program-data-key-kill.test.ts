import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { DraftId } from '../../shared/domain/ids.ts';
import { seededRandom } from '../torture/seeded-random.ts';
import { countEpochs, resealed } from './data-key-kit.ts';
import type { Said } from './program-data-key-child.ts';
import { type Computer, finished, member, newComputer, type Running, signIn, start, startSignedIn } from './program-kit.ts';
import { directTier, somebody } from './program-people.ts';

const kills = Number(process.env['DATA_KEY_KILLS'] ?? 5);
const seed = Number(process.env['SEED'] ?? 20261125);
/** Numbers of people that a child may come to before it is killed. */
const peoplePerRound = 90;

let computer: Computer;
let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

/** A counter with enough in it for its sealing anew to take a while. */
async function fill(): Promise<void> {
  running = await startSignedIn(computer);
  const { desk } = running;
  for (let n = 1; n <= 60; n += 1) {
    await desk.drafts.save({ id: v7() as DraftId, title: `草稿${n}`, fields: { 'identity.name': `草稿${n}` } });
    const { personId } = await desk.talents.register({ facts: somebody(n) });
    if (n % 2 === 0) continue;
    const { matterId } = await desk.recognitions.receive({ personId, ...directTier });
    await desk.papers.print({ kind: 'receipt-received', matterId });
  }
  for (const job of await desk.papers.jobs()) await finished(desk, job.id);
  await running.close();
  running = undefined;
}

/** Lets a counter seal anew and work, and kills it so long after the next key was there, or after the clerk's first draft was. */
async function killOne(round: number, afterMs: number): Promise<Said[]> {
  const script = join(import.meta.dirname, 'program-data-key-child.ts');
  const first = 100 + round * peoplePerRound;
  const child = spawn(process.execPath, [script, computer.dir, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const said: Said[] = [];
  const begun = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    // The last line may have been cut off by the kill, and so was never said.
    if (!line.endsWith('}')) return;
    const one = JSON.parse(line) as Said;
    said.push(one);
    if (one.told === (round % 2 === 0 ? 'key' : 'draft')) begun.resolve();
  });
  await Promise.race([begun.promise, closed]);
  expect(child.exitCode).toBe(null);
  await sleep(afterMs);
  child.kill('SIGKILL');
  await closed;
  return said;
}

test('killed at random moments while everything is sealed anew, all that was acknowledged is there, and at the end under one key', async () => {
  computer = newComputer();
  await fill();
  const random = seededRandom(seed);
  const told: Said[] = [];
  let struck = 0;
  for (let round = 0; round < kills; round += 1) {
    const said = await killOne(round, Math.floor(random() * 1_500));
    told.push(...said);
    const counts = countEpochs(computer.paths.userData);
    if (Object.keys(counts).length > 1) struck += 1;
    console.info(`kill ${round + 1}: files by key ${JSON.stringify(counts)}, ${said.length} things were told`);
  }
  // Otherwise the kills came when all was done, and the test would prove little.
  expect(struck).toBeGreaterThanOrEqual(Math.ceil(kills / 2));

  running = await start(computer);
  const { desk } = running;
  await signIn(desk);
  await resealed(desk);
  const drafts = new Set((await desk.drafts.list()).map(({ id }) => id as string));
  for (const one of told) {
    if (one.told === 'draft') expect(drafts).toContain(one.id);
    if (one.told === 'key' || one.told === 'draft') continue;
    const [person] = await desk.talents.likely({ idNumber: somebody(one.n).document.number });
    const view = person && (await desk.talents.get({ personId: person.personId }));
    if (one.told === 'person') expect(view?.id).toBe(one.id);
    else expect(view?.papers.map(({ id }) => id as string)).toContain(one.id);
  }
  for (let n = 1; n <= 60; n += 1) expect(await desk.talents.likely({ idNumber: somebody(n).document.number })).toHaveLength(1);
  expect((await desk.counter.status()).notices).toEqual([]);
  await desk.session.signOut();
  await signIn(desk, member('administrator'));
  const { epoch, progress } = await desk.dataKey.state();
  expect(progress).toBeUndefined();
  expect(epoch).toBeGreaterThan(1);
  await running.close();
  running = undefined;
  expect(Object.keys(countEpochs(computer.paths.userData))).toEqual([String(epoch)]);
  console.info(
    `seed ${seed}: ${kills} kills, ${struck} amid the sealing, ${told.length} things told, 0 lost; key ${epoch} at the end`,
  );
}, 400_000);
