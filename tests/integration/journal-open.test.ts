import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { maxPayloadBytes } from '../../electron/journal/frame.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import {
  codeThrown,
  folderBytes,
  journalOptions,
  readTexts,
  systemError,
  tempFolder,
  textBytes,
  watchedFiles,
} from './journal-kit.ts';

let temp: ReturnType<typeof tempFolder>;
let options: ReturnType<typeof journalOptions>;
let folder: string;
beforeEach(() => {
  temp = tempFolder();
  options = journalOptions(temp.dir);
  folder = join(temp.dir, 'own');
});
afterEach(() => temp.remove());

test('entries asked for together share one sync, and are acknowledged in the order of their sequence', async () => {
  let syncs = 0;
  const files = watchedFiles((call) => {
    if (call === 'sync') syncs += 1;
  });
  const journal = await openJournal(options, { files });
  const order: number[] = [];
  const ask = (text: string) => journal.append(textBytes(text)).then(({ seq }) => order.push(seq));
  const first = Array.from({ length: 50 }, (_, i) => ask(`a${i}`));
  const later = first[0]?.then(() => Promise.all(Array.from({ length: 50 }, (_, i) => ask(`b${i}`))));
  await Promise.all([...first, later]);
  expect(order).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  // One for the segment's header, one for each batch.
  expect(syncs).toBe(3);
  await journal.close();
});

test('an entry is acknowledged only once its sync is done', async () => {
  const calls: string[] = [];
  const journal = await openJournal(options, { files: watchedFiles((call) => calls.push(call)) });
  await journal.append(textBytes('a'));
  expect(calls).toEqual(['create', 'write', 'sync', 'folder', 'write', 'sync']);
  await journal.append(textBytes('b'));
  expect(calls.slice(6)).toEqual(['write', 'sync']);
  await journal.close();
});

test('what the caller does to its bytes after asking changes nothing', async () => {
  const journal = await openJournal(options);
  const payload = textBytes('as asked');
  const asked = journal.append(payload);
  payload.fill(0);
  const { seq, commitment } = await asked;
  const entry = await journal.read(seq);
  if (entry.redacted) throw new Error('Nothing was redacted');
  expect(Buffer.from(entry.payload).toString()).toBe('as asked');
  expect(Buffer.from(entry.commitment)).toEqual(Buffer.from(commitment));
  expect(Buffer.from(commitment)).toEqual(createHmac('sha256', entry.salt).update('as asked').digest());
  await journal.close();
});

