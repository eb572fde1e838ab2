import { setTimeout as sleep } from 'node:timers/promises';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntrySource } from '../../electron/records/log-entries.ts';
import { tempFolder } from './journal-kit.ts';
import {
  appendOnly,
  blocks,
  cardNumber,
  dump,
  FakePages,
  memoryFiles,
  type Office,
  type OfficeOptions,
  openOffice,
  person,
  personId,
  registered,
  restore,
  walkIn,
} from './records-kit.ts';

let folder: ReturnType<typeof tempFolder>;
let pages: FakePages;
let files: ReturnType<typeof memoryFiles>;
let office: Office;
beforeEach(async () => {
  folder = tempFolder();
  pages = new FakePages();
  files = memoryFiles();
  office = await open();
  for (const decision of [...blocks, ...walkIn(1), ...walkIn(2)]) await office.decide(decision);
  await office.records.settled();
});
afterEach(async () => {
  await office.kill();
  folder.remove();
});

const open = (changes: Partial<OfficeOptions> = {}) => openOffice({ dir: folder.dir, page: pages.open, files, ...changes });
const emptied = () => new IDBFactory() as typeof pages.factory;
const codes = () => office.troubles.map(({ code }) => code);

async function reopened(changes: Partial<OfficeOptions> = {}): Promise<void> {
  await office.close();
  await office.kill();
  office = await open(changes);
}

type StoredRow = { key: string; version: number; commitment: string; body: Uint8Array };

/** Changes the rows on the page behind the program's back. */
async function tamper(change: (rows: StoredRow[]) => StoredRow[]): Promise<void> {
  const { rows = [], ...rest } = await dump(pages.factory);
  await restore(pages.factory, { ...rest, rows: change(rows as StoredRow[]) });
}

const flipped = (row: StoredRow): StoredRow => ({
  ...row,
  body: row.body.map((byte, at) => (at === row.body.length - 20 ? byte ^ 1 : byte)),
});

test('a row is read from what waits before it is on the page, and from the page after', async () => {
  pages.crash();
  await office.decide(registered(3));
  expect((await office.records.get('person', personId(3)))?.identity).toEqual(person(3).identity);
  await office.records.settled();
  expect(office.records.waiting).toBe(0);
  expect((await office.records.get('person', personId(3)))?.identity).toEqual(person(3).identity);
});

test('calls in flight while the page dies are made again on the next page', async () => {
  const { opened } = pages;
  const calls = [1, 2, 1, 2].map((number) => office.records.get('person', personId(number)));
  pages.crash();
  expect((await Promise.all(calls)).map((found) => found?.id)).toEqual([1, 2, 1, 2].map(personId));
  expect(pages.opened).toBe(opened + 1);
  expect(codes()).toEqual(['page-gone']);
});

test('a put in flight while the page dies is on disk once', async () => {
  const decided = Array.from({ length: 20 }, (_, number) => office.decide(registered(10 + number)));
  await Promise.all(decided.slice(0, 3));
  pages.crash();
  await Promise.all(decided);
  await office.records.settled();
  expect((await dump(pages.factory))['rows']).toHaveLength(3 + 2 * 3 + 20);
  await reopened();
  expect(office.progress).toEqual([]);
});

test('a put that was done by a page which died before it said so is taken for done', async () => {
  pages.loseNextAnswer = true;
  const queued = office.records;
  queued.apply({ ownSeq: office.journal.headSeq + 1, rows: [{ kind: 'person', id: personId(3), state: person(3) }] });
  await queued.settled();
  expect(codes()).toEqual(['page-gone']);
  expect((await dump(pages.factory))['rows']).toHaveLength(10);
  expect(queued.mark?.count).toBe(10);
});

test('a database emptied under a running program is noticed, and rebuilt while the office goes on', async () => {
  pages.factory = emptied();
  pages.crash();
  const found = office.records.get('person', personId(1));
  await office.decide(registered(3));
  expect((await found)?.id).toBe(personId(1));
  await office.records.settled();
  expect((await office.records.get('person', personId(3)))?.id).toBe(personId(3));
  expect(await office.records.get('card', cardNumber(2))).toMatchObject({ state: 'made' });
  expect(codes()).toEqual(['page-gone', 'records-lost', 'records-healed']);
  expect(office.progress.at(-1)).toMatchObject({ what: 'rebuild' });
});

