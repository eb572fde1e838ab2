import { isUnsettled } from '../../shared/domain/approval/approval.ts';
import type { NumberSeries } from '../../shared/domain/counter/counter.ts';
import type { Entry, EntryKind, Row, RowRef, RowState } from '../../shared/domain/entry.ts';
import { peopleOf, personOf } from '../../shared/domain/evolve.ts';
import type { ApprovalId, BatchId, CardNumber, MatterId, PaperId, PersonId, StaffId } from '../../shared/domain/ids.ts';
import { isOpenStatus } from '../../shared/domain/matter/recognition.ts';
import { isOldNumber } from '../../shared/domain/old-number.ts';
import { chinaDateAt, type PlainDate } from '../../shared/domain/plain-date.ts';
import {
  type CardLine,
  cardLine,
  type DayCounts,
  newPersonLine,
  type PaperLine,
  type PersonLine,
  paperLine,
  type RecognitionLine,
  recognitionLine,
  updatePersonLine,
} from './ledger-lines.ts';
import { PersonRequests } from './person-requests.ts';

/** An entry of the own log with the rows it led to. */
export interface TakenEntry {
  readonly seq: number;
  readonly entry: Entry;
  readonly rows: readonly Row[];
}

const countedAs: Partial<Record<EntryKind, keyof DayCounts>> = {
  'talent.registered': 'registered',
  'recognition.granted': 'recognised',
  'card.issued': 'cards',
  'card.replaced': 'cards',
  'paper.printed': 'papers',
  'advice.given': 'advised',
};

const recentLimit = 50;

/**
 * What lists, queues, decisions and search need, in main's memory: never bodies. It is fed the rows of each entry in the order of
 * the log, loaded from the sealed snapshot, and can be made anew from the journal alone. Lines are shared, not copied: only the
 * ledger changes them.
 */
export class Ledger {
  /** The newest entry of the own log that was taken. */
  seq = 0;
  /** The latest time that any entry bears, whichever came last: a clock that was set back is measured by it. */
  newestAt: string | undefined;
  counter: RowState['counter'] | undefined;
  readonly people: PersonLine[] = [];
  readonly recognitions = new Map<MatterId, RecognitionLine>();
  readonly cards = new Map<CardNumber, CardLine>();
  readonly papers = new Map<PaperId, PaperLine>();
  readonly staff = new Map<StaffId, RowState['staff']>();
  readonly blocks = new Map<string, RowState['number-block']>();
  readonly days = new Map<PlainDate, DayCounts>();
  /** 批量代收 that goes on. */
  readonly openBatches = new Set<BatchId>();
  readonly approvals = new Map<ApprovalId, RowState['approval']>();
  readonly requests = new PersonRequests();
  /** Entries that were redacted before they were taken: their redaction says what they counted as. */
  readonly #skipped = new Set<number>();
  readonly #bySlot = new Map<string, number>();
  readonly #byIdKey = new Map<string, PersonId>();
  readonly #papersByName = new Map<string, PaperId[]>();
  readonly #open = new Set<MatterId>();
  readonly #toMake = new Set<CardNumber>();
  readonly #toHandOver = new Set<CardNumber>();
  readonly #uncarded = new Set<MatterId>();
  readonly #unsettled = new Set<ApprovalId>();
  readonly #listeners: ((person: PersonLine) => void)[] = [];
  readonly #entryListeners: ((seq: number) => void)[] = [];
  #recent: PersonId[] = [];

  /** Told of each entry that was taken, with its sequence. */
  onEntry(listener: (seq: number) => void): void {
    this.#entryListeners.push(listener);
  }

