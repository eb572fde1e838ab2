import type { CounterStatus, HistoryItem, PrintJob, SearchHit } from '../../shared/contract/desk.ts';
import type { UnsignedCard } from '../../shared/domain/card/issue-card.ts';
import type { Counter, NumberBlock, NumberSeries } from '../../shared/domain/counter/counter.ts';
import type { Entry, EntryFacts, EntryKind, RowKind, RowState } from '../../shared/domain/entry.ts';
import type { CardNumber, JobId, MatterId, PaperId, PersonId, Sha256Hex, StaffId } from '../../shared/domain/ids.ts';
import type { PrintedPaper } from '../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import type { PolicyPack } from '../../shared/domain/policy/pack.ts';
import type { Staff } from '../../shared/domain/staff/staff.ts';
import type { IdKind } from '../../shared/domain/talent/person.ts';

export type { HistoryItem, SearchHit };

/** What the ledger keeps of a person: enough for lists, search and decisions. */
export interface PersonSummary {
  id: PersonId;
  name: string;
  idKind: IdKind;
  idNumber: string;
  birthDate: PlainDate;
  phone: string;
  employer: string;
  uscc: string;
  registeredOn: PlainDate;
}

/** What the desk asks of the ledgers in memory. */
export interface DeskLedger {
  findPersonByIdNumber(number: string): PersonId | undefined;
  findPerson(id: string): PersonSummary | undefined;
  findPeople(match: { name?: string; birthDate?: string; phone?: string }): PersonSummary[];
  recentPeople(limit: number): PersonSummary[];
  findEmployers(text: string, limit: number): { uscc: string; name: string }[];
  recognitionsOf(personId: PersonId): MatterId[];
  cardsOf(personId: PersonId): CardNumber[];
  papersOf(personId: PersonId): PaperId[];
  /** Own-log sequences of the entries about a person, oldest first. */
  historyOf(personId: PersonId): readonly number[];
  recognitionsWithStatus(status: 'received' | 'granted'): { id: MatterId; personId: PersonId }[];
  cardsToMake(): { number: CardNumber; personId: PersonId; matterId: MatterId; tier: string; team: string; pack: string }[];
  staff(id: StaffId): Staff | undefined;
  counter(): Counter;
  numberBlocks(series: NumberSeries): (NumberBlock & { used: number })[];
  countsOn(day: PlainDate): { registered: number; recognised: number; cards: number; papers: number };
  /** The day and instant of the newest entry. */
  lastEntryAt(): { wall: string } | undefined;
}

export interface DeskRecords {
  get<K extends RowKind>(kind: K, id: string): Promise<RowState[K] | undefined>;
}

export type DeskDecision = { [K in EntryKind]: { kind: K; command: unknown; facts: EntryFacts<K> } }[EntryKind];

export interface DeskPrintQueue {
  add(job: NewPrintJob): Promise<PrintJob>;
  list(): readonly PrintJob[];
  retry(id: JobId): Promise<void>;
  cancel(id: JobId): Promise<void>;
}

export interface NewPrintJob {
  jobId: JobId;
  paperId: PaperId;
  kind: PrintedPaper['subject']['kind'];
  title: string;
  printer: string;
  pdf: Uint8Array;
  fileName: string;
  media: { widthMm: number; heightMm: number };
  sides: 'one';
  copies: number;
}

export interface RenderedPaper {
  pdf: Uint8Array;
  pages: number;
  widthMm: number;
  heightMm: number;
}

/** Everything that is there only while the vault is open. */
export interface OpenCounter {
  readonly ledger: DeskLedger;
  readonly records: DeskRecords;
  readonly packs: { current(): PolicyPack; get(reference: string): PolicyPack };
  readonly decisions: {
    record(
      staffId: StaffId | null,
      aggregates: readonly string[],
      decide: () => Promise<DeskDecision>,
    ): Promise<{ seq: number; entry: Entry }>;
  };
  readonly directory: { search(text: string, limit: number): SearchHit[] };
  readonly journal: { readEntry(seq: number): Promise<Entry | undefined>; headSeq(): number };
  /** Takes the next number of a series from the counter's blocks; throws Refusal('number-block-exhausted'). A number taken is never given again. */
  readonly numbers: {
    take(series: NumberSeries, year: number): { number: string; blockId: string };
    left(series: NumberSeries, year: number): number;
  };
  readonly cardKey: { sign(card: UnsignedCard): Promise<{ kid: string; token: string }> };
  readonly attachments: { put(bytes: Uint8Array): Promise<Sha256Hex>; get(sha256: Sha256Hex): Promise<Uint8Array> };
  readonly files: {
    read(name: string): Promise<Uint8Array | undefined>;
    write(name: string, bytes: Uint8Array): Promise<void>;
    remove(name: string): Promise<void>;
    list(prefix: string): Promise<string[]>;
  };
  readonly printQueue: DeskPrintQueue;
  readonly renderer: {
    render(request: {
      layout: string;
      values: Record<string, unknown>;
      marks?: { reprint?: boolean };
    }): Promise<RenderedPaper> | RenderedPaper;
  };
  readonly tickets: { spend(ticket: string, act: string, subjectId: string): StaffId | undefined };
  readonly printer: CounterStatus['printer']['name'];
}

/** What every handler has at hand. */
export interface DeskRoom {
  /** The open counter; throws Refusal('signed-out') while the vault is closed. */
  counter(): OpenCounter;
  /** Who sits here; throws Refusal('signed-out'). */
  staff(): Staff;
  clock: { nowMs(): number; today(): PlainDate };
  newId(): string;
}
