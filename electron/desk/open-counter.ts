import type { PrintJob } from '../../shared/contract/paper-calls.ts';
import type { StartNotice } from '../../shared/contract/start-notice.ts';
import type { SearchHit } from '../../shared/contract/talent-calls.ts';
import type { CardReading } from '../../shared/credential/verify-card-token.ts';
import type { Approval } from '../../shared/domain/approval/approval.ts';
import type { CardStanding } from '../../shared/domain/card/card-life.ts';
import type { Counter, NumberBlock, NumberSeries } from '../../shared/domain/counter/counter.ts';
import type { Entry, EntryFacts, EntryKind, RowKind, RowState } from '../../shared/domain/entry.ts';
import type {
  BatchId,
  CardNumber,
  JobId,
  MatterId,
  MatterNumber,
  PaperId,
  PersonId,
  Sha256Hex,
  StaffId,
} from '../../shared/domain/ids.ts';
import type { Handling, Recognition } from '../../shared/domain/matter/recognition.ts';
import type { PaperKind, PrintedPaper } from '../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import type { PolicyPack } from '../../shared/domain/policy/pack.ts';
import type { Staff } from '../../shared/domain/staff/staff.ts';
import type { IdKind } from '../../shared/domain/talent/id-kind.ts';
import type { ChangeFeed } from './change-feed.ts';

/** What the ledger keeps of a person: enough for lists, search and decisions. */
export interface PersonSummary {
  readonly id: PersonId;
  readonly name: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly birthDate: PlainDate;
  readonly phone: string;
  readonly employer: string;
  readonly uscc: string;
  readonly registeredOn: PlainDate;
}

/** A matter or card as lists show it. */
export interface TieredLine {
  readonly personId: PersonId;
  readonly team: string;
  readonly tier: string;
  readonly pack: string;
}

/** A matter as the work-list shows it. */
export interface MatterLine extends TieredLine {
  readonly id: MatterId;
  readonly number: MatterNumber;
  readonly status: Recognition['status'];
  readonly receivedOn: PlainDate;
  readonly receivedBy: StaffId;
  readonly handling?: Handling | undefined;
  readonly grantedOn?: PlainDate;
  /** While it is 补正中: until when. */
  readonly dueOn?: PlainDate;
}

/** What a token says of a card or certificate. */
export interface PaperToSign extends Omit<TieredLine, 'personId'> {
  readonly number: string;
  readonly name: string;
  readonly issuedOn: PlainDate;
  readonly validTo: PlainDate;
}

/** What the desk asks of the ledgers in memory. */
export interface DeskLedger {
  findPersonByIdKey(idKey: string): PersonId | undefined;
  findPerson(id: string): PersonSummary | undefined;
  /** `soundsLike`: a name of Chinese characters whose readings have one in common with this one's; `after`: but the first so many. */
  findPeople(match: { name?: string; soundsLike?: string; birthDate?: string; phone?: string; after?: number }): PersonSummary[];
  peopleCount(): number;
  /** Oldest first. */
  openBatches(): BatchId[];
  recentPeople(limit: number): PersonSummary[];
  findEmployers(text: string, limit: number): { uscc: string; name: string }[];
  recognitionsOf(personId: PersonId): MatterId[];
  cardsOf(personId: PersonId): CardNumber[];
  /** Whose card that is, if anybody's. */
  findCardHolder(number: CardNumber): PersonId | undefined;
  /** The person's one live card on that day, if there is one. */
  liveCard(personId: PersonId, today: PlainDate): CardNumber | undefined;
  papersOf(personId: PersonId): { id: PaperId; kind: PaperKind; matterId?: MatterId; cardNumber?: CardNumber }[];
  /** Every print of the paper of that name, newest last. */
  papersNamed(name: string): PaperId[];
  /** Own-log sequences of the entries about a person, oldest first. */
  historyOf(personId: PersonId): readonly number[];
  openRecognitions(): MatterId[];
  /** The recognition that holds on that day, if there is one. */
  recognitionInForce(personId: PersonId, today: PlainDate): (TieredLine & { id: MatterId }) | undefined;
  findRecognitionByCertificate(number: string): MatterId | undefined;
  /** Recognised, in force, and no card yet. */
  uncarded(today: PlainDate): (TieredLine & { id: MatterId })[];
  cardsToMake(today: PlainDate): (TieredLine & { number: CardNumber; matterId: MatterId })[];
  /** Made, and not handed over yet. */
  cardsToHandOver(
    today: PlainDate,
  ): (TieredLine & CardStanding & { number: CardNumber; matterId: MatterId; since?: PlainDate | undefined })[];
  staff(id: StaffId): Staff | undefined;
  /** Matters in no order; those that are open are kept apart, so that they are found without looking through all. */
  matters(which: 'open' | 'all'): Iterable<MatterLine>;
  /** Left for a second person and not decided yet, or declined and not read. */
  unsettledApprovals(): Approval[];
  /** Everybody who ever was on the staff, in the order in which they came. */
  staffList(): (Staff & { leftOn?: PlainDate })[];
  /** Every run of numbers that was ever granted, with how many of it entries have taken. */
  blocks(): (NumberBlock & { used: number })[];
  counter(): Counter;
  countsOn(day: PlainDate): { registered: number; recognised: number; cards: number; papers: number; advised: number };
}

export interface DeskRecords {
  get<K extends RowKind>(kind: K, id: string): Promise<RowState[K] | undefined>;
}

