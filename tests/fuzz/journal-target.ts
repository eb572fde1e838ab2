import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { JournalError } from '../../electron/journal/journal-error.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { headerBytes } from '../../electron/journal/segment-header.ts';
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

/** Bytes of nobody's journal, alone in a folder: the door of every reader, without a key and with one. */
export async function generatedJournalTarget(): Promise<FuzzTarget<Uint8Array>> {
  const base = mkdtempSync(join(tmpdir(), 'fuzz-journal-'));
  const dir = join(base, 'log');
  const known = await goldenTexts();
  const golden = ['plain', 'redacted', 'torn'].flatMap(firstSegments);
  const header = fc.constantFrom(...golden).map((bytes) => bytes.slice(0, headerBytes));
  const madeUp = fc.tuple(header, fc.uint8Array({ maxLength: 2_000 })).map(([head, rest]) => Uint8Array.from([...head, ...rest]));
  const whole = fc.oneof({ weight: 3, arbitrary: mutatedBytes(...golden) }, { weight: 2, arbitrary: madeUp });
  return {
    inputs: whole,
    run: async (bytes) => {
      rmSync(dir, { recursive: true, force: true });
      mkdirSync(join(dir, 'own'), { recursive: true });
      writeFileSync(join(dir, 'own', firstSegment), bytes);
      const before = JSON.stringify(folderBytes(join(dir, 'own')));
      const plain = await typed(() => verifyJournal({ dir, log: 'own' }));
      const keyed = await typed(() => verifyJournal({ dir, log: 'own', keyOf: (epoch) => testKeys[epoch] }));
      if (JSON.stringify(folderBytes(join(dir, 'own'))) !== before) return changed('a journal that was only to be verified');
      const opened = await typed(() => openJournal(journalOptions(dir)));
      if (!opened)
        return JSON.stringify(folderBytes(join(dir, 'own'))) === before ? 'refused' : changed('a journal that was refused');
      const read = await readTexts(opened).finally(() => opened.close());
      if (read.some((text) => text !== undefined && !known.has(text))) return changed('an entry that nobody wrote');
      return plain && keyed ? 'answered' : 'refused';
    },
    close: async () => rmSync(base, { recursive: true, force: true }),
  };
}

const firstSegment = '0000000000000001-0000000001.tcj';

function firstSegments(scenario: string): Uint8Array<ArrayBuffer>[] {
  const file = join(import.meta.dirname, '../fixtures/journal/v1', scenario, 'own', firstSegment);
  return [Uint8Array.from(readFileSync(file))];
}

async function goldenTexts(): Promise<Set<string>> {
  const file = join(import.meta.dirname, '../fixtures/journal/v1/expected.json');
  const { scenarios } = JSON.parse(readFileSync(file, 'utf8')) as {
    scenarios: Record<string, { entries: { payload?: string }[] }>;
  };
  const payloads = Object.values(scenarios).flatMap(({ entries }) => entries.flatMap(({ payload }) => payload ?? []));
  return new Set(payloads.map((hex) => Buffer.from(hex, 'hex').toString('utf8')));
}

async function writeLog(dir: string): Promise<string[]> {
  const texts = Array.from(
    { length: 14 },
    (_, n) => `{"v":1,"kind":"talent.registered","n":${n},"name":"王敏${'x'.repeat(n * 20)}"}`,
  );
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
