import { join } from 'node:path';
import type { AuditState } from '../../shared/contract/audit-calls.ts';
import type { AuditFilter } from '../../shared/domain/audit/audit-filter.ts';
import { readAnchors } from '../journal/anchor-file.ts';
import { checkChain } from '../journal/check-chain.ts';
import { JournalDamagedError, JournalForkedError } from '../journal/journal-error.ts';
import type { RedactedEntry, StoredEntry } from '../journal/log-reader.ts';
import type { Journal } from '../journal/open-journal.ts';
import { AuditIndex, type AuditIndexOptions } from '../records/audit-index.ts';
import type { Anchors } from './anchors.ts';
import type { CounterClock } from './counter-clock.ts';
import type { ProgramLog } from './program-log.ts';
import { RedactionsSaid } from './redactions-said.ts';

export interface CounterAuditOptions {
  readonly userData: string;
  readonly journal: Journal;
  readonly anchors: Pick<Anchors, 'state'>;
  readonly clock: CounterClock;
  readonly log: ProgramLog;
  readonly historyOf: AuditIndexOptions['historyOf'];
}

/** What an auditor may ask of an open counter: which entries there are, and whether all of them are as they were written. */
export class CounterAudit {
  readonly #options: CounterAuditOptions;
  readonly #index: AuditIndex;
  #check: AuditState['check'] = { state: 'none' };
  #running: Promise<void> | undefined;

  constructor(options: CounterAuditOptions) {
    this.#options = options;
    this.#index = new AuditIndex(options);
  }

  find(filter: AuditFilter): Promise<number[]> {
    return this.#index.find(filter);
  }

  state(): Omit<AuditState, 'device'> {
    const { journal, anchors } = this.#options;
    const { seq, at, kid } = anchors.state;
    return {
      headSeq: journal.headSeq,
      anchored: { seq, kid, ...(at && { at }) },
      index: this.#index.progress,
      check: this.#check,
    };
  }

  /** Begins, where none is under way. */
  beginCheck(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** A check that is under way comes to its end before the journal is closed. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    const { userData, journal, clock, log } = this.#options;
    const of = journal.headSeq;
    this.#check = { state: 'running', done: 0, of };
    try {
      const { anchors } = await readAnchors(join(userData, 'journal'));
      const onProgress = (done: number) => {
        this.#check = { state: 'running', done: Math.min(done, of), of };
      };
      const own = anchors.filter((anchor) => anchor.log === 'own');
      const redactions = new RedactionsSaid();
      const onEntry = (entry: StoredEntry | RedactedEntry) =>
        entry.redacted ? redactions.noteGone(entry.seq) : redactions.notePayload(entry.payload);
      const checked = await checkChain({ journal, log: 'own', anchors: own, onProgress, onEntry });
      // What was taken out meanwhile is spoken of behind the head that the check went to.
      for await (const entry of journal.entries(checked.entries + 1)) onEntry(entry);
      const [unsaid] = redactions.unsaid();
      this.#check =
        unsaid === undefined
          ? { state: 'sound', at: clock.at().wall, ...checked }
          : { state: 'wrong', at: clock.at().wall, seq: unsaid, reason: 'redaction-unsaid' };
    } catch (error) {
      log.incident(error, 'checking the chain');
      this.#check = { state: 'wrong', at: clock.at().wall, ...placeOf(error) };
    }
  }
}

function placeOf(error: unknown): { seq: number; reason: string } {
  if (error instanceof JournalDamagedError) return { seq: error.place.seq, reason: error.reason };
  if (error instanceof JournalForkedError) return { seq: error.seq, reason: 'anchor' };
  return { seq: 0, reason: 'not-read' };
}
