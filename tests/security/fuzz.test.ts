import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runFuzz } from '../fuzz/run-fuzz.ts';
import { targets } from '../fuzz/targets.ts';

/** Another seed each day, so that the same few inputs aren't all that is ever tried; a failure names its own. */
const seed = Number(process.env['FUZZ_SEED'] ?? Math.trunc(Date.now() / 86_400_000));
const told = (findings: Awaited<ReturnType<typeof runFuzz>>['findings']) =>
  findings.map(
    ({ target, seed: own, path, is, what, input }) =>
      `${is}: npm run fuzz -- --repeat ${target}:${own}:${path}\n${what}\n${input}`,
  );

test('a sample of the long run: at no boundary does junk crash, hang or change anything', async () => {
  const names = Object.keys(targets);
  const summary = await runFuzz({
    inputs: names.length * 50,
    seed,
    targets: ['desk', ...names.filter((name) => name !== 'desk')],
  });
  expect(told(summary.findings)).toEqual([]);
  expect(summary.refused + summary.answered).toBe(names.length * 50);
  expect(summary.refused).toBeGreaterThan(names.length * 20);
}, 120_000);

describe('the fuzz itself', () => {
  const runBad = (target: string) =>
    runFuzz({
      inputs: 50,
      seed: 1,
      targets: [target],
      workers: 1,
      limitMs: 400,
      memoryMebibytes: 64,
      targetsFile: join(import.meta.dirname, 'bad-targets.ts'),
    });

  test('finds nothing where nothing is', async () => {
    const { findings, answered, refused } = await runBad('sound');
    expect([findings, answered + refused]).toEqual([[], 50]);
  });

  test.each([
    ['throws', 'crashed'],
    ['leaves a promise to nobody', 'crashed'],
    ['changes what it refused', 'changed'],
    ['lets the prototype be changed', 'changed'],
  ])('finds what %s, and the smallest input that does it', async (target, is) => {
    const { findings } = await runBad(target);
    expect(findings[0]).toMatchObject({ target, is, input: '100' });
    const { path, seed: own } = findings[0] ?? {};
    const again = await runFuzz({
      inputs: 1,
      seed: 0,
      targets: [target],
      workers: 1,
      only: { seed: own ?? 0, path },
      targetsFile: join(import.meta.dirname, 'bad-targets.ts'),
    });
    expect(again.findings[0]).toMatchObject({ is, input: '100' });
  });

  test.each([
    ['hangs', 'hung'],
    ['eats the memory', 'crashed'],
    ['ends', 'crashed'],
  ])('finds what %s, though the worker is lost with it', async (target, is) => {
    const { findings } = await runFuzz({
      inputs: 1,
      seed: 1,
      targets: [target],
      workers: 1,
      limitMs: 1_500,
      memoryMebibytes: 64,
      targetsFile: join(import.meta.dirname, 'bad-targets.ts'),
    });
    expect(findings[0]).toMatchObject({ target, is });
  });

  test.each(['changes something that shows late', 'is not as it was in the end'])('finds what %s', async (target) => {
    expect((await runBad(target)).findings[0]).toMatchObject({ is: 'changed', what: 'planted' });
  });
});
