import { approvalRows, evolveApproval } from './approval/evolve-approval.ts';
import { type ReplacementReason, replacementReason } from './card/card.ts';
import { changeEntry } from './card/change-card.ts';
import { evolveRestored, restoredRows } from './counter/evolve-restored.ts';
import { serialOf } from './counter/numbers.ts';
import { withSyncLimit } from './counter/sync-limit.ts';
import type { Entry, EntryFacts, Row, RowKind, RowRef, RowState } from './entry.ts';
import type { CardNumber, PersonId } from './ids.ts';
import { evolveHandling, handledRows } from './matter/evolve-handling.ts';
import { evolveSupplement } from './matter/evolve-supplement.ts';
import { chinaDateAt } from './plain-date.ts';
import { evolveRedaction, redactionRows } from './redaction/evolve-redaction.ts';
import { evolveRequest, requestRows } from './request/evolve-request.ts';

type CardChange = EntryFacts<'card.voided'>;

/** The change of one card's state that an entry of those twelve kinds tells; undefined for any other. */
export function cardChangeOf(entry: Entry): CardChange | undefined {
  return (Object.values(changeEntry) as string[]).includes(entry.kind) ? (entry.facts as CardChange) : undefined;
}

/** The rows an entry changes, in the order they are written. Entries of sessions and look-ups change none. */
export function touched(entry: Entry): RowRef[] {
  return [
    ...officeRows(entry),
    ...ownRows(entry),
    ...handledRows(entry),
    ...approvalRows(entry),
    ...requestRows(entry),
    ...redactionRows(entry),
  ];
}

/** What the counter itself is: its device, numbers and staff. */
function officeRows(entry: Entry): RowRef[] {
  switch (entry.kind) {
    case 'counter.enrolled':
      return [{ kind: 'counter', id: entry.facts.counter.deviceId }];
    case 'sync-limit.set':
      return [{ kind: 'counter', id: entry.facts.deviceId }];
    case 'counter.restored':
      return restoredRows(entry);
    case 'number-block.granted':
      return [{ kind: 'number-block', id: entry.facts.block.id }];
    case 'staff.enrolled':
      return [{ kind: 'staff', id: entry.facts.staff.id }];
    case 'staff.left':
      return [{ kind: 'staff', id: entry.facts.staffId }];
    default:
      return [];
  }
}

function ownRows(entry: Entry): RowRef[] {
  switch (entry.kind) {
    case 'talent.registered': {
      const { id, intake } = entry.facts.person;
      return [{ kind: 'person', id }, ...(intake?.batch ? [{ kind: 'batch' as const, id: intake.batch }] : [])];
    }
    case 'batch.opened':
      return [{ kind: 'batch', id: entry.facts.batch.id }];
    case 'batch.closed':
      return [{ kind: 'batch', id: entry.facts.batchId }];
    case 'talent.taken-over': {
      const { person, recognition, card } = entry.facts;
      return [
        ...(person ? [{ kind: 'person', id: person.id } as const] : []),
        ...(recognition ? [{ kind: 'recognition', id: recognition.id } as const] : []),
        { kind: 'card', id: card.number },
      ];
    }
    case 'recognition.received':
      return [
        { kind: 'recognition', id: entry.facts.recognition.id },
        { kind: 'number-block', id: entry.facts.blockId },
      ];
    case 'recognition.granted':
      return [
        { kind: 'recognition', id: entry.facts.matterId },
        { kind: 'number-block', id: entry.facts.blockId },
      ];
    case 'recognition.supplement-asked':
    case 'recognition.supplemented':
    case 'recognition.withdrawn':
      return [{ kind: 'recognition', id: entry.facts.matterId }];
    case 'card.issued':
      return [
        { kind: 'card', id: entry.facts.card.number },
        { kind: 'number-block', id: entry.facts.blockId },
      ];
    case 'card.made':
      return [{ kind: 'card', id: entry.facts.cardNumber }];
    case 'card.replaced':
      return [
        { kind: 'card', id: entry.facts.old.cardNumber },
        { kind: 'card', id: entry.facts.card.number },
        { kind: 'number-block', id: entry.facts.blockId },
      ];
    case 'paper.printed':
      return [{ kind: 'paper', id: entry.facts.paper.id }];
    case 'advice.given':
      return [{ kind: 'advice', id: entry.facts.advice.id }];
    default: {
      const change = cardChangeOf(entry);
      return change ? [{ kind: 'card', id: change.cardNumber }] : [];
    }
  }
}

