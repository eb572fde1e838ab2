import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskFiles, type JournalFiles } from '../../electron/journal/journal-files.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import {
  codeThrown,
  folderBytes,
  journalOptions,
  readTexts,
  systemError,
  tempFolder,
  testKeys,
  textBytes,
} from './journal-kit.ts';

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

const open = (files?: JournalFiles) =>
  openJournal(journalOptions(temp.dir), { segmentLimitBytes: 4_096, ...(files && { files }) });
const verify = () => verifyJournal({ dir: temp.dir, log: 'own', keyOf: (epoch) => testKeys[epoch] });
const textOf = (seq: number) => `entry ${seq} of 欧阳春晓`.padEnd(300, '.');

async function fill(count: number) {
  const journal = await open();
  for (let seq = journal.headSeq + 1; seq <= count; seq++) await journal.append(textBytes(textOf(seq)));
  return journal;
}

test('redacted entries are gone from every segment, also from the one being written; all else reads and verifies as before', async () => {
  const journal = await fill(20);
  const chain = Buffer.from(journal.headChain);
  await journal.redact([2, 9, 20]);
  expect((await readTexts(journal)).map((text) => text === undefined)).toEqual(
    Array.from({ length: 20 }, (_, i) => [2, 9, 20].includes(i + 1)),
  );
  expect(await journal.append(textBytes(textOf(21)))).toMatchObject({ seq: 21 });
  expect(await journal.read(20)).toMatchObject({ seq: 20, redacted: true });
  await journal.close();
  expect(await verify()).toMatchObject({ headSeq: 21, entries: 21, redacted: 3 });
  const anchored = await openJournal(journalOptions(temp.dir, { marks: [21], anchors: [{ seq: 20, chain }] }));
  const texts = await readTexts(anchored);
  await anchored.close();
  expect(texts).toEqual(Array.from({ length: 21 }, (_, i) => ([2, 9, 20].includes(i + 1) ? undefined : textOf(i + 1))));
});

test('a frame that was not redacted keeps its very bytes, and its segment its header: nothing is sealed again', async () => {
  await (await fill(12)).close();
  const before = folderBytes(join(temp.dir, 'own'));
  const journal = await open();
  await journal.redact([2]);
  await journal.close();
  const after = folderBytes(join(temp.dir, 'own'));
  const changed = Object.keys(before).filter((name) => after[name] !== before[name]);
  expect(changed).toHaveLength(1);
  const [old, now] = [before, after].map((bytes) => Buffer.from(bytes[changed[0] ?? ''] ?? '', 'base64'));
  const length = old?.readUInt32BE(160 + 4) ?? 0;
  expect(now?.length).toBe(old?.length);
  expect(now?.subarray(0, 160 + length)).toEqual(old?.subarray(0, 160 + length));
  expect(now?.subarray(160 + 2 * length)).toEqual(old?.subarray(160 + 2 * length));
});

test('redacting twice, or nothing, changes no byte; an entry that is not there is refused', async () => {
  const journal = await fill(12);
  await journal.redact([3]);
  const once = folderBytes(join(temp.dir, 'own'));
  await journal.redact([3]);
  await journal.redact([]);
  expect(folderBytes(join(temp.dir, 'own'))).toEqual(once);
  expect(await codeThrown(() => journal.redact([13]))).toBe('entry-not-there');
  await journal.close();
});

test('what a refused write left behind the end of a segment goes with a redaction in it', async () => {
  let fail = false;
  const journal = await open({
    ...diskFiles,
    create: async (path) => {
      const file = await diskFiles.create(path);
      return {
        ...file,
        syncData: async () => {
          if (fail) throw systemError('EIO');
          return file.syncData();
        },
      };
    },
  });
  await journal.append(textBytes('first'));
  fail = true;
  expect(await codeThrown(() => journal.append(textBytes('refused')))).toBe('journal-write-failed');
  fail = false;
  await journal.append(textBytes('second'));
  const [first = ''] = readdirSync(join(temp.dir, 'own')).filter((name) => name.endsWith('.tcj'));
  const whole = readFileSync(join(temp.dir, 'own', first)).length;
  await journal.redact([1]);
  expect(readFileSync(join(temp.dir, 'own', first)).length).toBeLessThan(whole);
  expect(await readTexts(journal)).toEqual([undefined, 'second']);
  await journal.close();
  expect(await verify()).toMatchObject({ headSeq: 2, redacted: 1 });
});

test('a damaged frame is told of, and not made to look like a redaction', async () => {
  await (await fill(12)).close();
  const [first = ''] = readdirSync(join(temp.dir, 'own')).filter((name) => name.endsWith('.tcj'));
  const journal = await open();
  const bytes = readFileSync(join(temp.dir, 'own', first));
  bytes[160 + 120] = (bytes[160 + 120] ?? 0) ^ 1;
  writeFileSync(join(temp.dir, 'own', first), bytes);
  expect(await codeThrown(() => journal.redact([1]))).toBe('journal-damaged');
  expect(readFileSync(join(temp.dir, 'own', first))).toEqual(bytes);
  await journal.close();
});

test('appends and redactions at once: every entry is there, every redacted one is gone', async () => {
  const journal = await fill(30);
  const work = Array.from({ length: 30 }, (_, i) => [journal.append(textBytes(textOf(31 + i))), journal.redact([i + 1])]);
  await Promise.all(work.flat());
  await journal.close();
  expect(await verify()).toMatchObject({ headSeq: 60, redacted: 30 });
});

const kills = Number(process.env['JOURNAL_KILLS'] ?? 12);

test('killed at any moment of a redaction, no entry is lost, and the rest of it can be done', async () => {
  let cut = 0;
  await (await fill(120)).close();
  for (let round = 0; round < kills; round++) {
    const path = join(import.meta.dirname, 'journal-redact-child.ts');
    const child = spawn(process.execPath, [path, temp.dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(child, 'close');
    await Promise.race([once(child.stdout, 'data'), closed]);
    await sleep(round * 3);
    if (child.exitCode === null && child.kill('SIGKILL')) cut += 1;
    await closed;
    const journal = await openJournal(journalOptions(temp.dir, { marks: [120 + round] }));
    const texts = await readTexts(journal);
    for (const [i, text] of texts.slice(0, 120).entries())
      if ((i + 1) % 3 !== 0 || text !== undefined) expect(text).toBe(textOf(i + 1));
    // Something to redact in the next round, and a new segment to do it in.
    await journal.append(textBytes(textOf(121 + round)));
    await journal.close();
  }
  expect(cut).toBeGreaterThan(0);
  const journal = await open();
  await journal.redact(Array.from({ length: 40 }, (_, i) => 3 * (i + 1)));
  await journal.close();
  expect((await verify()).redacted).toBeGreaterThanOrEqual(40);
});
