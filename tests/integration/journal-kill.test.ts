import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { codeThrown, journalOptions, readTexts, tempFolder, testKeys } from './journal-kit.ts';

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

interface Child {
  readonly process: ChildProcess;
  readonly said: { text: string };
  readonly opened: Promise<void>;
}

function start(...args: string[]): Child {
  const path = join(import.meta.dirname, 'journal-kill-child.ts');
  const child = spawn(process.execPath, [path, temp.dir, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = { text: '' };
  const opened = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (data: Buffer) => {
      said.text += data.toString('utf8');
      if (said.text.startsWith('open\n')) resolve();
    });
    child.once('exit', () => reject(new Error('The child ended before it opened the journal')));
  });
  return { process: child, said, opened };
}

async function kill(child: Child): Promise<void> {
  child.process.kill('SIGKILL');
  await once(child.process, 'close');
}

const kills = Number(process.env['JOURNAL_KILLS'] ?? 25);

test('a counter killed at random moments has every entry it acknowledged, and goes on', async () => {
  const acknowledged = new Map<number, string>();
  let hitInFlight = 0;
  for (let round = 0; round < kills; round++) {
    const child = start(`round-${round}`);
    await child.opened;
    await sleep(5 + Math.random() * 60);
    await kill(child);
    // A line without its end was cut by the kill, and so was never said.
    for (const line of child.said.text.split('\n').slice(1, -1)) {
      const space = line.indexOf(' ');
      const seq = Number(line.slice(0, space));
      expect(acknowledged.has(seq)).toBe(false);
      acknowledged.set(seq, line.slice(space + 1));
    }
    const last = Math.max(0, ...acknowledged.keys());
    const journal = await openJournal(journalOptions(temp.dir, { marks: [last] }));
    if (journal.tornTail || journal.headSeq > last) hitInFlight += 1;
    const texts = await readTexts(journal);
    await journal.close();
    for (const [seq, text] of acknowledged) expect(texts[seq - 1]).toBe(text);
    expect(new Set(texts).size).toBe(texts.length);
  }
  const verdict = await verifyJournal({ dir: temp.dir, log: 'own', keyOf: (epoch) => testKeys[epoch] });
  expect(verdict.entries).toBe(verdict.headSeq);
  expect(acknowledged.size).toBeGreaterThan(kills * 5);
  // Otherwise the kills struck where nothing was under way, and the test would prove little.
  expect(hitInFlight).toBeGreaterThan(kills / 20);
}, 600_000);

test('a second writer is refused while the first lives, in another process and in the same one', async () => {
  const child = start('holder', 'hold');
  await child.opened;
  const error = await openJournal(journalOptions(temp.dir)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'journal-locked', pid: child.process.pid });
  await kill(child);
  const journal = await openJournal(journalOptions(temp.dir));
  expect(await codeThrown(() => openJournal(journalOptions(temp.dir)))).toBe('journal-locked');
  const received = await openJournal(journalOptions(temp.dir, { log: 'received' }));
  await Promise.all([journal.close(), received.close()]);
  expect(readdirSync(join(temp.dir, 'own'))).toEqual([]);
});

test('of many that start at once, never two get in', async () => {
  const opening = Array.from({ length: 6 }, () => openJournal(journalOptions(temp.dir)).catch(() => undefined));
  const opened = (await Promise.all(opening)).filter((journal) => journal !== undefined);
  expect(opened.length).toBeLessThanOrEqual(1);
  for (const journal of opened) await journal.close();
  await (await openJournal(journalOptions(temp.dir))).close();
});

test("a lock whose process number now belongs to somebody else doesn't keep the office closed", async () => {
  await (await openJournal(journalOptions(temp.dir))).close();
  const mark = process.platform === 'linux' ? 'l0000000000000000t12345' : 's1';
  const stale = `lock-${process.ppid}-${mark}-0123456789abcdef`;
  writeFileSync(join(temp.dir, 'own', stale), '');
  const journal = await openJournal(journalOptions(temp.dir));
  expect(readdirSync(join(temp.dir, 'own'))).not.toContain(stale);
  await journal.close();
});
