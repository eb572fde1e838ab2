import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JobId, PaperId, Sha256Hex } from '../../../shared/domain/ids.ts';
import { type Spooler, SpoolerFailure } from '../spooler/spooler.ts';
import { createPrintQueue, type PrintQueue } from './print-queue.ts';

/** What survives a kill: the sealed file, the papers, the printer, and what people remember. */
class World {
  /** Whether the printer can say after a restart what it had taken. */
  readonly tells: boolean;
  file: Uint8Array | undefined;
  readonly papers = new Map<string, Uint8Array>();
  readonly sent: JobId[] = [];
  readonly taken = new Map<string, { jobId: JobId; asked: number; cancelled: boolean }>();
  readonly acknowledged = new Set<JobId>();
  readonly words = new Map<JobId, number>();
  readonly heardOf = new Set<JobId>();
  readonly troubles: unknown[] = [];
  readonly paused = new Set<JobId>();
  now = 0;
  constructor(tells: boolean) {
    this.tells = tells;
  }
}

/** One life of the program, which ends at a given step: from then on nothing it asks for happens or is answered. */
class Life {
  readonly dead: Promise<'killed'>;
  steps = 0;
  killAt: number;
  #die: (word: 'killed') => void = () => undefined;
  constructor(killAt: number) {
    this.killAt = killAt;
    this.dead = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  /** Does a thing between two points where the program may be killed: before it, or after it and before anybody hears. */
  async act<T>(effect: () => T): Promise<T> {
    await this.#step();
    const result = effect();
    await this.#step();
    return result;
  }

  async #step(): Promise<void> {
    this.steps += 1;
    if (this.steps >= this.killAt) {
      this.#die('killed');
      await new Promise(() => undefined);
    }
    await Promise.resolve();
  }
}

function spoolerOf(world: World, life: Life): Spooler {
  return {
    listPrinters: async () => [],
    submit: (_pdf, job) =>
      life.act(() => {
        if (world.paused.delete(job.jobId)) throw new SpoolerFailure('paused');
        world.sent.push(job.jobId);
        const ref = `${job.jobId}/${world.sent.length}`;
        world.taken.set(ref, { jobId: job.jobId, asked: 0, cancelled: false });
        return { ref };
      }),
    findSubmitted: (job) =>
      life.act(() => {
        if (!world.tells) return 'unknown';
        const ref = [...world.taken.keys()].findLast((key) => key.startsWith(job.jobId));
        return ref ? { ref } : 'not-submitted';
      }),
    jobState: (ref) =>
      life.act(() => {
        const job = world.taken.get(ref);
        if (!job) return { state: 'unknown' };
        job.asked += 1;
        return { state: (['waiting', 'printing', 'done'] as const)[Math.min(job.asked, 3) - 1] ?? 'done' };
      }),
    cancel: (ref) =>
      life.act(() => {
        const job = world.taken.get(ref);
        if (!job || job.asked >= 2) return false;
        job.cancelled = true;
        return true;
      }),
  };
}

