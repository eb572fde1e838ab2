import type { RecordsMark } from '../../shared/contract/records.ts';
import type { RowKind, RowRef, RowState } from '../../shared/domain/entry.ts';
import { RecordsError } from './records-error.ts';
import { type PutTrouble, type RowBatch, RowQueue } from './row-queue.ts';
import { type RecoverRows, RowReader } from './row-reader.ts';
import { type FoundRow, type LostReason, RowStore, type RowStoreOptions } from './row-store.ts';

/** What went wrong and was dealt with, or needs somebody: for the log and the status page. Holds nothing of a person. */
export type RecordsTrouble =
  | { readonly code: 'page-gone'; readonly reason: string }
  | { readonly code: 'records-lost'; readonly reason: LostReason }
  | { readonly code: 'row-damaged'; readonly mended: boolean }
  | {
      readonly code: 'records-healed';
      readonly how: 'replay' | 'rebuild';
      readonly entries: number;
      readonly reason?: LostReason;
    }
  | { readonly code: 'heal-failed' | 'snapshot-failed'; readonly error: unknown }
  | { readonly code: 'snapshot-unreadable' }
  | PutTrouble;

export interface RecordsOptions extends Omit<RowStoreOptions, 'onPageGone' | 'onLost'> {
  onTrouble(trouble: RecordsTrouble): void;
  /** Makes damaged rows again from the journal (heal.ts, `recoverRows`). Without it a damaged row stays an error. */
  readonly recover?: RecoverRows;
}

export interface Records {
  /** The last row states on disk: how far they reach, how many they are, what they add up to. Null before the first put. */
  readonly mark: RecordsMark | null;
  /** How far rows were handed over, on disk or not yet. */
  readonly appliedSeq: number;
  /** How many batches wait to be put. */
  readonly waiting: number;
  /** Needs a rebuild (`healRecords`) before anything but the rows still waiting can be read. */
  readonly lost: boolean;
  get<K extends RowKind>(kind: K, id: string): Promise<RowState[K] | undefined>;
  /** In the order asked for. */
  getMany(refs: readonly RowRef[]): Promise<(RowState[RowKind] | undefined)[]>;
  findPersonByIdNumber(number: string): Promise<RowState['person'] | undefined>;
  findCardByNumber(number: string): Promise<RowState['card'] | undefined>;
  /** Takes the rows of an entry, in the order of entries. They are read back from now on, and on disk once `settled`. */
  apply(batch: RowBatch): void;
  /** Resolves when all that was applied is on disk; rejects when that needs help first: a lost database, a full disk. */
  settled(): Promise<void>;
  /** For heal.ts alone. */
  readonly store: RowStore;
  /** For heal.ts alone: resolves when no put is under way; while the store isn't readable none begins. */
  halt(): Promise<void>;
  /** For heal.ts alone: the page now reaches `ownSeq`; what waits beyond goes on. */
  resume(ownSeq: number): void;
  /** For the scrub alone: looks at a row as the page gave it, and mends it from the journal where it is damaged. */
  check(found: FoundRow): Promise<void>;
  close(): Promise<void>;
}

/** Opens the records. Nothing may be read before `healRecords` has compared them with the journal. */
export function openRecords(options: RecordsOptions): Records {
  const { onTrouble, recover, ...storeOptions } = options;
  const store = new RowStore({
    ...storeOptions,
    onPageGone: (reason) => onTrouble({ code: 'page-gone', reason }),
    onLost: (reason) => onTrouble({ code: 'records-lost', reason }),
  });
  const queue = new RowQueue(store, onTrouble);
  const reader = new RowReader(store, queue, { recover, onDamage: (mended) => onTrouble({ code: 'row-damaged', mended }) });
  let closed = false;
  const needOpen = () => {
    if (closed) throw new RecordsError('records-closed', 'The records are closed');
  };
  return {
    get mark() {
      return store.mark;
    },
    get appliedSeq() {
      return queue.appliedSeq;
    },
    get waiting() {
      return queue.waiting;
    },
    get lost() {
      return store.lost;
    },
    store,
    async get<K extends RowKind>(kind: K, id: string) {
      const [state] = await reader.read([{ kind, id }]);
      return state as RowState[K] | undefined;
    },
    getMany: (refs) => reader.read(refs),
    findPersonByIdNumber: (value) =>
      reader.find({ kind: 'person', field: 'id-number', value, fieldOf: (person) => person.document.number }),
    findCardByNumber: (value) => reader.find({ kind: 'card', field: 'card-number', value, fieldOf: (card) => card.number }),
    apply(batch) {
      needOpen();
      queue.add(batch);
    },
    halt: () => queue.halt(),
    check: (found) => reader.check(found),
    resume: (ownSeq) => queue.resume(ownSeq),
    settled: () => queue.settled(),
    async close() {
      closed = true;
      await queue.close();
      await store.close();
    },
  };
}
