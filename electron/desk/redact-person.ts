import { type Entry, localKinds, type RowState } from '../../shared/domain/entry.ts';
import { peopleOf } from '../../shared/domain/evolve.ts';
import type { PersonId, RequestId, StaffId } from '../../shared/domain/ids.ts';
import { chinaDateAt, type PlainDate } from '../../shared/domain/plain-date.ts';
import { retentionOf } from '../../shared/domain/policy/retention.ts';
import type { Redaction, RedactionReason, Remains } from '../../shared/domain/redaction/redaction.ts';
import { remains } from '../../shared/domain/redaction/redaction.ts';
import { type Holding, stillNeeded } from '../../shared/domain/redaction/still-needed.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { ErasureGround } from '../../shared/domain/request/request.ts';
import type { OpenCounter } from './open-counter.ts';
import { unqueuedPapers } from './papers.ts';

/** What is to go of a person, noted before its entry, so that a kill in between leaves nothing half done. */
const notePrefix = 'redaction/';
export const redactionNote = (personId: PersonId) => `${notePrefix}${personId}`;

export interface RedactionNote {
  readonly sequences: readonly number[];
  readonly hashes: readonly string[];
}

export interface RedactPerson {
  readonly personId: PersonId;
  readonly because: RedactionReason;
  readonly requestId?: RequestId;
  /** Null for the office's rule. */
  readonly staffId: StaffId | null;
  readonly today: PlainDate;
}

/**
 * Takes a person's data off this computer: the entry that says so, then payloads, scans and rows. Refuses `not-found`, and `data-needed`
 * with what still needs it.
 */
export async function redactPerson(counter: OpenCounter, asked: RedactPerson): Promise<void> {
  const { personId, because, requestId, staffId, today } = asked;
  const batch = (await counter.records.get('person', personId))?.intake?.batch;
  // The batch's queue too: somebody may be handed in with it at this moment, and both change its list.
  const aggregates = [`person:${personId}`, ...(batch ? [`batch:${batch}`] : [])];
  await counter.decisions.record(staffId, aggregates, async () => {
    const grounds = await groundsAgainst(counter, asked);
    if (grounds.length > 0) refuse('data-needed', { grounds });
    const entries = await entriesOf(counter, personId);
    const facts: Redaction = {
      personId,
      because,
      ...(requestId && { requestId }),
      on: today,
      entries: entries.map(({ seq, entry }) => ({ seq, kind: entry.kind, on: chinaDateAt(Date.parse(entry.at.wall)) })),
      remains: await remainsOf(counter, personId, entries),
      blocks: blocksOf(counter, entries),
    };
    const note: RedactionNote = { sequences: facts.entries.map(({ seq }) => seq), hashes: hashesIn(entries) };
    await counter.files.write(redactionNote(personId), new TextEncoder().encode(JSON.stringify(note)));
    return { kind: 'person.redacted', command: { personId, because }, facts };
  });
  await counter.redaction.finish(personId);
}

