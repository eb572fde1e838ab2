import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browserOf } from './chromium-kit.ts';
import { DevTools, recordsAddress } from './dev-tools.ts';
import { tempFolder } from './journal-kit.ts';
import { appendOnly, blocks, cardNumber, expectWhole, person, personId, registered, walkIn } from './records-kit.ts';
import { buildRecordsPage } from './records-page-build.ts';
import { PageOffice } from './records-page-kit.ts';

let renderer: string;
let place: PageOffice;
let tools: DevTools | undefined;

beforeAll(async () => {
  const built = tempFolder();
  renderer = built.dir;
  await buildRecordsPage(renderer);
  return () => built.remove();
}, 60_000);

beforeEach(async () => {
  place = new PageOffice(renderer);
  const office = await place.start();
  for (const decision of [...blocks, ...walkIn(1), ...walkIn(2)]) await office.decide(decision);
  await office.records.settled();
});
afterEach(async () => {
  tools?.close();
  tools = undefined;
  await place.remove();
});

async function inPage(expression: string): Promise<void> {
  tools = await DevTools.connect(place.debugEndpoint);
  const session = await tools.attach(recordsAddress);
  await tools.send('Runtime.evaluate', { expression, awaitPromise: true }, session);
}

const codes = () => place.office.troubles.map(({ code }) => code);

test('rows are on disk once they are settled, and there after a start', async () => {
  await place.end();
  const office = await place.start();
  expect(office.progress).toEqual([]);
  expect(office.troubles).toEqual([]);
  await expectWhole(office, 2);
});

test('a crashed page is noticed, another one opens, and the calls in flight are answered by it', async () => {
  const { office } = place;
  tools = await DevTools.connect(place.debugEndpoint);
  const asked = performance.now();
  await tools.crash(recordsAddress);
  const calls = Array.from({ length: 20 }, (_, at) => office.records.get('person', personId((at % 2) + 1)));
  await office.decide(registered(3));
  expect((await Promise.all(calls)).every((found) => found !== undefined)).toBe(true);
  await office.records.settled();
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(codes()).toEqual(['page-gone']);
  await expectWhole(office, 2);
});

test('a browser killed under the records costs nothing that was decided', async () => {
  const decided = Array.from({ length: 60 }, (_, at) => place.office.decide(registered(100 + at)));
  const [browser] = browserOf(place.folder);
  if (browser) process.kill(browser.pid, 'SIGKILL');
  const done = (await Promise.allSettled(decided)).filter(({ status }) => status === 'fulfilled');
  await place.kill();
  const { records, ledger, journal } = await place.start();
  const refs = Array.from({ length: 60 }, (_, at) => ({ kind: 'person', id: personId(100 + at) }) as const);
  const there = (await records.getMany(refs)).filter((state) => state !== undefined);
  expect(there.length).toBeGreaterThanOrEqual(done.length);
  expect(ledger.seq).toBe(journal.headSeq);
  await expectWhole(place.office, 2);
});

test('a database deleted under the program is noticed and made anew', async () => {
  await inPage(
    `new Promise((resolve) => { const gone = indexedDB.deleteDatabase('records'); gone.onsuccess = resolve; gone.onerror = resolve })`,
  );
  await place.office.decide(registered(3));
  await vi.waitFor(() => expect(codes()).toContain('records-healed'), { timeout: 10_000 });
  await expectWhole(place.office, 2);
  expect((await place.office.records.get('person', personId(3)))?.id).toBe(personId(3));
});

test('rows deleted under the program are made again one by one as they are read', async () => {
  await inPage(`new Promise((resolve) => { const open = indexedDB.open('records'); open.onsuccess = () => {
    const clearing = open.result.transaction('rows', 'readwrite'); clearing.objectStore('rows').clear();
    clearing.oncomplete = () => { open.result.close(); resolve(null) } } })`);
  const { office } = place;
  expect((await office.records.get('person', personId(1)))?.identity).toEqual(person(1).identity);
  expect(office.troubles).toEqual([{ code: 'row-damaged', mended: true }]);
});

test('what was appended before a kill and not applied is replayed', async () => {
  await place.end();
  await appendOnly(place.journalDir, walkIn(3));
  const office = await place.start();
  expect(office.troubles).toEqual([{ code: 'records-healed', how: 'replay', entries: 6 }]);
  expect(await office.records.get('card', cardNumber(3))).toMatchObject({ state: 'made' });
  await expectWhole(office, 3);
});

test('no file of the browser’s holds a word of what the records hold', async () => {
  await expectWhole(place.office, 2);
  await place.end();
  const { identity, document, contact, employment } = person(1);
  const words = [
    identity.name,
    document.number,
    contact.phone ?? '',
    employment?.employerName ?? '',
    cardNumber(1),
    personId(1),
    'talent.registered',
  ];
  const found = new Set<string>();
  for (const name of readdirSync(place.folder.userData, { recursive: true })) {
    const file = join(place.folder.userData, String(name));
    if (!statSync(file).isFile()) continue;
    const content = readFileSync(file);
    for (const word of words) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        if (content.includes(Buffer.from(word, encoding))) found.add(`${words.indexOf(word)} as ${encoding} in ${name}`);
      }
    }
    // That the search finds anything is proved by what must be there.
    if (content.includes('talent-counter.invalid')) found.add('the address');
  }
  expect([...found]).toEqual(['the address']);
});