/** The person an entry is about, for the person's history; undefined where it is about none. */
export function personOf(entry: Entry): PersonId | undefined {
  switch (entry.kind) {
    case 'talent.registered':
      return entry.facts.person.id;
    case 'recognition.received':
      return entry.facts.recognition.personId;
    case 'card.issued':
    case 'talent.taken-over':
      return entry.facts.card.personId;
    case 'paper.printed':
      return entry.facts.paper.personId;
    case 'recognition.supplement-asked':
    case 'recognition.supplemented':
    case 'recognition.withdrawn':
    case 'recognition.granted':
    case 'card.made':
    case 'id-number.uncovered':
      return entry.facts.personId;
    case 'card.replaced':
      return entry.facts.card.personId;
    case 'approval.requested':
      return entry.facts.approval.personId;
    case 'approval.declined':
    case 'approval.withdrawn':
    case 'approval.acknowledged':
    case 'talent.corrected':
    case 'request.answered':
    case 'person.redacted':
      return entry.facts.personId;
    case 'request.received':
      return entry.facts.request.personId;
    default:
      return cardChangeOf(entry)?.personId;
  }
}

/** Everybody whose history an entry belongs to: a hand-over is about all whose matters went along. */
export function peopleOf(entry: Entry): PersonId[] {
  if (entry.kind === 'matters.handed-over' || entry.kind === 'matters.taken-on')
    return [...new Set(entry.facts.matters.map(({ personId }) => personId))];
  const personId = personOf(entry);
  return personId ? [personId] : [];
}

/**
 * One row after an entry. Pure and total for the rows that `touched` names; throws where the state an entry builds on is missing,
 * since the journal holds none such unless it was damaged.
 */
export function evolveRow(entry: Entry, ref: RowRef, before: RowState[RowKind] | undefined): Row {
  const personal = evolvePersonal(entry, ref, before);
  if (personal) return personal;
  if (ref.kind === 'batch') return evolveBatch(entry, ref, before);
  if (ref.kind === 'approval') return evolveApproval(entry, ref, before as RowState['approval'] | undefined);
  const office = evolveOffice(entry, ref, before);
  if (office) return office;
  const version = (before?.version ?? 0) + 1;
  switch (entry.kind) {
    case 'talent.registered':
      return row('person', ref.id, { ...entry.facts.person, version });
    case 'talent.taken-over':
      return takenOverRow(entry.facts, ref, version);
    case 'recognition.received':
      return ref.kind === 'number-block'
        ? numberUsed(ref, before, entry.facts.recognition.number)
        : row('recognition', ref.id, { ...entry.facts.recognition, version });
    case 'recognition.granted': {
      if (ref.kind === 'number-block') return numberUsed(ref, before, entry.facts.grant.certificateNumber);
      const { grant } = entry.facts;
      return row('recognition', ref.id, { ...needed<'recognition'>(before, ref), version, status: 'granted', grant });
    }
    case 'recognition.supplement-asked':
    case 'recognition.supplemented':
    case 'recognition.withdrawn':
      return row('recognition', ref.id, evolveSupplement(entry, needed<'recognition'>(before, ref)));
    case 'card.issued':
      return ref.kind === 'number-block'
        ? numberUsed(ref, before, entry.facts.card.number)
        : row('card', ref.id, { ...entry.facts.card, version });
    case 'card.made': {
      const madeOn = chinaDateAt(Date.parse(entry.at.wall));
      return row('card', ref.id, { ...needed<'card'>(before, ref), version, state: 'made', madeOn, since: madeOn });
    }
    case 'card.replaced':
      return cardReplaced(entry.facts, ref, before);
    case 'paper.printed':
      return row('paper', ref.id, { ...entry.facts.paper, version });
    case 'advice.given':
      return row('advice', ref.id, { ...entry.facts.advice, version });
    case 'matters.handed-over':
    case 'matters.taken-on':
      return row('recognition', ref.id, evolveHandling(entry, needed<'recognition'>(before, ref)));
    default: {
      const change = cardChangeOf(entry);
      if (!change) throw new Error(`${entry.kind} changes no row`);
      return cardChanged(ref, before, change);
    }
  }
}

