import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redactFrame } from '../../electron/journal/frame.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { decodeHeader } from '../../electron/journal/segment-header.ts';
import { journalOptions, seededRandom, systemError, testKeys, textBytes, watchedFiles } from './journal-kit.ts';

/**
 * What the golden segments of format 1 were written by. Neither these steps nor the files in tests/fixtures/journal/v1 may ever
 * change: a new format gets a folder of its own beside them.
 */
export const goldenScenarios: Readonly<Record<string, (dir: string) => Promise<void>>> = {
  plain,
  failed,
  torn,
  redacted,
  received,
};

const registered = textBytes('{"v":1,"kind":"talent.registered","name":"𠮷田 ᠮᠣᠩᠭᠣᠯ"}');
const allBytes = Uint8Array.from({ length: 300 }, (_, i) => i % 256);

/** Two starts, two key epochs, a batch, a roll-over. */
async function plain(dir: string): Promise<void> {
  const seams = { random: seededRandom('plain'), segmentLimitBytes: 2_000 };
  const first = await openJournal(journalOptions(dir), seams);
  await first.append(new Uint8Array());
  await first.append(registered);
  await Promise.all(['a', 'b', 'c'].map((text) => first.append(textBytes(text))));
  await first.append(allBytes);
  await first.close();
  const second = await openJournal(journalOptions(dir, { epoch: 2 }), seams);
  await second.append(textBytes('under the second key'));
  await second.close();
}

/** A batch whose sync failed lies whole in its file, and is void. */
async function failed(dir: string): Promise<void> {
  let failing = false;
  const files = watchedFiles((call) => {
    if (failing && call === 'sync') throw systemError('EIO');
  });
  const journal = await openJournal(journalOptions(dir), { random: seededRandom('failed'), files });
  await journal.append(textBytes('kept'));
  failing = true;
  await Promise.allSettled([journal.append(textBytes('refused')), journal.append(textBytes('refused too'))]);
  failing = false;
  await journal.append(textBytes('kept as well'));
  await journal.close();
}

/** The last frame of the first start was cut short; the second start goes on before it. */
async function torn(dir: string): Promise<void> {
  const seams = { random: seededRandom('torn') };
  const first = await openJournal(journalOptions(dir), seams);
  await first.append(textBytes('whole'));
  await first.append(textBytes('torn'));
  await first.close();
  truncateSync(join(dir, 'own', '0000000000000001-0000000001.tcj'), 160 + 372 + 200);
  const second = await openJournal(journalOptions(dir), seams);
  await second.append(textBytes('after'));
  await second.close();
}

/** The second of three entries was redacted. */
async function redacted(dir: string): Promise<void> {
  const journal = await openJournal(journalOptions(dir), { random: seededRandom('redacted') });
  for (const text of ['first', 'second', 'third']) await journal.append(textBytes(text));
  await journal.close();
  redactInFile(join(dir, 'own', '0000000000000001-0000000001.tcj'), 160 + 372);
}

async function received(dir: string): Promise<void> {
  const journal = await openJournal(journalOptions(dir, { log: 'received' }), { random: seededRandom('received') });
  await journal.append(textBytes('from the central side'));
  await journal.append(textBytes('by stick'));
  await journal.close();
}

export function redactInFile(path: string, frameOffset: number): void {
  const bytes = readFileSync(path);
  const reading = decodeHeader(bytes.subarray(0, 160), 'own', (epoch) => testKeys[epoch]);
  if (reading.kind !== 'sound' || !reading.keys) throw new Error('The segment to redact in has no sound header');
  const end = frameOffset + bytes.readUInt32BE(frameOffset + 4);
  redactFrame(reading.keys, bytes.subarray(frameOffset, end)).copy(bytes, frameOffset);
  writeFileSync(path, bytes);
}
