import type { EntryFacts } from '../entry.ts';
import type { CardNumber, PaperId, StaffId } from '../ids.ts';
import type { Recognition } from '../matter/recognition.ts';
import { findLiveCard, findRecognitionInForce } from '../matter/standing.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import type { Person } from '../talent/person.ts';
import type { Card, Collector, ReplacementReason } from './card.ts';
import { type CardAct, type CardState, cardActsOn, cardLife, cardStateOn, reasonedActs, secondPersonActs } from './card-life.ts';
import type { UnsignedCard } from './issue-card.ts';

/** Every change but printing and replacing, which make something. */
export type ChangeAct = Exclude<CardAct, 'print' | 'replace'>;

/** The entry that each change leaves. */
export const changeEntry = {
  void: 'card.voided',
  'call-in': 'card.called-in',
  'hand-over': 'card.handed-over',
  'report-lost': 'card.reported-lost',
  restore: 'card.restored',
  suspend: 'card.suspended',
  resume: 'card.resumed',
  cancel: 'card.cancelled',
  'undo-issue': 'card.issue-undone',
  revoke: 'card.revoked',
  'take-back': 'card.taken-back',
  destroy: 'card.destroyed',
} as const satisfies Record<ChangeAct, string>;

export interface ChangeCommand {
  readonly act: ChangeAct;
  readonly reason?: string | undefined;
  readonly collector?: Collector | undefined;
}

export interface ChangeContext {
  readonly card: Card;
  readonly today: PlainDate;
  readonly staffId: StaffId;
  /** The prints of this card so far; with 作废 they are spoilt. */
  readonly papers: readonly PaperId[];
  /** The second person, where the act needs one. */
  readonly signedOffBy?: StaffId | undefined;
}

/**
 * Decides a change of a card's state. Refuses `not-in-this-state`, `sign-off-needed`, `second-person-needed`, and `field-refused` for
 * a reason or a collector that is missing.
 */
export function changeCard(command: ChangeCommand, context: ChangeContext): EntryFacts<'card.voided'> {
  const { act, reason, collector } = command;
  const { card, today, staffId, signedOffBy } = context;
  const to = mustLead(card, act, { today, printed: context.papers.length > 0 });
  if (reasonedActs.includes(act) && !reason) refuse('field-refused', { fields: [{ path: 'reason', code: 'required' }] });
  if (act === 'hand-over') mustBeCollector(collector);
  if (secondPersonActs.includes(act)) {
    if (!signedOffBy) refuse('sign-off-needed', {});
    if (signedOffBy === staffId) refuse('second-person-needed', {});
  }
  return {
    cardNumber: card.number,
    personId: card.personId,
    from: card.state,
    to,
    on: today,
    ...(reason && { reason }),
    ...(act === 'hand-over' && collector && { collected: { by: collector, on: today, handedOverBy: staffId } }),
    ...(secondPersonActs.includes(act) && signedOffBy && { signedOffBy }),
    ...(act === 'void' && { voidedPapers: [...context.papers] }),
  };
}

function mustBeCollector(collector: Collector | undefined): void {
  if (!collector) refuse('field-refused', { fields: [{ path: 'collector', code: 'required' }] });
  if (collector.role !== 'self' && !collector.documentTail)
    refuse('field-refused', { fields: [{ path: 'collector.documentTail', code: 'required' }] });
}

function mustLead(card: Card, act: CardAct, { today, printed }: { today: PlainDate; printed: boolean }): CardState {
  const state = cardStateOn(card, today);
  const leads = cardActsOn({ ...card, printed }, today).includes(act) ? cardLife[state][act] : undefined;
  if (leads === undefined) refuse('not-in-this-state', { status: state });
  if (leads === 'same') return card.state;
  return leads === 'before' ? (card.before ?? 'collected') : leads;
}

export interface ReplaceContext {
  readonly card: Card;
  readonly person: Person;
  readonly recognitions: readonly Recognition[];
  /** All cards of the person, this one among them. */
  readonly cards: readonly Pick<Card, 'number' | 'state' | 'validTo'>[];
  readonly number: CardNumber;
  readonly today: PlainDate;
}

/**
 * A new card in another's place: 换发 (damaged, a new name, soon to expire) or 补办 (lost). It is that of the recognition in force, and
 * bears the name as the record has it now. Refuses `not-in-this-state`, `not-recognised`, `live-card-exists`, and `field-refused` where a lost card was not
 * reported lost, or one is called lost that was not.
 */
export function replaceCard(
  reason: ReplacementReason,
  context: ReplaceContext,
): { old: EntryFacts<'card.voided'>; next: UnsignedCard } {
  const { card, person, recognitions, cards, number, today } = context;
  const to = mustLead(card, 'replace', { today, printed: true });
  if ((reason === 'lost') !== (card.state === 'lost'))
    refuse('field-refused', { fields: [{ path: 'reason', code: reason === 'lost' ? 'not-reported-lost' : 'reported-lost' }] });
  // A lapsed card may stand beside a new one, and must not lead to a third.
  const other = findLiveCard(
    cards.filter((one) => one.number !== card.number),
    today,
  );
  if (other) refuse('live-card-exists', { cardNumber: other.number });
  const recognition = findRecognitionInForce(recognitions, today);
  if (!recognition?.grant) refuse('not-recognised', {});
  const { team, tier, pack, id: matterId } = recognition;
  return {
    old: { cardNumber: card.number, personId: card.personId, from: card.state, to, on: today, reason },
    next: {
      number,
      version: 1,
      personId: person.id,
      matterId,
      name: person.identity.name,
      team,
      tier,
      pack,
      state: 'to-make',
      issuedOn: today,
      validTo: recognition.grant.validTo,
      replaces: card.number,
    },
  };
}