/** What the counter itself is; undefined for any other entry. */
function evolveOffice(entry: Entry, ref: RowRef, before: RowState[RowKind] | undefined): Row | undefined {
  const version = (before?.version ?? 0) + 1;
  switch (entry.kind) {
    case 'counter.restored':
      return evolveRestored(entry, ref, before);
    case 'counter.enrolled':
      return row('counter', ref.id, { ...entry.facts.counter, version });
    case 'sync-limit.set':
      return row('counter', ref.id, withSyncLimit(entry, needed<'counter'>(before, ref), version));
    case 'number-block.granted':
      return row('number-block', ref.id, { ...entry.facts.block, version, used: 0 });
    case 'staff.enrolled':
      return row('staff', ref.id, { ...entry.facts.staff, version });
    case 'staff.left':
      return row('staff', ref.id, { ...needed<'staff'>(before, ref), version, leftOn: entry.facts.on });
    default:
      return undefined;
  }
}

/** Corrections, requests and redactions, each with its own file; undefined for any other entry. */
function evolvePersonal(entry: Entry, ref: RowRef, before: RowState[RowKind] | undefined): Row | undefined {
  return entry.kind === 'person.redacted' ? evolveRedaction(entry, ref, before) : evolveRequest(entry, ref, before);
}

function takenOverRow({ person, recognition, card }: EntryFacts<'talent.taken-over'>, ref: RowRef, version: number): Row {
  if (ref.kind === 'card') return row('card', ref.id, { ...card, version });
  if (ref.kind === 'recognition' && recognition) return row('recognition', ref.id, { ...recognition, version });
  if (ref.kind === 'person' && person) return row('person', ref.id, { ...person, version });
  throw new Error(`talent.taken-over changes no ${ref.kind}`);
}

function cardReplaced({ old, card }: EntryFacts<'card.replaced'>, ref: RowRef, before: RowState[RowKind] | undefined): Row {
  if (ref.kind === 'number-block') return numberUsed(ref, before, card.number);
  if (ref.id === card.number) return row('card', ref.id, { ...card, version: 1 });
  const replacedBecause = replacementReason.safeParse(old.reason).data;
  return cardChanged(ref, before, { ...old, replacedBy: card.number, ...(replacedBecause && { replacedBecause }) });
}

function cardChanged(
  ref: RowRef,
  row: RowState[RowKind] | undefined,
  change: CardChange & { replacedBy?: CardNumber; replacedBecause?: ReplacementReason },
): Row {
  const { before: _, madeOn, ...card } = needed<'card'>(row, ref);
  const { to, from, on, collected, voidedPapers, replacedBy, replacedBecause } = change;
  return {
    kind: 'card',
    id: ref.id,
    state: {
      ...card,
      version: card.version + 1,
      state: to,
      since: on,
      // A card that was voided is made once more; until then there is none.
      ...(madeOn && to !== 'to-make' && { madeOn }),
      // A suspended card that was lost and found is suspended still; a suspension itself leads back to 已领取.
      ...((to === 'lost' || (to === 'suspended' && from !== 'lost')) && { before: from }),
      ...(collected && { collected }),
      ...(voidedPapers && { voidedPapers: [...(card.voidedPapers ?? []), ...voidedPapers] }),
      ...(replacedBy && { replacedBy }),
      ...(replacedBecause && { replacedBecause }),
    },
  };
}

function evolveBatch(entry: Entry, ref: RowRef, before: RowState[RowKind] | undefined): Row {
  if (entry.kind === 'batch.opened') return row('batch', ref.id, { ...entry.facts.batch, version: 1 });
  const batch = needed<'batch'>(before, ref);
  const version = batch.version + 1;
  if (entry.kind === 'batch.closed')
    return row('batch', ref.id, { ...batch, version, status: 'closed', closedOn: entry.facts.on });
  if (entry.kind !== 'talent.registered') throw new Error(`${entry.kind} changes no batch`);
  return row('batch', ref.id, { ...batch, version, people: [...batch.people, entry.facts.person.id] });
}

function row<K extends RowKind>(kind: K, id: string, state: RowState[K]): Row {
  return { kind, id, state } as Row;
}

/** `used` counts from the block's start to the highest number an entry has taken; a number skipped stays a gap that the ledger explains. */
function numberUsed(ref: RowRef, before: RowState[RowKind] | undefined, number: string): Row {
  const block = needed<'number-block'>(before, ref);
  return row('number-block', ref.id, {
    ...block,
    version: block.version + 1,
    used: Math.max(block.used, serialOf(number) - block.start + 1),
  });
}

function needed<K extends RowKind>(before: RowState[RowKind] | undefined, ref: RowRef): RowState[K] {
  if (!before) throw new Error(`no ${ref.kind} ${ref.id} for the entry to build on`);
  return before as RowState[K];
}
