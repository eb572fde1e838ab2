import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeSnapshot } from '../../electron/records/ledger-snapshot.ts';
import type { EntrySource } from '../../electron/records/log-entries.ts';
import { codeThrown, tempFolder } from './journal-kit.ts';
import {
  appendOnly,
  blocks,
  cardNumber,
  dump,
  expectWhole,
  FakePages,
  matterId,
  memoryFiles,
  type Office,
  type OfficeOptions,
  openOffice,
  personId,
  registered,
  restore,
  walkIn,
} from './records-kit.ts';

let folder: ReturnType<typeof tempFolder>;
let pages: FakePages;
let files: ReturnType<typeof memoryFiles>;
let offices: Office[] = [];
beforeEach(() => {
  folder = tempFolder();
  pages = new FakePages();
  files = memoryFiles();
});
afterEach(async () => {
  await Promise.all(offices.map((office) => office.kill()));
  offices = [];
  folder.remove();
});

async function open(changes: Partial<OfficeOptions> = {}): Promise<Office> {
  const office = await openOffice({ dir: folder.dir, page: pages.open, files, ...changes });
  offices.push(office);
  return office;
}

/** A day's work that is on disk and in the ledger's snapshot, as a program leaves it that was closed. */
async function dayDone(people = 3): Promise<unknown> {
  const office = await open();
  for (const decision of blocks) await office.decide(decision);
  for (let number = 1; number <= people; number++) for (const decision of walkIn(number)) await office.decide(decision);
  await office.close();
  const ledger = ledgerContent(office);
  await office.kill();
  return ledger;
}

/** What a snapshot would keep, after its head of eight bytes. */
function ledgerContent({ ledger }: Office): unknown {
  return JSON.parse(Buffer.from(encodeSnapshot({ ledger, mark: null, indexBytes: new Uint8Array() })).toString('utf8', 8));
}

const reasons = (office: Office) => office.troubles.map((trouble) => ('reason' in trouble ? trouble.reason : trouble.code));

test('a first start has nothing to heal', async () => {
  const office = await open();
  expect(office.troubles).toEqual([]);
  expect(office.progress).toEqual([]);
});

test('after a close nothing is replayed and everything is there', async () => {
  const before = await dayDone();
  const office = await open();
  expect(office.troubles).toEqual([]);
  expect(office.progress).toEqual([]);
  expect(ledgerContent(office)).toEqual(before);
  await expectWhole(office, 3);
});

test('what was appended and not applied before a kill is replayed, and no more than that', async () => {
  await dayDone();
  await appendOnly(folder.dir, walkIn(4));
  const office = await open();
  expect(office.progress.at(-1)).toEqual({ what: 'replay', done: 6, total: 6 });
  expect(office.troubles).toEqual([{ code: 'records-healed', how: 'replay', entries: 6 }]);
  expect(office.ledger.listRecentPeople(1)[0]?.id).toBe(personId(4));
  await expectWhole(office, 4);
});

test('rows on the page that the ledger had not kept yet are taken over from there', async () => {
  await dayDone();
  const killed = await open();
  for (const decision of walkIn(4)) await killed.decide(decision);
  await killed.records.settled();
  const ledger = ledgerContent(killed);
  await killed.kill();

  const office = await open();
  expect(office.progress.at(-1)).toEqual({ what: 'replay', done: 6, total: 6 });
  expect(office.troubles).toEqual([]);
  expect(ledgerContent(office)).toEqual(ledger);
  await expectWhole(office, 4);
});

test('an emptied database is rebuilt from the journal', async () => {
  await dayDone();
  pages.factory = new IDBFactory() as typeof pages.factory;
  const office = await open();
  expect(office.troubles).toEqual([{ code: 'records-healed', how: 'rebuild', entries: 21, reason: 'empty' }]);
  expect(office.progress.at(-1)).toEqual({ what: 'rebuild', done: 21, total: 21 });
  await expectWhole(office, 3);
});

