import { type ReplacementReason, replacementReason } from './card/card.ts';
import { changeEntry } from './card/change-card.ts';
import { serialOf } from './counter/numbers.ts';
import type { Entry, EntryFacts, Row, RowKind, RowRef, RowState } from './entry.ts';
import type { CardNumber, PersonId } from './ids.ts';
import { chinaDateAt } from './plain-date.ts';

type CardChange = EntryFacts<'card.voided'>;

/** The change of one card's state that an entry of those twelve kinds tells; undefined for any other. */
export function cardChangeOf(entry: Entry): CardChange | undefined {
  return (Object.values(changeEntry) as string[]).includes(entry.kind) ? (entry.facts as CardChange) : undefined;
}

/** The rows an entry changes, in the order they are written. Entries of sessions and look-ups change none. */
export function touched(entry: Entry): RowRef[] {
  switch (entry.kind) {
    case 'counter.enrolled':
      return [{ kind: 'counter', id: entry.facts.counter.deviceId }];
    case 'number-block.granted':
      return [{ kind: 'number-block', id: entry.facts.block.id }];
    case 'staff.enrolled':
      return [{ kind: 'staff', id: entry.facts.staff.id }];
    case 'talent.registered':
      return [{ kind: 'person', id: entry.facts.person.id }];
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
      return entry.facts.card.personId;
    case 'paper.printed':
      return entry.facts.paper.personId;
    case 'recognition.granted':
    case 'card.made':
    case 'id-number.uncovered':
      return entry.facts.personId;
    case 'card.replaced':
      return entry.facts.card.personId;
    default:
      return cardChangeOf(entry)?.personId;
  }
}

/**
 * One row after an entry. Pure and total for the rows that `touched` names; throws where the state an entry builds on is missing,
 * since the journal holds none such unless it was damaged.
 */
export function evolveRow(entry: Entry, ref: RowRef, before: RowState[RowKind] | undefined): Row {
  const version = (before?.version ?? 0) + 1;
  switch (entry.kind) {
    case 'counter.enrolled':
      return row('counter', ref.id, { ...entry.facts.counter, version });
    case 'number-block.granted':
      return row('number-block', ref.id, { ...entry.facts.block, version, used: 0 });
    case 'staff.enrolled':
      return row('staff', ref.id, { ...entry.facts.staff, version });
    case 'talent.registered':
      return row('person', ref.id, { ...entry.facts.person, version });
    case 'recognition.received':
      return ref.kind === 'number-block'
        ? numberUsed(ref, before, entry.facts.recognition.number)
        : row('recognition', ref.id, { ...entry.facts.recognition, version });
    case 'recognition.granted': {
      if (ref.kind === 'number-block') return numberUsed(ref, before, entry.facts.grant.certificateNumber);
      return row('recognition', ref.id, {
        ...needed<'recognition'>(before, ref),
        version,
        status: 'granted',
        grant: entry.facts.grant,
      });
    }
    case 'card.issued':
      return ref.kind === 'number-block'
        ? numberUsed(ref, before, entry.facts.card.number)
        : row('card', ref.id, { ...entry.facts.card, version });
    case 'card.made': {
      const madeOn = chinaDateAt(Date.parse(entry.at.wall));
      return row('card', ref.id, { ...needed<'card'>(before, ref), version, state: 'made', madeOn, since: madeOn });
    }
    case 'card.replaced': {
      const { old, card } = entry.facts;
      if (ref.kind === 'number-block') return numberUsed(ref, before, card.number);
      if (ref.id === card.number) return row('card', ref.id, { ...card, version });
      const { reason } = old;
      const replacedBecause = replacementReason.safeParse(reason).data;
      return cardChanged(ref, before, { ...old, replacedBy: card.number, ...(replacedBecause && { replacedBecause }) });
    }
    case 'paper.printed':
      return row('paper', ref.id, { ...entry.facts.paper, version });
    default: {
      const change = cardChangeOf(entry);
      if (!change) throw new Error(`${entry.kind} changes no row`);
      return cardChanged(ref, before, change);
    }
  }
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
