import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseEntry } from '../../shared/domain/entry.ts';
import { type AnchorReading, anchorFileName, readAnchors } from '../journal/anchor-file.ts';
import type { SignedAnchor } from '../journal/anchor-line.ts';
import type { LogName } from '../journal/journal-error.ts';
import { type JournalVerdict, verifyJournal } from '../journal/verify-journal.ts';
import { RedactionsSaid } from './redactions-said.ts';

export interface JournalCheck {
  readonly logs: readonly JournalVerdict[];
  readonly anchors: AnchorReading;
  /** The newest head of the own log that was signed. */
  readonly newest: SignedAnchor | undefined;
  /** Keys that signed heads and that no entry names as the device's; undefined where the entries could not be read. */
  readonly unknownKeys: readonly string[] | undefined;
  /** Entries of the own log whose contents were taken out and of which no entry says so; undefined where the entries could not be read. */
  readonly unsaidRedactions: readonly number[] | undefined;
}

export interface JournalKeys {
  keyOf(epoch: number): Uint8Array | undefined;
  /** The vault's mark of the own log, if it has one. */
  readonly marks: readonly number[];
}

/** The journals that a path means: its own, or those of the counters in it. */
export function findJournals(path: string): string[] {
  if (['own', 'received', anchorFileName].some((name) => existsSync(join(path, name)))) return [path];
  if (basename(path) === 'own' || basename(path) === 'received') return [dirname(path)];
  if (existsSync(join(path, 'journal'))) return [join(path, 'journal')];
  return ['counter', 'trial'].map((name) => join(path, name, 'journal')).filter((journal) => existsSync(journal));
}

/**
 * Checks every log of a journal and every signed head, with keys also every sealed part. Throws a JournalError at the first thing
 * that doesn't hold, and writes nothing.
 */
export async function checkJournal(dir: string, keys?: JournalKeys): Promise<JournalCheck> {
  const anchors = await readAnchors(dir);
  const named = new Set<string>();
  const redactions = new RedactionsSaid();
  const logs: JournalVerdict[] = [];
  for (const log of ['own', 'received'] as const satisfies LogName[]) {
    const heads = anchors.anchors.filter((anchor) => anchor.log === log);
    if (!existsSync(join(dir, log)) && heads.length === 0) continue;
    const onPayload = (payload: Uint8Array) => {
      noteKey(payload, named);
      redactions.notePayload(payload);
    };
    const onRedacted = (seq: number) => redactions.noteGone(seq);
    const given = keys && { keyOf: keys.keyOf, ...(log === 'own' && { marks: keys.marks, onPayload, onRedacted }) };
    logs.push(await verifyJournal({ dir, log, anchors: heads, ...given }));
  }
  const own = anchors.anchors.filter(({ log }) => log === 'own');
  const newest = own.toSorted((a, b) => a.seq - b.seq).at(-1);
  const kids = [...new Set(own.map(({ kid, key }) => `${kid} ${key}`))];
  const unknownKeys = keys && kids.filter((key) => !named.has(key)).map((key) => key.split(' ')[0] ?? '');
  return { logs, anchors, newest, unknownKeys, unsaidRedactions: keys && redactions.unsaid() };
}

const marker = Buffer.from('"kind":"head-key.made"');

function noteKey(payload: Uint8Array, named: Set<string>): void {
  // Looked for as bytes first: of a hundred thousand entries one or two are of that kind.
  if (!Buffer.from(payload.buffer, payload.byteOffset, payload.length).includes(marker)) return;
  const entry = parseEntry(JSON.parse(new TextDecoder().decode(payload)));
  if (entry.kind === 'head-key.made') named.add(`${entry.facts.key.kid} ${entry.facts.key.x}`);
}
