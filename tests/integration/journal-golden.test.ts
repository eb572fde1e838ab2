import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { goldenScenarios } from './journal-golden-scenarios.ts';
import { journalOptions, tempFolder, testKeys } from './journal-kit.ts';

interface Expected {
  readonly scenarios: Record<string, Golden>;
}
interface Golden {
  readonly log: 'own' | 'received';
  readonly files: string[];
  readonly headSeq: number;
  readonly headChain: string;
  readonly entries: { seq: number; redacted?: true; payload?: string; salt?: string; commitment: string; chain: string }[];
}

const root = join(import.meta.dirname, '../fixtures/journal/v1');
const expected = JSON.parse(readFileSync(join(root, 'expected.json'), 'utf8')) as Expected;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

test('every golden scenario has its files, and every file its scenario', () => {
  expect(readdirSync(root).sort()).toEqual([...Object.keys(goldenScenarios), 'expected.json'].sort());
  expect(Object.keys(expected.scenarios).sort()).toEqual(Object.keys(goldenScenarios).sort());
});

describe.each(Object.entries(expected.scenarios))('the golden segments "%s" of format 1', (name, golden) => {
  test('read back as they were written, to the byte', async () => {
    // A copy, since opening puts down a lock.
    cpSync(join(root, name), temp.dir, { recursive: true });
    const journal = await openJournal(journalOptions(temp.dir, { log: golden.log, marks: [golden.headSeq] }));
    const entries: unknown[] = [];
    for await (const entry of journal.entries(1)) {
      const { seq } = entry;
      const open = entry.redacted ? { redacted: true } : { payload: hex(entry.payload), salt: hex(entry.salt) };
      entries.push({ seq, ...open, commitment: hex(entry.commitment), chain: hex(entry.chain) });
    }
    expect(entries).toEqual(golden.entries);
    expect([journal.headSeq, hex(journal.headChain), journal.tornTail]).toEqual([golden.headSeq, golden.headChain, undefined]);
    await journal.close();
  });

  test('are what the writer writes today, given the same randomness', async () => {
    await goldenScenarios[name]?.(temp.dir);
    const written = readdirSync(join(temp.dir, golden.log)).sort();
    expect(written).toEqual(golden.files);
    for (const file of golden.files) {
      expect(hex(readFileSync(join(temp.dir, golden.log, file)))).toBe(hex(readFileSync(join(root, name, golden.log, file))));
    }
  });

  test('verify, with keys and without', async () => {
    const anchors = [{ seq: golden.headSeq, chain: Buffer.from(golden.headChain, 'hex') }];
    const asked = { dir: join(root, name), log: golden.log, anchors };
    const withKeys = await verifyJournal({ ...asked, keyOf: (epoch) => testKeys[epoch] });
    const without = await verifyJournal(asked);
    expect(withKeys).toMatchObject({
      headSeq: golden.headSeq,
      entries: golden.entries.length,
      anchoredUpTo: golden.headSeq,
      sealsChecked: true,
    });
    expect(withKeys.redacted).toBe(golden.entries.filter(({ redacted }) => redacted).length);
    expect({ ...without, sealsChecked: true }).toEqual(withKeys);
  });
});
