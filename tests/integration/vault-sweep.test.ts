import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { namedAttachments } from '../../electron/program/housekeeping/named-attachments.ts';
import { openAttachments } from '../../electron/vault/attachments.ts';
import { openSealedFiles } from '../../electron/vault/sealed-file.ts';
import { oneKey, tempFolder } from './vault-kit.ts';

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

const text = (value: string) => new TextEncoder().encode(value);
const attachments = () => openAttachments({ dir: join(temp.dir, 'attachments'), ...oneKey });
const dayMs = 86_400_000;
const yesterday = () => new Date(Date.now() - dayMs);

/** As if all of them had been put two days ago. */
function age(): void {
  const then = new Date(Date.now() - 2 * dayMs);
  for (const name of readdirSync(join(temp.dir, 'attachments'))) utimesSync(join(temp.dir, 'attachments', name), then, then);
}

test('what nothing names goes after its day of grace; what is named, or young, stays', async () => {
  const scans = await attachments();
  const [named, old] = [await scans.put(text('named')), await scans.put(text('old'))];
  age();
  const young = await scans.put(text('young'));
  expect(await scans.sweep([named.sha256], yesterday())).toBe(1);
  expect(await Promise.all([named, old, young].map(({ sha256 }) => scans.has(sha256)))).toEqual([true, false, true]);
});

test('an old one that is put again, or asked for, is young again: a registration that follows finds it', async () => {
  const scans = await attachments();
  const [again, asked] = [await scans.put(text('again')), await scans.put(text('asked'))];
  age();
  await scans.put(text('again'));
  expect(await scans.has(asked.sha256)).toBe(true);
  expect(await scans.sweep([], yesterday())).toBe(0);
  expect([await scans.has(again.sha256), await scans.has(asked.sha256)]).toEqual([true, true]);
});

test('put and sweep at once, a hundred times: what was put is there, or was never said to be', async () => {
  const scans = await attachments();
  for (let round = 0; round < 100; round++) {
    await scans.put(text('raced'));
    age();
    const [{ sha256 }] = await Promise.all([scans.put(text('raced')), scans.sweep([], yesterday())]);
    expect(await scans.has(sha256)).toBe(true);
  }
});

const hashOf = (sign: string) => sign.repeat(64);
const journalOf = (payloads: (string | undefined)[]) => ({
  headSeq: payloads.length,
  async *entries(from: number) {
    for (const [i, payload] of payloads.slice(from - 1).entries())
      yield { seq: from + i, ...(payload !== undefined && { payload: text(payload) }) };
  },
});

test('entries, drafts, half-filled forms, the print queue and noted papers all name; a redacted entry names nothing', async () => {
  const files = await openSealedFiles({ dir: join(temp.dir, 'files'), ...oneKey });
  const kept = { 'draft/1': '1', 'recognise-form/receive-1': '2', 'print-queue': '3', 'print-intent/1': '4' };
  for (const [name, sign] of Object.entries(kept)) await files.write(name, text(JSON.stringify({ scan: hashOf(sign) })));
  const journal = journalOf([JSON.stringify({ file: { sha256: hashOf('5') } }), undefined]);
  const { hashes, certain } = await namedAttachments({ journal, files });
  expect([[...hashes].sort(), certain]).toEqual([['1', '2', '3', '4', '5'].map(hashOf), true]);
});

test('with a small file that is damaged nobody can tell what is named', async () => {
  const files = await openSealedFiles({ dir: join(temp.dir, 'files'), ...oneKey });
  await files.write('draft/1', text(hashOf('1')));
  const failing = { list: files.list.bind(files), read: () => Promise.reject(new Error('damaged')) };
  expect(await namedAttachments({ journal: journalOf([]), files: failing })).toMatchObject({ certain: false });
});

test('an entry that is appended while the journal is being read is found too', async () => {
  const payloads = [JSON.stringify(hashOf('1'))];
  const source = {
    get headSeq() {
      return payloads.length;
    },
    async *entries(from: number) {
      const upTo = payloads.length;
      for (let seq = from; seq <= upTo; seq++) yield { seq, payload: text(payloads[seq - 1] ?? '') };
      if (upTo === 1) payloads.push(JSON.stringify(hashOf('2')));
    },
  };
  const files = await openSealedFiles({ dir: join(temp.dir, 'files'), ...oneKey });
  expect((await namedAttachments({ journal: source, files })).hashes).toEqual(new Set(['1', '2'].map(hashOf)));
});
