import {
  type Entry,
  type EntryFacts,
  type EntryHeader,
  type EntryKind,
  localKinds,
  parseEntry,
  type Row,
  type RowKind,
  type RowRef,
  type RowState,
  rulesVersion,
} from '../../shared/domain/entry.ts';
import { evolveRow, touched } from '../../shared/domain/evolve.ts';
import type { EntryId, StaffId } from '../../shared/domain/ids.ts';
import { AggregateQueues } from './aggregate-queues.ts';
import type { Ledger } from './ledger.ts';
import { RecordsError } from './records-error.ts';

/** What a decision hands over: the kind of entry, the command as it was given, and the facts it led to. */
export type Decision = { [K in EntryKind]: { kind: K; command: unknown; facts: EntryFacts<K> } }[EntryKind];

export interface Recorded {
  seq: number;
  entry: Entry;
}

export interface DecisionsOptions {
  journal: { append(payload: Uint8Array): Promise<{ seq: number }> };
  records: {
    get(kind: RowKind, id: string): Promise<RowState[RowKind] | undefined>;
    apply(batch: { ownSeq: number; rows: Row[] }): void;
  };
  ledger: Pick<Ledger, 'isShared' | 'sharedState' | 'take'>;
  header(): Pick<EntryHeader, 'at' | 'event' | 'pack'>;
  newEntryId(): EntryId;
  /** Refuses `disk-full` for an entry of that kind, well before the disk is. */
  needSpace?(kind: EntryKind): Promise<void>;
  onRecorded(recorded: Recorded, rows: readonly Row[]): void;
}

/**
 * The one way by which the counter decides: read, decide, append (that is the acknowledgement), evolve in memory, then apply to the
 * records. Nothing else appends to the own log.
 */
export class Decisions {
  readonly #queues = new AggregateQueues();
  readonly #options: DecisionsOptions;
  #closed = false;

  constructor(options: DecisionsOptions) {
    this.#options = options;
  }

  /** Decides under the aggregates' queues and resolves when the entry is durable. A refusal thrown by `decide` leaves no trace. */
  record(staffId: StaffId | null, aggregates: readonly string[], decide: () => Promise<Decision>): Promise<Recorded> {
    if (this.#closed) return Promise.reject(new RecordsError('records-closed', 'Nothing is decided any more'));
    return this.#queues.run(aggregates, async () => this.#append(staffId, await decide()));
  }

  /** Lets what was begun come to its end, so that nobody is told of a failure and finds the entry there all the same. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queues.idle();
  }

  async #append(staffId: StaffId | null, decision: Decision): Promise<Recorded> {
    const { journal, records, ledger, header, newEntryId, needSpace, onRecorded } = this.#options;
    await needSpace?.(decision.kind);
    const entry = {
      v: 1,
      id: newEntryId(),
      staffId,
      ...header(),
      rules: rulesVersion,
      localOnly: localKinds.includes(decision.kind),
      ...decision,
    } as Entry;
    const refs = touched(entry);
    const own = new Map<RowRef, RowState[RowKind] | undefined>();
    for (const ref of refs) if (!ledger.isShared(ref)) own.set(ref, await records.get(ref.kind, ref.id));
    // A fault in evolve must show before the entry is durable, not after.
    for (const ref of refs) evolveRow(entry, ref, ledger.isShared(ref) ? ledger.sharedState(ref) : own.get(ref));
    const { seq } = await journal.append(new TextEncoder().encode(legible(entry)));
    // From here to `apply` nothing may wait: appends resolve in the order of their sequences, and so must the rows change.
    const rows = refs.map((ref) => evolveRow(entry, ref, ledger.isShared(ref) ? ledger.sharedState(ref) : own.get(ref)));
    ledger.take({ seq, entry, rows });
    records.apply({ ownSeq: seq, rows });
    const recorded = { seq, entry };
    onRecorded(recorded, rows);
    return recorded;
  }
}

/** The entry as it will be written. Throws where no start could read it again: one such entry would keep the counter shut for ever. */
function legible(entry: Entry): string {
  const text = JSON.stringify(entry);
  parseEntry(JSON.parse(text));
  return text;
}