test('entries of any content and length come back as they were, one by one and in a row, over many segments and starts', async () => {
  const payloads = fc.array(fc.array(fc.uint8Array({ maxLength: 2_000 }), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(payloads, async (starts) => {
      const inner = tempFolder();
      const all = starts.flat().map((bytes) => Buffer.from(bytes).toString('hex'));
      for (const batch of starts) {
        const journal = await openJournal(journalOptions(inner.dir), { segmentLimitBytes: 4_000 });
        await Promise.all(batch.map((payload) => journal.append(payload)));
        await journal.close();
      }
      const journal = await openJournal(journalOptions(inner.dir, { marks: [all.length] }));
      const found: string[] = [];
      for await (const entry of journal.entries(1)) found.push(entry.redacted ? '' : Buffer.from(entry.payload).toString('hex'));
      expect(found).toEqual(all);
      for (const [i, payload] of all.entries()) {
        const entry = await journal.read(i + 1);
        expect(entry.redacted ? '' : Buffer.from(entry.payload).toString('hex')).toBe(payload);
      }
      await journal.close();
      inner.remove();
    }),
    { numRuns: 30 },
  );
});

test('a full disk is said as such; after it the journal goes on without a gap', async () => {
  let full = false;
  const files = watchedFiles((call) => {
    if (full && (call === 'write' || call === 'create')) throw systemError('ENOSPC');
  });
  const journal = await openJournal(options, { files });
  await journal.append(textBytes('before'));
  full = true;
  for (let i = 0; i < 3; i++) expect(await codeThrown(() => journal.append(textBytes('refused')))).toBe('disk-full');
  expect(await readTexts(journal)).toEqual(['before']);
  full = false;
  expect(await journal.append(textBytes('after'))).toMatchObject({ seq: 2 });
  await journal.close();
  const again = await openJournal({ ...options, marks: [2] });
  expect(await readTexts(again)).toEqual(['before', 'after']);
  await again.close();
});

test('after a failed sync its file is never written again, and what was refused stays void after a restart', async () => {
  let failing = false;
  const written: string[] = [];
  const files = watchedFiles((call, path) => {
    if (call === 'write') written.push(path);
    if (failing && call === 'sync') throw systemError('EIO');
  });
  const journal = await openJournal(options, { files });
  await journal.append(textBytes('kept'));
  failing = true;
  expect(await codeThrown(() => journal.append(textBytes('refused')))).toBe('journal-write-failed');
  failing = false;
  const before = written.length;
  await journal.append(textBytes('kept too'));
  expect(written.slice(before)).not.toContain(written[0]);
  failing = true;
  expect(await codeThrown(() => journal.append(textBytes('refused at the end')))).toBe('journal-write-failed');
  failing = false;
  await journal.close();
  const again = await openJournal({ ...options, marks: [2] });
  expect(await readTexts(again)).toEqual(['kept', 'kept too']);
  await again.close();
});

test('a refused entry that comes back in the place of a lost one is told by an anchor, where a bare mark is fooled', async () => {
  let failing = false;
  const files = watchedFiles((call) => {
    if (failing && call === 'sync') throw systemError('EIO');
  });
  const journal = await openJournal(options, { files });
  await journal.append(textBytes('kept'));
  failing = true;
  await journal.append(textBytes('refused')).catch(() => undefined);
  failing = false;
  await journal.append(textBytes('acknowledged'));
  const anchor = { seq: journal.headSeq, chain: journal.headChain };
  await journal.close();
  rmSync(join(folder, readdirSync(folder).sort().at(-1) as string));
  expect(await codeThrown(() => openJournal({ ...options, anchors: [anchor] }))).toBe('journal-forked');
});

test('a journal behind a mark stops, also when its folder is gone, and makes none', async () => {
  const journal = await openJournal(options);
  await journal.append(textBytes('one'));
  await journal.close();
  const error = await openJournal({ ...options, marks: [1, 3, 2] }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'journal-behind', head: 1, mark: 3 });
  rmSync(folder, { recursive: true });
  expect(await codeThrown(() => openJournal({ ...options, marks: [1] }))).toBe('journal-behind');
  expect(readdirSync(temp.dir)).toEqual([]);
});

test('a mark that is no number is refused, as it would switch the check off', async () => {
  for (const mark of [Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY]) {
    const opening = openJournal({ ...options, marks: [mark] });
    await expect(opening).rejects.toThrow(mark === Number.POSITIVE_INFINITY ? /behind|known|sequence/ : RangeError);
  }
});

test('a torn last frame is set aside and reported; with a mark that reached it, it is damage, and nothing is changed', async () => {
  const journal = await openJournal(options);
  await journal.append(textBytes('one'));
  await journal.append(textBytes('two'));
  await journal.close();
  const [file] = readdirSync(folder) as [string];
  const whole = Buffer.from(folderBytes(folder)[file] as string, 'base64');
  for (const [tail, bytes] of [
    ['cut', whole.subarray(0, -5)],
    ['zeros', Buffer.from(whole).fill(0, 532)],
    ['flip', Buffer.from(whole).fill(7, 700, 701)],
  ] as const) {
    writeFileSync(join(folder, file), bytes);
    const before = folderBytes(folder);
    expect(await codeThrown(() => openJournal({ ...options, marks: [2] })), tail).toBe('journal-damaged');
    const opened = await openJournal({ ...options, marks: [1] });
    expect(opened.tornTail, tail).toEqual({ file, bytes: bytes.length - 532, offsetBytes: 532 });
    expect(opened.headSeq).toBe(1);
    await opened.close();
    expect(folderBytes(folder)).toEqual(before);
  }
  const opened = await openJournal(options);
  expect(await opened.append(textBytes('two again'))).toMatchObject({ seq: 2 });
  await opened.close();
  const again = await openJournal({ ...options, marks: [2] });
  expect([again.tornTail, await readTexts(again)]).toEqual([undefined, ['one', 'two again']]);
  await again.close();
});

