/**
 * Prints the spine's figures on this machine: `node tests/bench/spine-figures.ts`. Medians over one run; beside a registration stands
 * what it can't be faster than, an append with fdatasync, taken in turns with it.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { startChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import { createRenderer } from '../../electron/printing/render-paper.ts';
import { readDemoPeople } from '../../electron/program/demo/demo-people.ts';
import { startProgram } from '../../electron/program/program.ts';
import { programPaths } from '../../electron/program/program-paths.ts';
import { getPaperDefinition } from '../../shared/paper/registry.ts';

const root = join(import.meta.dirname, '..', '..');
const say = (line: string) => process.stdout.write(`${line}\n`);

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}
const spread = (values: readonly number[]) =>
  `p50 ${quantile(values, 0.5)} ms, p95 ${quantile(values, 0.95)} ms (n ${values.length})`;

async function registrations(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'spine-figures-'));
  chmodSync(dir, 0o711);
  const startedAt = performance.now();
  const host = await startChromiumHost({
    ...programPaths(root, { data: dir, papers: join(dir, 'papers') }),
    headless: true,
    log: () => {},
  });
  const program = await startProgram({ host });
  await program.openDesk();
  say(`start to a desk that answers: ${(performance.now() - startedAt).toFixed(0)} ms`);
  const desk = createRouterClient(program.router, { context: { door: program.door } });
  await desk.session.startTrial();
  const signingIn = performance.now();
  await desk.session.signIn({ staffNumber: '1001', pin: '246801' });
  say(`sign-in, the key stretched at full cost: ${(performance.now() - signingIn).toFixed(0)} ms`);
  const { date: today } = (await desk.counter.status()).today;
  const pack = await desk.policy.pack();
  const roster = join(root, 'resources', 'demo', 'roster.csv');
  const { people } = await readDemoPeople(roster, { count: 240, pack, today });
  const bare = await open(join(dir, 'bare'), 'a');
  const acknowledged: number[] = [];
  const appended: number[] = [];
  for (const { facts } of people) {
    const from = performance.now();
    await desk.talents.register({ facts });
    acknowledged.push(performance.now() - from);
    const bareFrom = performance.now();
    await bare.write(Buffer.alloc(1_500));
    await bare.datasync();
    appended.push(performance.now() - bareFrom);
  }
  await bare.close();
  say(`registration acknowledged: ${spread(acknowledged)}`);
  say(`bare append with fdatasync: ${spread(appended)}`);
  await program.close();
  rmSync(dir, { recursive: true, force: true });
}

async function certificates(): Promise<void> {
  const renderer = createRenderer({ resourcesDir: join(root, 'resources') });
  const { layout, examples } = getPaperDefinition('recognition-certificate');
  const request = { layout, values: examples.usual };
  await renderer.render(request);
  const fresh: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    const from = performance.now();
    await renderer.render(request);
    fresh.push(performance.now() - from);
  }
  const batch = Array.from({ length: 500 }, () => ({ values: examples.usual }));
  const from = performance.now();
  await renderer.renderAll(layout, batch);
  const batchMs = (performance.now() - from) / batch.length;
  say(`a certificate, fresh: ${spread(fresh)}, ${(1000 / Number(quantile(fresh, 0.5))).toFixed(0)} a second`);
  say(`one of 500 in a file: ${batchMs.toFixed(2)} ms, ${(1000 / batchMs).toFixed(0)} a second`);
}

ensureBuilt(root, say);
await registrations();
await certificates();
