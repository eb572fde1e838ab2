/**
 * Prints how long the records take to be made anew from a journal: `node tests/bench/rebuild-figures.ts [--entries N]`. The real
 * records page in the system's browser, a journal of walk-ins with cards; beside it what one decision takes to be on the page.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openJournal } from '../../electron/journal/open-journal.ts';
import type { Decision } from '../../electron/records/decisions.ts';
import { rulesVersion } from '../../shared/domain/entry.ts';
import { journalOptions, tempFolder } from '../integration/journal-kit.ts';
import { blocks, id, registered, staffId, walkIn } from '../integration/records-kit.ts';
import { buildRecordsPage } from '../integration/records-page-build.ts';
import { PageOffice } from '../integration/records-page-kit.ts';

/** What the issue allows for 100,000 entries. */
const allowedSeconds = 30;
const entriesAtOnce = 1_000;
const oneByOne = 500;

const { values } = parseArgs({ options: { entries: { type: 'string', default: '100000' } } });
const count = Number(values.entries);
const say = (line: string) => process.stdout.write(`${line}\n`);
const secondsSince = (from: number) => (performance.now() - from) / 1_000;

function payload(decision: Decision, number: number): Uint8Array {
  const at = { wall: '2026-03-02T01:00:00.000Z', monotonicMs: number, boot: 'boot' };
  const header = { v: 1, id: id('entry', number), staffId, at, event: null, pack: 'sample@1', rules: rulesVersion };
  return Buffer.from(JSON.stringify({ ...header, localOnly: false, ...decision }));
}

function* decisions(): Generator<Decision> {
  yield* blocks;
  for (let person = 1; ; person += 1) yield* walkIn(person);
}

async function writeJournal(dir: string): Promise<void> {
  const journal = await openJournal(journalOptions(dir));
  const source = decisions();
  for (let at = 0; at < count; at += entriesAtOnce) {
    const some = Array.from({ length: Math.min(entriesAtOnce, count - at) }, () => source.next().value as Decision);
    await Promise.all(some.map((decision, of) => journal.append(payload(decision, at + of + 1))));
  }
  await journal.close();
}

async function applyOneByOne(place: PageOffice): Promise<void> {
  const { decide, records } = place.office;
  const took: number[] = [];
  for (let number = 1; number <= oneByOne; number += 1) {
    const from = performance.now();
    await decide(registered(1_000_000 + number));
    await records.settled();
    took.push(performance.now() - from);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  say(`one decision until it is on the page: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (n ${oneByOne})`);
}

const built = tempFolder();
await buildRecordsPage(built.dir);
const place = new PageOffice(built.dir);
try {
  const writing = performance.now();
  await writeJournal(place.journalDir);
  say(`a journal of ${count} entries written in ${secondsSince(writing).toFixed(1)} s`);
  const rebuilding = performance.now();
  const { troubles } = await place.start();
  const seconds = secondsSince(rebuilding);
  say(`rebuilt: ${JSON.stringify(troubles[0])}`);
  say(`rebuild of ${count} entries, the browser's start included: ${seconds.toFixed(1)} s`);
  await applyOneByOne(place);
  await place.end();
  const again = performance.now();
  await place.start();
  say(`the next start: ${secondsSince(again).toFixed(1)} s`);
  rmSync(join(place.folder.userData, 'pages'), { recursive: true, force: true });
  if (count >= 100_000 && seconds > allowedSeconds) process.exitCode = 1;
} finally {
  await place.remove();
  built.remove();
}