test('damage before the last batch is told from a torn tail without any mark, and names its place', async () => {
  const journal = await openJournal(options);
  for (const text of ['one', 'two', 'three']) await journal.append(textBytes(text));
  await journal.close();
  const [file] = readdirSync(folder) as [string];
  const bytes = Buffer.from(folderBytes(folder)[file] as string, 'base64');
  writeFileSync(join(folder, file), bytes.fill(0, 600, 640));
  const error = await openJournal(options).catch((thrown: unknown) => thrown);
  const place = { log: 'own', file, frame: 2, seq: 2, offsetBytes: 532 };
  expect(error).toMatchObject({ code: 'journal-damaged', reason: 'frame-checksum', place });
});

test('entries sealed under an older key epoch are read with its key, and not without', async () => {
  const first = await openJournal(options);
  await first.append(textBytes('old'));
  await first.close();
  const second = await openJournal({ ...options, epoch: 2 });
  await second.append(textBytes('new'));
  expect(await readTexts(second)).toEqual(['old', 'new']);
  await second.close();
  const forgetful = { ...options, epoch: 2, keyOf: (epoch: number) => (epoch === 2 ? options.keyOf(2) : undefined) };
  expect(await openJournal(forgetful).catch((thrown: unknown) => thrown)).toMatchObject({
    code: 'journal-key-missing',
    epoch: 1,
  });
  expect(await codeThrown(() => openJournal({ ...options, keyOf: () => new Uint8Array(32) }))).toBe('journal-damaged');
});

test('pruned segments are missed only where nobody said that they may be gone', async () => {
  const journal = await openJournal(options, { segmentLimitBytes: 600 });
  for (const text of ['one', 'two', 'three']) await journal.append(textBytes(text));
  await journal.close();
  rmSync(join(folder, readdirSync(folder).sort()[0] as string));
  expect(await codeThrown(() => openJournal(options))).toBe('journal-damaged');
  const pruned = await openJournal({ ...options, prunedTo: 1, marks: [3] });
  expect(await codeThrown(() => pruned.read(1))).toBe('entry-not-there');
  expect(await pruned.read(2)).toMatchObject({ seq: 2 });
  await pruned.close();
});

test('files that are no segments are left alone', async () => {
  mkdirSync(folder);
  for (const name of ['Thumbs.db', '.DS_Store', 'copy of 0000000000000001-0000000001.tcj'])
    writeFileSync(join(folder, name), 'x');
  const journal = await openJournal(options);
  await journal.append(textBytes('one'));
  await journal.close();
  expect(readdirSync(folder)).toContain('Thumbs.db');
});

test('a stray file with the last possible number stops the writer rather than hide what follows', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, '0000000000000001-9999999999.tcj'), '');
  const journal = await openJournal(options);
  expect(await codeThrown(() => journal.append(textBytes('one')))).toBe('journal-write-failed');
  await journal.close();
});

test('too large an entry, an entry that is not there and a closed journal are refused by name', async () => {
  const journal = await openJournal(options);
  expect(await codeThrown(() => journal.append(new Uint8Array(maxPayloadBytes + 1)))).toBe('payload-too-large');
  await journal.append(randomBytes(maxPayloadBytes));
  for (const seq of [0, 2, -1, 0.5, Number.NaN])
    expect(await codeThrown(() => journal.read(seq)), `${seq}`).toBe('entry-not-there');
  await journal.close();
  expect(await codeThrown(() => journal.append(new Uint8Array(1)))).toBe('journal-closed');
  expect(await codeThrown(() => journal.read(1))).toBe('journal-closed');
  const again = await openJournal({ ...options, marks: [1] });
  expect((await again.read(1)) satisfies object).toHaveProperty('payload.length', maxPayloadBytes);
  await again.close();
});