export type DeskDecision = { [K in EntryKind]: { kind: K; command: unknown; facts: EntryFacts<K> } }[EntryKind];

export interface DeskDecisions {
  record(
    staffId: StaffId | null,
    aggregates: readonly string[],
    decide: () => Promise<DeskDecision>,
  ): Promise<{ seq: number; entry: Entry }>;
}

export interface DeskPacks {
  current(): PolicyPack;
  /** The pack a case began under, `id@version`. */
  get(reference: string): PolicyPack;
  /** A newer pack that doesn't fit its schema, by line; the last good one stays. */
  refused(): { file: string; faults: { line: number; path: string; code: string }[] } | undefined;
}

export interface DeskPrintQueue {
  add(job: NewPrintJob): Promise<PrintJob>;
  list(): readonly PrintJob[];
  retry(id: JobId): Promise<void>;
  cancel(id: JobId): Promise<void>;
}

export interface NewPrintJob {
  jobId: JobId;
  paperId: PaperId;
  kind: PaperKind;
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

/** Small sealed files: what must last and is no entry. */
export interface DeskFiles {
  read(name: string): Promise<Uint8Array | undefined>;
  /** As `read`, for what can be done without: a damaged one is as good as none. The start has told of it. */
  readIfWhole(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /** Names that begin so; what can't be read any more is told of elsewhere. */
  list(prefix: string): Promise<string[]>;
}

/** The staff's PINs, as the vault keeps them. Each change is durable when it resolves; all refuse `disk-full`. */
export interface StaffKeys {
  has(id: StaffId): boolean;
  /** Of 试用's own staff, which stays as it is shown at sign-in. */
  isSample(id: StaffId): boolean;
  /** Refuses `field-refused` for a PIN (path `pin`) or a member (path `name`) that can't be taken. */
  check(member: { number: string; name: string; pin: string }): void;
  /** A first PIN, or a new one for somebody who has one. */
  give(member: { id: StaffId; number: string; pin: string }): Promise<void>;
  /** Refuses `wrong-credentials`, `too-many-attempts`, and `field-refused` (path `newPin`). */
  change(change: { number: string; pin: string; newPin: string }): Promise<void>;
  /** They can't sign in any more. Nothing happens where they couldn't before. */
  remove(id: StaffId): Promise<void>;
}

/** Everything that is there only while the vault is open. */
export interface OpenCounter {
  readonly ledger: DeskLedger;
  readonly records: DeskRecords;
  readonly packs: DeskPacks;
  readonly decisions: DeskDecisions;
  readonly directory: { search(text: string, limit: number): SearchHit[] };
  readonly journal: {
    readEntry(seq: number): Promise<Entry | undefined>;
    headSeq(): number;
    /** The latest time that any entry bears; undefined in an empty journal. */
    newestAt(): string | undefined;
  };
  /** Takes the next number of a series; throws Refusal('number-block-exhausted'). A number taken is never given again. */
  readonly numbers: {
    take(series: NumberSeries, year: number): { number: string; blockId: string };
    left(series: NumberSeries, year: number): number;
  };
  /** Signs a card's or a certificate's token with the device's key; refuses `qr-too-long`. The same paper gives the same token. */
  readonly cardKey: { sign(paper: PaperToSign): Promise<{ kid: string; token: string }> };
  /** Reads a card's text with the trusted keys. Never throws. */
  readCardText(text: string): Promise<CardReading>;
  readonly attachments: {
    put(bytes: Uint8Array): Promise<Sha256Hex>;
    get(sha256: Sha256Hex): Promise<Uint8Array>;
    has(sha256: Sha256Hex): Promise<boolean>;
  };
  readonly files: DeskFiles;
  readonly staffKeys: StaffKeys;
  readonly printQueue: DeskPrintQueue;
  readonly renderer: {
    render(request: {
      layout: string;
      values: PrintedPaper['values'];
      marks?: { reprint?: boolean };
    }): Promise<RenderedPaper> | RenderedPaper;
  };
  /** Second persons' sign-offs, each good for one act on one thing, once. */
  readonly tickets: { spend(ticket: string, act: string, subjectId: string): StaffId | undefined };
  /** A paper that had to be made once more from its entry came out otherwise: logged, and shown to whoever sits here. */
  notePrintDiffers(): void;
  /** What was found amiss since the vault was opened. */
  notices(): readonly StartNotice[];
  /** The printer that papers go to. */
  readonly printer: { name: string; state(): Promise<{ state: 'ready' | 'stopped'; reason?: string }> };
}

/** What every handler has at hand. */
export interface DeskRoom {
  /** The open counter; throws Refusal('signed-out') while the vault is closed. */
  counter(): OpenCounter;
  /** Who sits here; throws Refusal('signed-out'). */
  staff(): Staff;
  readonly clock: { nowMs(): number; today(): PlainDate };
  newId(): string;
  readonly changes: ChangeFeed;
  /** `Chromium 156.0 …`: what the program runs on. */
  readonly hostDescription: string;
  /** What is free on the data folder's disk: `low` warns, `full` stops what is new. */
  disk(): Promise<{ readonly level: 'enough' | 'low' | 'full'; readonly freeMebibytes: number }>;
  /** When something was last made durable for the clerk, entry or draft. */
  savedAt(): string | null;
  noteSaved(at: string): void;
}