test('with neither database nor snapshot the journal alone gives the same ledger and rows', async () => {
  const before = await dayDone();
  pages.factory = new IDBFactory() as typeof pages.factory;
  files.kept.clear();
  const office = await open();
  expect(ledgerContent(office)).toEqual(before);
  await expectWhole(office, 3);
});

test('a lost or unreadable snapshot is made anew from journal and page', async () => {
  const before = await dayDone();
  files.read = async () => {
    throw new Error('damaged');
  };
  const office = await open();
  expect(office.troubles).toEqual([{ code: 'snapshot-unreadable' }]);
  expect(ledgerContent(office)).toEqual(before);
  await expectWhole(office, 3);
});

test('data that the browser threw away is made anew', async () => {
  await dayDone();
  pages.factory = new IDBFactory() as typeof pages.factory;
  const { factory } = pages;
  const open_ = factory.open.bind(factory);
  let told = false;
  factory.open = (name, version) => {
    const request = open_(name, version);
    request.addEventListener('upgradeneeded', (event) => {
      if (!told) Object.defineProperty(event, 'dataLoss', { value: 'total' });
      told = true;
    });
    return request;
  };
  const office = await open();
  expect(reasons(office)).toEqual(['data-loss']);
  await expectWhole(office, 3);
});

test('a database that does not open is cleared and rebuilt', async () => {
  await dayDone();
  const { factory } = pages;
  const openAgain = factory.open.bind(factory);
  factory.open = () => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };
  const deleteDatabase = factory.deleteDatabase.bind(factory);
  factory.deleteDatabase = (name) => {
    factory.open = openAgain;
    return deleteDatabase(name);
  };
  const office = await open();
  expect(reasons(office)).toEqual(['will-not-open']);
  await expectWhole(office, 3);
});

test('a full disk stops the start and clears nothing', async () => {
  await dayDone();
  const { factory } = pages;
  const open_ = factory.open.bind(factory);
  factory.open = () => {
    throw new DOMException('no space left', 'QuotaExceededError');
  };
  expect(await codeThrown(open)).toBe('storage-full');
  factory.open = open_;
  const office = await open();
  expect(office.progress).toEqual([]);
  await expectWhole(office, 3);
});

test('a mark that was not written here is damage, however far it claims to reach', async () => {
  await dayDone();
  const there = await dump(pages.factory);
  const [mark] = there['marks'] as { ownSeq: number }[];
  await restore(pages.factory, { marks: [{ ...mark, ownSeq: 9_999 }] });
  const office = await open();
  expect(reasons(office)).toEqual(['other-mark']);
  await expectWhole(office, 3);
});

test('records that know of an entry which the journal lost stop the start, and nothing is cleared', async () => {
  const office = await open();
  for (const decision of blocks) await office.decide(decision);
  await office.close();
  await office.kill();
  cpSync(join(folder.dir, 'own'), join(folder.dir, 'older'), { recursive: true });
  await dayDone();
  rmSync(join(folder.dir, 'own'), { recursive: true });
  cpSync(join(folder.dir, 'older'), join(folder.dir, 'own'), { recursive: true });
  const before = await dump(pages.factory);
  const error = await open().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'journal-behind', headSeq: 3, markSeq: 24 });
  expect(await dump(pages.factory)).toEqual(before);

  pages.factory = new IDBFactory() as typeof pages.factory;
  const ledgerOnly = await open().catch((reason: unknown) => reason);
  expect(ledgerOnly).toMatchObject({ code: 'journal-behind', headSeq: 3, markSeq: 24 });
});

test('a database brought back from yesterday is brought forward', async () => {
  await dayDone();
  const yesterday = await dump(pages.factory);
  const day = await open();
  for (const decision of walkIn(4)) await day.decide(decision);
  await day.close();
  await day.kill();
  await restore(pages.factory, yesterday);
  const office = await open();
  expect(office.troubles).toEqual([{ code: 'records-healed', how: 'replay', entries: 6 }]);
  await expectWhole(office, 4);
});

