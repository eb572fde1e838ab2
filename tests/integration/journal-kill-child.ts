import { writeSync } from 'node:fs';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { journalOptions, textBytes } from './journal-kit.ts';

/** Appends until it is killed, several at a time, and says each acknowledged entry on standard output. `hold`: opens and only waits. */
const [dir, label, hold] = process.argv.slice(2);
const journal = await openJournal(journalOptions(dir as string), { segmentLimitBytes: 64 * 1024 });
writeSync(1, 'open\n');
if (hold) setInterval(() => undefined, 60_000);
else await Promise.all(Array.from({ length: 6 }, (_, lane) => work(lane)));

async function work(lane: number): Promise<void> {
  for (let i = 0; ; i++) {
    const text = `${label}/${lane}/${i}`.padEnd(40 + ((i * 97) % 1_500), '.');
    const { seq } = await journal.append(textBytes(text));
    writeSync(1, `${seq} ${text}\n`);
  }
}