test('a page that dies during a rebuild, and again, ends in a whole rebuild', async () => {
  await office.kill();
  pages.factory = emptied();
  await appendOnly(
    folder.dir,
    Array.from({ length: 4_800 }, (_, number) => registered(100 + number)),
  );
  const crashes = [2_000, 4_000];
  office = await open({
    onProgress: ({ done }) => {
      if (crashes[0] !== undefined && done >= crashes[0]) {
        crashes.shift();
        pages.crash();
      }
    },
  });
  expect(crashes).toEqual([]);
  expect((await dump(pages.factory))['rows']).toHaveLength(9 + 4_800);
  expect(codes()).toEqual(['page-gone', 'page-gone', 'records-healed']);
  await reopened();
  expect(office.progress).toEqual([]);
});

test('a database emptied in the middle of a rebuild is rebuilt from the beginning', async () => {
  await office.kill();
  pages.factory = emptied();
  await appendOnly(
    folder.dir,
    Array.from({ length: 3_000 }, (_, number) => registered(100 + number)),
  );
  let once = true;
  office = await open({
    onProgress: ({ done }) => {
      if (done !== 2_000 || !once) return;
      once = false;
      pages.factory = emptied();
      pages.crash();
    },
  });
  expect(once).toBe(false);
  expect((await dump(pages.factory))['rows']).toHaveLength(9 + 3_000);
});

test('a damaged row is never handed out: it is made again from the journal and put once more', async () => {
  await tamper((rows) => rows.map(flipped));
  expect((await office.records.get('person', personId(1)))?.identity).toEqual(person(1).identity);
  expect(office.troubles).toEqual([{ code: 'row-damaged', mended: true }]);
  await office.records.settled();
  office.troubles.length = 0;
  expect(await office.records.get('person', personId(1))).toBeDefined();
  expect(office.troubles).toEqual([]);
});

test('an older version of a row is not taken for the newest', async () => {
  const earlier = (await dump(pages.factory))['rows'] as StoredRow[];
  for (const decision of walkIn(3)) await office.decide(decision);
  await office.records.settled();
  await tamper((rows) => rows.map((row) => earlier.find(({ key }) => key === row.key) ?? row));
  expect(await office.records.get('number-block', 'cards')).toMatchObject({ used: 3 });
  expect(office.troubles).toEqual([{ code: 'row-damaged', mended: true }]);
});

test('a row that is gone is made again, and one that never was is not', async () => {
  await tamper(() => []);
  expect(await office.records.get('card', cardNumber(1))).toMatchObject({ state: 'made' });
  expect(await office.records.get('card', cardNumber(9))).toBeUndefined();
  expect(office.troubles).toEqual([{ code: 'row-damaged', mended: true }]);
});

test('two rows with their bodies swapped are told apart', async () => {
  await tamper((rows) => rows.map((row, at) => ({ ...row, body: (rows[(at + 1) % rows.length] as StoredRow).body })));
  for (const number of [1, 2]) {
    expect((await office.records.get('person', personId(number)))?.identity).toEqual(person(number).identity);
  }
});

test('a person and a card are found by their numbers, and by nobody else’s', async () => {
  const number = person(2).document.number;
  expect((await office.records.findPersonByIdNumber(number))?.id).toBe(personId(2));
  expect((await office.records.findCardByNumber(cardNumber(2)))?.personId).toBe(personId(2));
  expect(await office.records.findPersonByIdNumber('15012319900101000X')).toBeUndefined();
});

test('damage that nobody reads is found in the background and mended', async () => {
  await tamper((rows) => rows.map((row, at) => (at % 4 === 0 ? flipped(row) : row)));
  await reopened({ scrub: { afterMs: 0, pauseMs: 0 } });
  await vi.waitFor(() => expect(codes()).toHaveLength(3));
  await office.records.settled();
  await reopened({ scrub: { afterMs: 0, pauseMs: 0 } });
  await sleep(300);
  expect(office.troubles).toEqual([]);
});

