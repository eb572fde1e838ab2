import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FilledCounter, fillCounter } from '../damage/filled-counter.ts';
import { judgeCase } from '../damage/judged-case.ts';

/** The first of `npm run damage -- --cases 12 --seed 1`; the long run has five hundred. */
const cases = 12;

let filled: FilledCounter;
beforeAll(async () => {
  filled = await fillCounter();
}, 60_000);
afterAll(() => filled?.remove());

test('whichever file is harmed, all is there, or somebody is told: never silence, never a hang', async () => {
  const verdicts = new Set<string>();
  for (let seed = 1; seed <= cases; seed += 1) {
    const { damage, verdict, why } = await judgeCase(filled, seed);
    expect({ verdict, damage, why }, `seed ${seed}`).not.toMatchObject({ verdict: 'silent' });
    verdicts.add(verdict);
  }
  // One that judged everything alike would prove nothing.
  expect([...verdicts]).toEqual(expect.arrayContaining(['mended', 'named']));
}, 60_000);
