import { type Entry, parseEntry } from '../../shared/domain/entry.ts';
import { RecordsError } from './records-error.ts';

/** The own log, as far as the records need it. A redacted entry has no payload. */
export interface EntrySource {
  readonly headSeq: number;
  /** From that sequence to the head at the time of the call. */
  entries(fromSeq: number): AsyncIterable<{ readonly seq: number; readonly payload?: Uint8Array }>;
}

/** An entry of the log; undefined where it was redacted. */
export interface LogEntry {
  readonly seq: number;
  readonly entry: Entry | undefined;
}

/** Throws a RecordsError `journal-unreadable` for an entry that this program can't read, with its number. */
export async function* readEntries(journal: EntrySource, fromSeq: number): AsyncGenerator<LogEntry> {
  for await (const { seq, payload } of journal.entries(fromSeq)) {
    if (!payload) yield { seq, entry: undefined };
    else yield { seq, entry: read(seq, payload) };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function read(seq: number, payload: Uint8Array): Entry {
  try {
    return parseEntry(JSON.parse(utf8.decode(payload)));
  } catch (error) {
    // The error itself would quote the entry's values.
    const kind = error instanceof Error ? error.name : 'unknown';
    throw new RecordsError('journal-unreadable', `Entry ${seq} can't be read by this program (${kind})`);
  }
}