test('rows that are gone under a mark that stayed lead to a rebuild', async () => {
  await dayDone();
  const { rows = [], ...rest } = await dump(pages.factory);
  await restore(pages.factory, { ...rest, rows: rows.slice(1) });
  files.kept.clear();
  const office = await open();
  expect(reasons(office)).toEqual(['rows-missing']);
  await expectWhole(office, 3);
});

test('a row newer than the kept index that is gone from the page is missed at the start', async () => {
  await dayDone();
  const killed = await open();
  for (const decision of walkIn(4)) await killed.decide(decision);
  await killed.records.settled();
  await killed.kill();
  const { rows = [], ...rest } = await dump(pages.factory);
  const row = killed.records.store.cipher.keyOf({ kind: 'person', id: personId(4) });
  await restore(pages.factory, { ...rest, rows: rows.filter((stored) => (stored as { key: string }).key !== row) });
  const office = await open();
  expect(reasons(office)).toEqual(['rows-missing']);
  await expectWhole(office, 4);
});

test('rows that are damaged where the next entries build on them are mended in the replay', async () => {
  await dayDone();
  await appendOnly(folder.dir, walkIn(4));
  const { rows = [], ...rest } = await dump(pages.factory);
  const flip = (stored: unknown) => {
    const { body, ...meta } = stored as { body: Uint8Array };
    return { ...meta, body: body.map((byte) => byte ^ 1) };
  };
  await restore(pages.factory, { ...rest, rows: rows.map(flip) });
  const office = await open();
  expect(office.troubles).toEqual([{ code: 'records-healed', how: 'replay', entries: 6 }]);
  await expectWhole(office, 4);
});

test('an entry that this program does not know stops the start by its number', async () => {
  await dayDone();
  await appendOnly(folder.dir, [registered(9)]);
  const newer = { kind: 'talent.promoted', facts: { name: '张三' } };
  const error = await open({ seen: (journal) => changed(journal, [22], newer) }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'journal-unreadable', message: expect.stringContaining('Entry 22 ') });
  expect(JSON.stringify(error) + String(error)).not.toContain('张三');
  await expectWhole(await open(), 3);
});

test('what was redacted stays away after a rebuild, and so does what builds on it', async () => {
  await dayDone();
  pages.factory = new IDBFactory() as typeof pages.factory;
  files.kept.clear();
  const office = await open({ seen: (journal) => changed(journal, [4, 5]) });
  expect(await office.records.get('person', personId(1))).toBeUndefined();
  expect(await office.records.get('recognition', matterId(1))).toBeUndefined();
  expect(await office.records.get('card', cardNumber(1))).toBeDefined();
  expect(await office.records.get('person', personId(2))).toBeDefined();
});

test('an entry that builds on what was never there is damage, not a redaction', async () => {
  await dayDone();
  pages.factory = new IDBFactory() as typeof pages.factory;
  const skipped = (journal: EntrySource): EntrySource => ({
    headSeq: journal.headSeq,
    async *entries(from) {
      for await (const entry of journal.entries(from)) if (entry.seq !== 5) yield entry;
    },
  });
  expect(await codeThrown(() => open({ seen: skipped }))).toBe('journal-unreadable');
});

/** The journal with other entries in these places: redacted ones, or this value. */
function changed(journal: EntrySource, sequences: readonly number[], value?: object): EntrySource {
  const payload = value && new TextEncoder().encode(JSON.stringify(value));
  return {
    headSeq: journal.headSeq,
    async *entries(from) {
      for await (const entry of journal.entries(from)) {
        const { seq } = entry;
        yield sequences.includes(seq) ? { seq, ...(payload && { payload }) } : entry;
      }
    },
  };
}