const idOf = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}` as JobId;

function open(world: World, life: Life): Promise<PrintQueue> {
  return createPrintQueue({
    store: {
      load: () => life.act(() => world.file),
      save: (bytes) =>
        life.act(() => {
          world.file = bytes;
        }),
    },
    pdfs: {
      put: (pdf) =>
        life.act(() => {
          const sha256 = createHash('sha256').update(pdf).digest('hex') as Sha256Hex;
          world.papers.set(sha256, pdf);
          return sha256;
        }),
      get: (sha256) =>
        life.act(() => {
          const pdf = world.papers.get(sha256);
          if (!pdf) throw new Error('no such paper');
          return pdf;
        }),
    },
    spooler: spoolerOf(world, life),
    clock: { nowMs: () => (world.now += 1), wait: () => Promise.resolve() },
    newId: () => idOf(0),
    onChange: () => undefined,
    onDone: (job) => life.act(() => void world.heardOf.add(job.id)),
    onTrouble: (error) => world.troubles.push(error),
  });
}

interface Act {
  what: 'add' | 'add-paused' | 'retry' | 'cancel' | 'settle';
  n: number;
}

async function perform(act: Act, queue: PrintQueue, world: World): Promise<void> {
  const id = idOf(act.n);
  const known = queue.list().some((job) => job.id === id);
  if (act.what === 'settle') return queue.idle();
  if (act.what === 'add' || act.what === 'add-paused') {
    if (act.what === 'add-paused' && !known) world.paused.add(id);
    await queue.add({
      jobId: id,
      paperId: id as string as PaperId,
      kind: 'receipt-received',
      title: 't',
      fileName: 'f',
      printer: `p${act.n % 2}`,
      pdf: Buffer.from(`paper ${act.n}`),
      media: { widthMm: 210, heightMm: 297 },
      sides: 'one',
      copies: 1,
    });
    world.acknowledged.add(id);
  }
  if (act.what === 'retry' && known) {
    world.words.set(id, (world.words.get(id) ?? 0) + 1);
    await queue.retry(id);
  }
  if (act.what === 'cancel' && known) await queue.cancel(id);
}

/** Lives the acts through, one life after another; the last is never killed. Gives the steps of the first. */
async function live(
  world: World,
  acts: readonly Act[],
  kills: readonly number[],
): Promise<{ queue: PrintQueue; firstSteps: number }> {
  let at = 0;
  let firstSteps = 0;
  for (const [index, killAt] of [...kills, Number.POSITIVE_INFINITY].entries()) {
    const life = new Life(killAt);
    const whole = (async () => {
      const queue = await open(world, life);
      while (at < acts.length) {
        const act = acts[at];
        at += 1;
        if (act) await perform(act, queue, world);
      }
      await queue.idle();
      // What the test asks of this life from here on is no part of the killing.
      life.killAt = Number.POSITIVE_INFINITY;
      return queue;
    })();
    const end = await Promise.race([whole, life.dead]);
    if (index === 0) firstSteps = life.steps;
    if (end !== 'killed') return { queue: end, firstSteps };
  }
  throw new Error('the last life was killed');
}

function mustHold(world: World, queue: PrintQueue): void {
  const jobs = new Map(queue.list().map((job) => [job.id, job]));
  for (const id of world.acknowledged) expect(jobs.has(id), 'an acknowledged job is lost').toBe(true);
  for (const [id, job] of jobs) {
    const sent = world.sent.filter((other) => other === id).length;
    expect(sent, 'sent again without a word').toBeLessThanOrEqual(1 + (world.words.get(id) ?? 0));
    expect(job.state).toMatch(/^(done|failed|held)$/);
    if (job.state === 'done') expect([sent > 0, world.heardOf.has(id)]).toEqual([true, true]);
    if (job.state === 'held') expect([world.tells, job.reason]).toEqual([false, 'outcome-unknown']);
    if (job.state === 'failed') expect(job.reason).toMatch(/^(paused|cancelled)$/);
  }
  expect(world.troubles).toEqual([]);
}

const script: Act[] = [
  { what: 'add', n: 1 },
  { what: 'add', n: 2 },
  { what: 'add-paused', n: 3 },
  { what: 'cancel', n: 2 },
  { what: 'settle', n: 0 },
  { what: 'retry', n: 3 },
  { what: 'add', n: 1 },
  { what: 'add', n: 4 },
];

describe('the print queue, killed', () => {
  test.each([true, false])(
    'at every single step, loses nothing and sends nothing twice without a word (printer tells: %s)',
    async (tells) => {
      const { firstSteps } = await live(new World(tells), script, []);
      expect(firstSteps).toBeGreaterThan(60);
      for (let killAt = 1; killAt <= firstSteps; killAt += 1) {
        const world = new World(tells);
        const { queue } = await live(world, script, [killAt]);
        mustHold(world, queue);
      }
    },
  );

  test("many times, at any steps, does the same; and a person's word then prints what is held", async () => {
    const act = fc.record({
      what: fc.constantFrom('add', 'add', 'add-paused', 'retry', 'cancel', 'settle'),
      n: fc.integer({ min: 1, max: 5 }),
    });
    const acts = fc.array(act as fc.Arbitrary<Act>, { minLength: 1, maxLength: 14 });
    const kills = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), acts, kills, async (tells, list, killSteps) => {
        const world = new World(tells);
        const { queue } = await live(world, list, killSteps);
        mustHold(world, queue);
        const held = queue.list().filter((job) => job.state === 'held');
        for (const job of held) await perform({ what: 'retry', n: Number(job.id.slice(-12)) }, queue, world);
        await queue.idle();
        mustHold(world, queue);
        for (const job of held) expect(queue.list().find((now) => now.id === job.id)?.reason).not.toBe('outcome-unknown');
      }),
      { numRuns: 1_000 },
    );
  });
});