  /** Told of each person whose line, matters or cards changed: what the directory shows of them. */
  onPerson(listener: (person: PersonLine) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Entries come in the order of the log; one that is already in is let go, so that a replay can start too early. Rows may be newer
   * than their entry: an older state of a row never replaces a newer one.
   */
  take({ seq, entry, rows }: TakenEntry): void {
    if (seq <= this.seq) return;
    this.seq = seq;
    // A confirmed date begins anew: what lies after it was written under a clock that was ahead.
    const isLater = this.newestAt === undefined || this.newestAt < entry.at.wall;
    if (isLater || entry.kind === 'date.confirmed') this.newestAt = entry.at.wall;
    for (const row of rows) this.#takeRow(row);
    const counted = countedAs[entry.kind];
    if (counted) this.countsOn(chinaDateAt(Date.parse(entry.at.wall)))[counted]++;
    for (const id of peopleOf(entry)) this.#personLine(id).history.push(seq);
    if (entry.kind === 'person.redacted') this.#forget(entry);
    const personId = personOf(entry);
    if (personId && entry.kind !== 'person.redacted') {
      this.#recent = [personId, ...this.#recent.filter((id) => id !== personId)].slice(0, recentLimit);
    }
    for (const listener of this.#entryListeners) listener(seq);
  }

  /** An entry that was redacted, in its place in the log. */
  skip(seq: number): void {
    if (seq > this.seq) this.#skipped.add(seq);
  }

  /** What lists still say of somebody whose data went, beside the rows; after a rebuild the same as before it. */
  #forget({ facts: { personId, entries } }: Entry<'person.redacted'>): void {
    const gone = new Set(entries.map(({ seq }) => seq));
    const { history } = this.#personLine(personId);
    history.splice(0, history.length, ...history.filter((seq) => !gone.has(seq)));
    this.#recent = this.#recent.filter((id) => id !== personId);
    for (const { seq, kind, on } of entries) {
      const counted = countedAs[kind as EntryKind];
      if (this.#skipped.delete(seq) && counted) this.countsOn(on)[counted]++;
    }
  }

  /** Number blocks are taken from by every person's queue; every other row belongs to the queue that decides on it. */
  isShared(ref: RowRef): boolean {
    return ref.kind === 'number-block';
  }

  /** A shared row as the newest entry left it: it is read in the order of sequences, so it can't be asked of the page. */
  sharedState(ref: RowRef): RowState['number-block'] | undefined {
    return this.isShared(ref) ? this.blocks.get(ref.id) : undefined;
  }

  findPerson(id: PersonId): PersonLine | undefined {
    const slot = this.#bySlot.get(id);
    return slot === undefined ? undefined : this.people[slot];
  }

  /** By what tells one holder of a document from another (standards/identity-document.ts). */
  findPersonByIdKey(idKey: string): PersonLine | undefined {
    const id = this.#byIdKey.get(idKey);
    return id && this.findPerson(id);
  }

  /** Newest last, as they were received. */
  recognitionsOf(id: PersonId): RecognitionLine[] {
    return (this.findPerson(id)?.matterIds ?? []).flatMap((matterId) => this.recognitions.get(matterId) ?? []);
  }

  /** Newest last, as they were issued. */
  cardsOf(id: PersonId): CardLine[] {
    return (this.findPerson(id)?.cardNumbers ?? []).flatMap((number) => this.cards.get(number) ?? []);
  }

  /** Newest last, as they were printed. */
  papersOf(id: PersonId): PaperLine[] {
    return (this.findPerson(id)?.paperIds ?? []).flatMap((paperId) => this.papers.get(paperId) ?? []);
  }

  /** Every print of the paper of that name, newest last. */
  papersNamed(name: string): PaperLine[] {
    return (this.#papersByName.get(name) ?? []).flatMap((id) => this.papers.get(id) ?? []);
  }

  /** Sequences in the own log of the entries about the person, ascending. */
  historyOf(id: PersonId): readonly number[] {
    return this.findPerson(id)?.history ?? [];
  }

  findStaffByNumber(number: string): RowState['staff'] | undefined {
    for (const member of this.staff.values()) if (member.number === number) return member;
    return undefined;
  }

  /** A series' blocks of a year, in the order of their numbers. */
  blocksOf(series: NumberSeries, year: number): RowState['number-block'][] {
    return [...this.blocks.values()]
      .filter((block) => block.series === series && block.year === year)
      .sort((a, b) => a.start - b.start);
  }

  /** Received and not yet decided. */
  listOpenRecognitions(): RecognitionLine[] {
    return [...this.#open].flatMap((id) => this.recognitions.get(id) ?? []);
  }

  /** Granted, in force today, and no card was issued for it yet. */
  listUncardedRecognitions(today: PlainDate): RecognitionLine[] {
    return [...this.#uncarded]
      .flatMap((id) => this.recognitions.get(id) ?? [])
      .filter(({ validTo }) => validTo !== undefined && validTo >= today);
  }

  /** Issued, in force today, and not yet made. */
  listCardsToMake(today: PlainDate): CardLine[] {
    return [...this.#toMake].flatMap((number) => this.cards.get(number) ?? []).filter(({ validTo }) => validTo >= today);
  }

  /** Made, in force today, and not yet handed over. */
  listCardsToHandOver(today: PlainDate): CardLine[] {
    return [...this.#toHandOver].flatMap((number) => this.cards.get(number) ?? []).filter(({ validTo }) => validTo >= today);
  }

  /** Left for a second person and not decided, or declined and not read yet; the oldest first. */
  listUnsettledApprovals(): RowState['approval'][] {
    return [...this.#unsettled].flatMap((id) => this.approvals.get(id) ?? []);
  }

  /** The people that entries were last about, newest first. */
  listRecentPeople(limit: number): PersonLine[] {
    return this.#recent.slice(0, limit).flatMap((id) => this.findPerson(id) ?? []);
  }

  countsOn(date: PlainDate): DayCounts {
    const counts = this.days.get(date) ?? { registered: 0, recognised: 0, cards: 0, papers: 0, advised: 0 };
    this.days.set(date, counts);
    return counts;
  }

  /** Puts back what a snapshot kept; people first, in their order. */
  restorePerson(line: PersonLine): void {
    this.people.push(line);
    this.#bySlot.set(line.id, line.slot);
    if (line.idKey) this.#byIdKey.set(line.idKey, line.id);
  }

  restoreRecent(ids: readonly PersonId[]): void {
    this.#recent = [...ids];
  }

  restoreRecognition(line: RecognitionLine): void {
    this.recognitions.set(line.id, line);
    this.#queueRecognition(line);
  }

  restoreCard(line: CardLine): void {
    this.cards.set(line.number, line);
    this.#queueCard(line);
  }

  restorePaper(line: PaperLine): void {
    this.papers.set(line.id, line);
    if (line.name === undefined) return;
    const named = this.#papersByName.get(line.name) ?? [];
    if (named.includes(line.id)) return;
    insertSorted(named, line.id);
    this.#papersByName.set(line.name, named);
  }

  /** Oldest first: ids are UUIDv7. */
  listOpenBatches(): BatchId[] {
    return [...this.openBatches].sort();
  }

  restoreApproval(state: RowState['approval']): void {
    this.approvals.set(state.id, state);
    toggle(this.#unsettled, state.id, isUnsettled(state));
  }

  listRecentIds(): readonly PersonId[] {
    return this.#recent;
  }

  #takeRow(row: Row): void {
    switch (row.kind) {
      case 'counter':
        if (newer(row.state, this.counter)) this.counter = row.state;
        return;
      case 'staff':
        if (newer(row.state, this.staff.get(row.state.id))) this.staff.set(row.state.id, row.state);
        return;
      case 'number-block':
        if (newer(row.state, this.blocks.get(row.id))) this.blocks.set(row.id, row.state);
        return;
      case 'person':
        this.#takePerson(row.state);
        return;
      case 'recognition':
        this.#takeRecognition(row.state);
        return;
      case 'card':
        this.#takeCard(row.state);
        return;
      case 'batch':
        toggle(this.openBatches, row.state.id, row.state.status === 'open');
        return;
      case 'paper':
        this.#takePaper(row.state);
        return;
      case 'advice':
        // Only counted: a consultation is nobody's, and is looked up by its own id.
        return;
      case 'request':
        this.requests.take(row.state);
        return;
      case 'approval':
        if (newer(row.state, this.approvals.get(row.state.id))) this.restoreApproval(row.state);
    }
  }

  #takePerson(person: RowState['person']): void {
    const line = this.#personLine(person.id);
    if (!newer(person, line)) return;
    if (this.#byIdKey.get(line.idKey) === line.id) this.#byIdKey.delete(line.idKey);
    updatePersonLine(line, person);
    if (line.idKey) this.#byIdKey.set(line.idKey, line.id);
    this.#tell(line);
  }

  #takeRecognition(state: RowState['recognition']): void {
    const before = this.recognitions.get(state.id);
    if (!newer(state, before)) return;
    const person = this.#personLine(state.personId);
    if (!before) insertSorted(person.matterIds, state.id);
    this.restoreRecognition(recognitionLine(state));
    this.#tell(person);
  }

  #takeCard(state: RowState['card']): void {
    const before = this.cards.get(state.number);
    if (!newer(state, before)) return;
    const person = this.#personLine(state.personId);
    if (!before) insertSorted(person.cardNumbers, state.number);
    this.restoreCard(cardLine(state));
    this.#tell(person);
  }

  #takePaper(state: RowState['paper']): void {
    const before = this.papers.get(state.id);
    if (!newer(state, before)) return;
    if (!before && state.personId) insertSorted(this.#personLine(state.personId).paperIds, state.id);
    this.restorePaper(paperLine(state));
  }

  #queueRecognition({ id, status, personId }: RecognitionLine): void {
    toggle(this.#open, id, isOpenStatus(status));
    const carded = this.cardsOf(personId).some((card) => card.matterId === id);
    toggle(this.#uncarded, id, status === 'granted' && !carded);
  }

  #queueCard({ number, state, matterId }: CardLine): void {
    toggle(this.#toMake, number, state === 'to-make');
    toggle(this.#toHandOver, number, state === 'made' || state === 'awaiting');
    this.#uncarded.delete(matterId);
  }

  /** The person's line, begun here where theirs was redacted and a later entry is about them all the same. */
  #personLine(id: PersonId): PersonLine {
    const known = this.findPerson(id);
    if (known) return known;
    const line = newPersonLine(id, this.people.length);
    this.people.push(line);
    this.#bySlot.set(id, line.slot);
    return line;
  }

  #tell(person: PersonLine): void {
    for (const listener of this.#listeners) listener(person);
  }
}

function newer(state: { version: number }, known: { version: number } | undefined): boolean {
  return state.version > (known?.version ?? 0);
}

function toggle<T>(set: Set<T>, member: T, belongs: boolean): void {
  if (belongs) set.add(member);
  else set.delete(member);
}

/**
 * Ids are UUIDv7 and numbers count upwards, so sorting is the order of their making, whatever row was taken first. What was taken over
 * from an older ledger was there before anything of ours.
 */
function insertSorted<T extends string>(ids: T[], id: T): void {
  const key = (one: string) => (isOldNumber(one) ? ` ${one}` : one);
  let at = ids.length;
  while (at > 0 && key(ids[at - 1] ?? '') > key(id)) at--;
  ids.splice(at, 0, id);
}