test('rows missing that nobody reads are found in the background and rebuilt', async () => {
  await tamper((rows) => rows.slice(2));
  await reopened({ scrub: { afterMs: 0, pauseMs: 0 } });
  expect(office.troubles).toEqual([]);
  await vi.waitFor(() => expect(codes()).toEqual(['records-lost', 'records-healed']));
  expect((await dump(pages.factory))['rows']).toHaveLength(9);
});

test('a damaged row whose entry was redacted since goes with a rebuild', async () => {
  const redacted = new Set<number>();
  const seen = (journal: EntrySource): EntrySource => ({
    get headSeq() {
      return journal.headSeq;
    },
    async *entries(from) {
      for await (const entry of journal.entries(from)) yield redacted.has(entry.seq) ? { seq: entry.seq } : entry;
    },
  });
  await reopened({ seen });
  redacted.add(4);
  await tamper((rows) => rows.map(flipped));
  await expect(office.records.get('person', personId(1))).rejects.toMatchObject({ code: 'row-damaged' });
  await vi.waitFor(() => expect(codes()).toEqual(['row-damaged', 'records-lost', 'records-healed']));
  expect(await office.records.get('person', personId(1))).toBeUndefined();
  expect((await office.records.get('person', personId(2)))?.id).toBe(personId(2));
});

test('a row that the journal does not have is no row: all is made anew', async () => {
  await tamper((rows) => [...rows, { ...(rows[0] as StoredRow), key: `A${(rows[0] as StoredRow).key.slice(1)}` }]);
  await reopened({ scrub: { afterMs: 0, pauseMs: 0 } });
  await vi.waitFor(() => expect(codes()).toEqual(['row-damaged', 'records-lost', 'records-healed']));
  expect((await dump(pages.factory))['rows']).toHaveLength(9);
});

const noSpace = () => new DOMException('no space left', 'QuotaExceededError');

test('a full disk keeps what is decided waiting and readable, and puts it when there is space', async () => {
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw noSpace();
  });
  await office.decide(registered(3));
  await expect(office.records.settled()).rejects.toMatchObject({ code: 'storage-full' });
  expect((await office.records.get('person', personId(3)))?.id).toBe(personId(3));
  expect((await office.records.get('person', personId(1)))?.id).toBe(personId(1));
  full.mockRestore();
  await vi.waitFor(() => office.records.settled(), { timeout: 10_000 });
  expect(codes()).toEqual(['put-failed']);
  expect((await dump(pages.factory))['rows']).toHaveLength(10);
});

test('a page that can not open its database on a full disk is healed as soon as there is space', async () => {
  const { factory } = pages;
  const openAgain = factory.open.bind(factory);
  factory.open = () => {
    throw noSpace();
  };
  pages.crash();
  const found = office.records.get('person', personId(1));
  await vi.waitFor(() => expect(codes()).toContain('heal-failed'));
  factory.open = openAgain;
  expect((await found)?.id).toBe(personId(1));
  expect(office.progress).toEqual([]);
});

test('who reads while the records can not be healed is told so after a few seconds', async () => {
  const { factory } = pages;
  factory.open = () => {
    throw noSpace();
  };
  pages.crash();
  const asked = Date.now();
  await expect(office.records.get('person', personId(1))).rejects.toMatchObject({
    code: expect.stringMatching(/records-(lost|rebuilding)/),
  });
  expect(Date.now() - asked).toBeLessThan(8_000);
});

test('a long replay keeps the ledger at once, so that a second kill costs nothing', async () => {
  await office.kill();
  await appendOnly(
    folder.dir,
    Array.from({ length: 5_000 }, (_, number) => registered(100 + number)),
  );
  files.kept.clear();
  office = await open();
  await vi.waitFor(() => expect(files.kept.size).toBe(1));
  await office.kill();
  office = await open();
  expect(office.progress).toEqual([]);
  expect(office.ledger.people).toHaveLength(5_002);
});