/** What stands against it now; nothing where it may be done. Refuses `not-found`. */
export async function groundsAgainst(
  counter: OpenCounter,
  { personId, because, requestId, today }: Pick<RedactPerson, 'personId' | 'because' | 'requestId' | 'today'>,
): Promise<ErasureGround[]> {
  const person = (await counter.records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
  const { archiveYears } = retentionOf(counter.packs.current());
  const holding = await holdingOf(counter, person, { because, requestId });
  return stillNeeded(holding, { because, today, archiveYears });
}

async function holdingOf(
  counter: OpenCounter,
  person: RowState['person'],
  { because, requestId }: { because: RedactionReason; requestId: RequestId | undefined },
): Promise<Holding> {
  const { ledger, records, printQueue, central } = counter;
  const { id } = person;
  const recognitions = await Promise.all(ledger.recognitionsOf(id).map((one) => records.get('recognition', one)));
  const cards = await Promise.all(ledger.cardsOf(id).map((one) => records.get('card', one)));
  const papers = new Set<string>(ledger.papersOf(id).map((paper) => paper.id));
  const unqueued = (await unqueuedPapers(counter)).filter((paper) => papers.has(paper));
  const echoed = central.echoedUpTo();
  const pushed = central.pushedUpTo();
  return {
    recognitions: recognitions.flatMap((one) =>
      one ? [{ ...one, grantedOn: one.grant?.grantedOn, validTo: one.grant?.validTo }] : [],
    ),
    cards: cards.filter((one) => one !== undefined),
    waitingApprovals: ledger.unsettledApprovals().filter(({ personId, state }) => personId === id && state === 'waiting').length,
    openRequests: ledger.requestsOf(id).filter((one) => !one.answer && one.id !== requestId).length,
    unfinishedForms: await unfinishedForms(counter, person),
    openJobs:
      unqueued.length +
      printQueue.list().filter(({ paperId, state, reason }) => papers.has(paperId) && state !== 'done' && reason !== 'cancelled')
        .length,
    // The office's rule waits for the echo. A request can also be met where the central side never got anything.
    isSafe: ledger.historyOf(id).every((seq) => seq <= echoed || (because === 'request' && seq > pushed)),
  };
}

/** Half-filled forms of this person, and drafts that bear their number. */
async function unfinishedForms({ files }: OpenCounter, person: RowState['person']): Promise<number> {
  const forms = (await files.list('recognise-form/')).filter((name) => name.endsWith(person.id));
  let drafts = 0;
  for (const name of await files.list('draft/')) {
    const bytes = await files.readIfWhole(name);
    if (bytes && new TextDecoder().decode(bytes).includes(person.document.number)) drafts += 1;
  }
  return forms.length + drafts;
}

interface Found {
  readonly seq: number;
  readonly entry: Entry;
}

/** The entries that go: about this person and nobody else, so of hand-overs those of their matters alone. Who looked at a number stays. */
async function entriesOf({ ledger, journal }: OpenCounter, personId: PersonId): Promise<Found[]> {
  const found: Found[] = [];
  for (const seq of ledger.historyOf(personId)) {
    const entry = await journal.readEntry(seq);
    if (!entry || localKinds.includes(entry.kind)) continue;
    if (peopleOf(entry).length === 1) found.push({ seq, entry });
  }
  return found;
}

async function remainsOf(counter: OpenCounter, personId: PersonId, entries: readonly Found[]): Promise<Remains[]> {
  const { ledger, records } = counter;
  const rows: Remains[] = [];
  const leave = (kind: string, state: { version: number } | undefined) => {
    if (!state) return;
    const option = remains.options.find((one) => one.shape.kind.value === kind);
    const left = option && 'left' in option.shape ? Object.keys(option.shape.left.shape) : [];
    const kept = Object.fromEntries(Object.entries(state).filter(([name]) => left.includes(name)));
    rows.push(remains.parse({ kind, left: { ...kept, version: state.version + 1 } }));
  };
  const person = (await records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
  rows.push({ kind: 'person', id: personId, version: person.version + 1, registeredOn: person.registeredOn });
  for (const id of ledger.recognitionsOf(personId)) leave('recognition', await records.get('recognition', id));
  for (const number of ledger.cardsOf(personId)) leave('card', await records.get('card', number));
  for (const { id } of ledger.papersOf(personId)) leave('paper', await records.get('paper', id));
  for (const { entry } of entries)
    if (entry.kind === 'approval.requested') leave('approval', await records.get('approval', entry.facts.approval.id));
  for (const request of ledger.requestsOf(personId)) leave('request', withoutWords(request));
  const batch = person.intake?.batch && (await records.get('batch', person.intake.batch));
  if (batch) rows.push({ kind: 'batch', id: batch.id, version: batch.version + 1, personId });
  return rows;
}

function withoutWords({ answer, ...request }: RowState['request']): RowState['request'] {
  if (!answer) return request;
  const { words: _, ...rest } = answer;
  return { ...request, answer: rest };
}

function blocksOf({ ledger }: OpenCounter, entries: readonly Found[]): Redaction['blocks'] {
  const taken = new Set(entries.flatMap(({ entry: { facts } }) => ('blockId' in facts ? [facts.blockId] : [])));
  return ledger
    .blocks()
    .filter(({ id }) => taken.has(id))
    .map(({ id, used }) => ({ id, used }));
}

function hashesIn(entries: readonly Found[]): string[] {
  const found = entries.flatMap(({ entry }) => JSON.stringify(entry).match(/[0-9a-f]{64}/g) ?? []);
  return [...new Set(found)];
}
