import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { JournalError } from '../../electron/journal/journal-error.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { verifyJournal } from '../../electron/journal/verify-journal.ts';
import { folderBytes, journalOptions, readTexts, testKeys, textBytes } from '../integration/journal-kit.ts';
import { changed, type FuzzTarget } from './fuzz-target.ts';
import { mutatedBytes } from './mutated-bytes.ts';

interface Input {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Whether a mark outside says how far the journal had got. */
  readonly marked: boolean;
}

/** A log of several segments, one of its files changed: it is refused as it lies, or what opens is a beginning of what was written. */
export async function journalTarget(): Promise<FuzzTarget<Input>> {
  const base = mkdtempSync(join(tmpdir(), 'fuzz-journal-'));
  const [whole, dir] = [join(base, 'whole'), join(base, 'changed')];
  const texts = await writeLog(whole);
  const names = readdirSync(join(whole, 'own')).filter((name) => name.endsWith('.tcj'));
  const files = names.map((file) =>
    mutatedBytes(Uint8Array.from(readFileSync(join(whole, 'own', file)))).map((bytes) => ({ file, bytes })),
  );
  return {
    inputs: fc.tuple(fc.oneof(...files), fc.boolean()).map(([file, marked]) => ({ ...file, marked })),
    run: async ({ file, bytes, marked }) => {
      rmSync(dir, { recursive: true, force: true });
      cpSync(whole, dir, { recursive: true });
      writeFileSync(join(dir, 'own', file), bytes);
      const before = folderBytes(join(dir, 'own'));
      const same = () => JSON.stringify(folderBytes(join(dir, 'own'))) === JSON.stringify(before);
      const marks = marked ? [texts.length] : [];
      await typed(() => verifyJournal({ dir, log: 'own' }));
      const verified = await typed(() => verifyJournal({ dir, log: 'own', keyOf: (epoch) => testKeys[epoch], marks }));
      if (!same()) return changed('a journal that was only to be verified');
      const opened = await typed(() => openJournal(journalOptions(dir, { marks })));
      if (!opened) return same() ? 'refused' : changed('a journal that was refused');
      try {
        const read = await readTexts(opened);
        if (read.some((text, at) => text !== texts[at])) return changed('what an entry says');
        if (marked && read.length < texts.length) return changed('how many entries there are, with a mark that knows of more');
        return verified ? 'answered' : changed('what verify refuses and a start takes');
      } finally {
        await opened.close();
      }
    },
    close: async () => rmSync(base, { recursive: true, force: true }),
  };
}

async function writeLog(dir: string): Promise<string[]> {
  const texts = Array.from({ length: 14 }, (_, n) => `{"v":1,"kind":"talent.registered","n":${n},"name":"王敏${'x'.repeat(n * 20)}"}`);
  for (const part of [texts.slice(0, 8), texts.slice(8)]) {
    const journal = await openJournal(journalOptions(dir), { segmentLimitBytes: 1_800 });
    for (const text of part) await journal.append(textBytes(text));
    await journal.close();
  }
  return texts;
}

/** What the journal gave; undefined where it refused as it should. */
async function typed<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof JournalError) return undefined;
    throw error;
  }
}
