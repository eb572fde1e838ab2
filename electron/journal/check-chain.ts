import { chainStart, nextChain } from './chain.ts';
import { JournalDamagedError, JournalForkedError, type LogName } from './journal-error.ts';
import type { RedactedEntry, StoredEntry } from './log-reader.ts';
import type { Anchor, Journal } from './open-journal.ts';

export interface ChainCheck {
  readonly entries: number;
  readonly redacted: number;
  /** The newest signed head that this history agrees with; 0 where there is none. */
  readonly anchoredUpTo: number;
}

export interface ChainCheckOptions {
  readonly journal: Pick<Journal, 'entries' | 'headSeq'>;
  readonly log: LogName;
  readonly anchors: readonly Anchor[];
  onProgress(done: number): void;
  /** Sees each entry that held. */
  onEntry?(entry: StoredEntry | RedactedEntry): void;
}

/**
 * Goes through a log that is open, from its first entry to its head, while it is written on: each entry is opened, meets its commitment,
 * and follows from the one before; each signed head says the same. Throws a JournalError at the first that doesn't.
 */
export async function checkChain({ journal, log, anchors, onProgress, onEntry }: ChainCheckOptions): Promise<ChainCheck> {
  const heads = Map.groupBy(anchors, ({ seq }) => seq);
  let chain = chainStart(log);
  let entries = 0;
  let redacted = 0;
  let anchoredUpTo = 0;
  const damagedAt = (seq: number) => new JournalDamagedError('chain', { log, file: '', frame: 0, seq, offsetBytes: 0 });
  for await (const entry of journal.entries(1)) {
    chain = nextChain(chain, entry.seq, entry.commitment);
    if (entry.seq !== entries + 1 || !chain.equals(entry.chain)) throw damagedAt(entries + 1);
    for (const head of heads.get(entry.seq) ?? []) {
      if (!chain.equals(head.chain)) throw new JournalForkedError(log, entry.seq);
      anchoredUpTo = entry.seq;
    }
    entries = entry.seq;
    if (entry.redacted) redacted += 1;
    onEntry?.(entry);
    if (entries % 500 === 0) onProgress(entries);
  }
  if (entries < journal.headSeq && entries === 0) throw damagedAt(1);
  onProgress(entries);
  return { entries, redacted, anchoredUpTo };
}
