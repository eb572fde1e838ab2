import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Journal, openJournal } from '../../electron/journal/open-journal.ts';
import { journalOptions, readTexts, tempFolder, textBytes } from './journal-kit.ts';
import { type Fault, SimulatedDisk } from './journal-simulated-disk.ts';

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

type Step =
  | { do: 'append'; count: number; sizeBytes: number }
  | { do: 'append-and-die'; count: number; after: number; power: boolean }
  | { do: 'die'; power: boolean }
  | { do: 'close' }
  | { do: 'fault'; fault: Fault; code: string; after: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      count: fc.integer({ min: 1, max: 5 }),
      sizeBytes: fc.integer({ min: 0, max: 900 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('append-and-die' as const),
      count: fc.integer({ min: 1, max: 5 }),
      after: fc.integer({ min: 0, max: 6 }),
      power: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), power: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'close' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<Fault>('create', 'write', 'short-write', 'sync', 'folder'),
      code: fc.constantFrom('EIO', 'ENOSPC'),
      after: fc.integer({ min: 0, max: 3 }),
    }),
  },
);

/** A counter in small: what it was told is safe, and what it has once read back, has to be there ever after. */
class Run {
  readonly disk: SimulatedDisk;
  readonly folder: string;
  readonly acknowledged = new Map<number, string>();
  readonly asked = new Set<string>();
  journal: Journal | undefined;
  readonly #dir: string;
  readonly #withMarks: boolean;

  constructor(dir: string, luck: () => number, withMarks: boolean) {
    this.#dir = dir;
    this.#withMarks = withMarks;
    this.folder = join(dir, 'own');
    mkdirSync(this.folder, { recursive: true });
    this.disk = new SimulatedDisk(luck);
  }

  async open(): Promise<void> {
    this.disk.fault = undefined;
    const marks = this.#withMarks ? [Math.max(0, ...this.acknowledged.keys())] : [];
    this.journal = await openJournal(journalOptions(this.#dir, { marks }), {
      files: this.disk.forProcess(),
      segmentLimitBytes: 8_000,
    });
    const texts = await readTexts(this.journal);
    for (const [seq, text] of this.acknowledged) expect(texts[seq - 1]).toBe(text);
    for (const [i, text] of texts.entries()) {
      expect(this.asked.has(text ?? '')).toBe(true);
      this.acknowledged.set(i + 1, text ?? '');
    }
  }

  append(count: number, sizeBytes: number): Promise<unknown>[] {
    return Array.from({ length: count }, async () => {
      const text = `${this.asked.size}`.padEnd(sizeBytes, '.');
      this.asked.add(text);
      const { seq } = await (this.journal as Journal).append(textBytes(text));
      expect(this.acknowledged.has(seq)).toBe(false);
      this.acknowledged.set(seq, text);
    });
  }

  async take(taken: Step): Promise<void> {
    if (taken.do === 'fault') Object.assign(this.disk, { fault: taken.fault, faultCode: taken.code, faultAfter: taken.after });
    if (taken.do === 'append') await Promise.allSettled(this.append(taken.count, taken.sizeBytes));
    if (taken.do === 'append-and-die') {
      for (const asked of this.append(taken.count, 700)) asked.catch(() => undefined);
      for (let i = 0; i < taken.after; i++) await new Promise((resolve) => setImmediate(resolve));
    }
    if (taken.do === 'close') await this.journal?.close();
    if (taken.do === 'die' || taken.do === 'append-and-die') {
      if (taken.power) this.disk.cutPower(this.folder);
      else this.disk.kill(this.folder);
    }
    if (taken.do === 'die' || taken.do === 'append-and-die' || taken.do === 'close') await this.open();
  }
}

/** Of all bytes ever handed to the system, failed writes too: each segment key with each nonce sealed one text alone. */
function expectNoNonceTwice(disk: SimulatedDisk): void {
  const randoms = new Map<number, string>();
  const sealed = new Map<string, string>();
  for (const { file, position, bytes } of disk.attempted) {
    if (position === 0 && bytes.length === 160) randoms.set(file, bytes.toString('hex', 48, 80));
    for (let at = bytes.indexOf('TCJF'); at >= 0; at = bytes.indexOf('TCJF', at + 1)) {
      const frame = bytes.subarray(at, at + bytes.readUInt32BE(at + 4));
      const pair = `${randoms.get(file)}/${frame.readBigUInt64BE(8)}`;
      expect(sealed.get(pair) ?? frame.toString('hex')).toBe(frame.toString('hex'));
      sealed.set(pair, frame.toString('hex'));
    }
  }
  expect(new Set(randoms.values()).size).toBe(randoms.size);
}

test.each([false, true])(
  'nothing acknowledged is lost by kills, power cuts, full disks and failing syncs (marks: %s)',
  async (withMarks) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 25 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        async (steps, luck) => {
          const inner = tempFolder();
          try {
            const run = new Run(inner.dir, () => luck.next().value as number, withMarks);
            await run.open();
            for (const taken of steps) await run.take(taken);
            run.disk.cutPower(run.folder);
            await run.open();
            expectNoNonceTwice(run.disk);
          } finally {
            inner.remove();
          }
        },
      ),
      { numRuns: Number(process.env['JOURNAL_RUNS'] ?? 250) },
    );
  },
  120_000,
);

test('entries that outlived a failed sync only in memory last before anything is built on them', async () => {
  // The unluckiest disk: nothing that was not synced is ever there.
  const disk = new SimulatedDisk(() => 0.999);
  const folder = join(temp.dir, 'own');
  mkdirSync(folder);
  const first = await openJournal(journalOptions(temp.dir), { files: disk.forProcess() });
  await first.append(textBytes('acknowledged'));
  disk.fault = 'sync';
  await first.append(textBytes('refused')).catch(() => undefined);
  disk.kill(folder);
  const second = await openJournal(journalOptions(temp.dir), { files: disk.forProcess() });
  expect(await readTexts(second)).toEqual(['acknowledged', 'refused']);
  await second.append(textBytes('built on it'));
  disk.cutPower(folder);
  const third = await openJournal(journalOptions(temp.dir, { marks: [3] }), { files: disk.forProcess() });
  expect(await readTexts(third)).toEqual(['acknowledged', 'refused', 'built on it']);
  await third.close();
});

test('a header that outlived a failed sync only in memory lasts before anything is built on it', async () => {
  const disk = new SimulatedDisk(() => 0.999);
  const folder = join(temp.dir, 'own');
  mkdirSync(folder);
  const first = await openJournal(journalOptions(temp.dir), { files: disk.forProcess() });
  disk.fault = 'sync';
  await first.append(textBytes('refused')).catch(() => undefined);
  disk.kill(folder);
  const second = await openJournal(journalOptions(temp.dir), { files: disk.forProcess() });
  await second.append(textBytes('built on it'));
  disk.cutPower(folder);
  const third = await openJournal(journalOptions(temp.dir, { marks: [1] }), { files: disk.forProcess() });
  expect(await readTexts(third)).toEqual(['built on it']);
  await third.close();
});
