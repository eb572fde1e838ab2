import { writeSync } from 'node:fs';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { journalOptions } from './journal-kit.ts';

/** Redacts every third entry of a log, a few at a time, until it is done or killed. */
const [dir] = process.argv.slice(2);
const journal = await openJournal(journalOptions(dir as string), { segmentLimitBytes: 64 * 1024 });
const head = journal.headSeq;
writeSync(1, 'open\n');
for (let seq = 3; seq <= head; seq += 9) {
  await journal.redact([seq, seq + 3, seq + 6].filter((one) => one <= head));
  writeSync(1, `${seq}\n`);
}
await journal.close();
