import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { tempFolder } from './journal-kit.ts';
import { blocks, expectWhole, walkIn } from './records-kit.ts';
import { buildRecordsPage } from './records-page-build.ts';
import { PageOffice } from './records-page-kit.ts';

const built = tempFolder();
let place: PageOffice;
/** Browser's folder, journal and ledger as a closed program left them. */
let kept: string;
let snapshot: readonly [string, Uint8Array][];
const parts = () => [place.folder.userData, place.journalDir].map((from) => [from, join(kept, basename(from))] as const);
const lasting = (file: string) => !file.endsWith('.sock') && !basename(file).startsWith('Singleton');

beforeAll(async () => {
  await buildRecordsPage(built.dir);
  place = new PageOffice(built.dir);
  const office = await place.start();
  for (const decision of [...blocks, ...walkIn(1), ...walkIn(2)]) await office.decide(decision);
  await place.end();
  kept = join(place.folder.root, 'kept');
  for (const [from, to] of parts()) cpSync(from, to, { recursive: true, filter: lasting });
  snapshot = [...place.files.kept];
}, 60_000);
afterEach(async () => {
  await place.kill();
  for (const [to, from] of parts()) {
    rmSync(to, { recursive: true });
    cpSync(from, to, { recursive: true });
  }
  for (const [name, bytes] of snapshot) place.files.kept.set(name, bytes);
});
afterAll(async () => {
  await place?.remove();
  built.remove();
});

const database = () =>
  join(place.folder.userData, 'pages/Default/IndexedDB/https_records.talent-counter.invalid_0.indexeddb.leveldb');

function flip(file: string, part: number): void {
  const bytes = readFileSync(file);
  const from = Math.floor(bytes.length * part);
  for (let at = from; at < Math.min(bytes.length, from + 16); at++) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  writeFileSync(file, bytes);
}

const damages: Record<string, (file: string) => void> = {
  'flipped at the beginning': (file) => flip(file, 0),
  'flipped in the middle': (file) => flip(file, 0.5),
  'flipped near the end': (file) => flip(file, 0.9),
  'cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  emptied: (file) => truncateSync(file, 0),
  gone: (file) => rmSync(file),
};
/** The log has the rows until it is compacted; the manifest says which files belong to the database. */
const files = { all: /\.(log|ldb)$|^(CURRENT|MANIFEST)/, log: /\.log$/, manifest: /^MANIFEST/ };

const cases: [keyof typeof files, string][] = [
  ...Object.keys(damages).map((how): [keyof typeof files, string] => ['all', how]),
  ['log', 'flipped in the middle'],
  ['log', 'cut in half'],
  ['log', 'gone'],
  ['manifest', 'gone'],
  ['manifest', 'emptied'],
];

test.each(cases)('%s %s: rows are mended or made anew, and nothing is silent', async (which, how) => {
  const names = readdirSync(database()).filter((name) => files[which].test(name) && statSync(join(database(), name)).size > 0);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) damages[how]?.(join(database(), name));
  const office = await place.start({ scrub: { afterMs: 0, pauseMs: 0 } });
  await expectWhole(office, 2);
  expect(office.troubles.length).toBeGreaterThan(0);
});

test('without any damage nothing is reported', async () => {
  const office = await place.start({ scrub: { afterMs: 0, pauseMs: 0 } });
  await expectWhole(office, 2);
  expect(office.troubles).toEqual([]);
});

test('a browser’s folder that is gone is rebuilt from the journal', async () => {
  rmSync(join(place.folder.userData, 'pages'), { recursive: true });
  const office = await place.start();
  expect(office.troubles).toEqual([{ code: 'records-healed', how: 'rebuild', entries: 15, reason: 'empty' }]);
  await expectWhole(office, 2);
});
