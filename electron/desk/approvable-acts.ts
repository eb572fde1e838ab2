import type { Approval, Asked, AskedAct, AskedActName } from '../../shared/domain/approval/approval.ts';
import type { PersonId, StaffId } from '../../shared/domain/ids.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { cardChange } from './cards.ts';
import type { DeskDecision, DeskRoom, TieredLine } from './open-counter.ts';
import { directGrant } from './recognitions.ts';

interface Signatures {
  readonly askedBy: StaffId;
  readonly signedOffBy?: StaffId;
}

/** What a request is about, as the queue shows it. */
export interface AskedSubject extends TieredLine {
  /** The matter's or the card's number. */
  readonly number: string;
  /** Who can't be its second person besides whoever asks. */
  readonly notBy?: StaffId;
}

interface ApprovableAct<N extends AskedActName> {
  subject(room: DeskRoom, asked: Asked<N>): Promise<AskedSubject>;
  /** What is recorded; without a second person it refuses `sign-off-needed` where nothing else stands in the way. */
  decide(room: DeskRoom, asked: Asked<N>, by: Signatures): Promise<DeskDecision>;
}

/** One line per act that may be left for a second person. */
const approvable: { readonly [N in AskedActName]: ApprovableAct<N> } = {
  'recognition.grant-directly': { subject: matterOf, decide: (room, { matterId }, by) => directGrant(room, matterId, by) },
  'card.change': {
    subject: cardOf,
    decide: (room, { cardNumber, change, reason }, by) => cardChange(room, { cardNumber, act: change, reason }, by),
  },
};

/** Refuses `not-found`. */
export function subjectOf(room: DeskRoom, asked: AskedAct): Promise<AskedSubject> {
  return actOf(asked).subject(room, asked);
}

/** Refuses whatever stands in the act's way besides the second person, so that nothing is left that couldn't be done. */
export async function mustLackOnlySignOff(room: DeskRoom, asked: AskedAct, askedBy: StaffId): Promise<void> {
  try {
    await actOf(asked).decide(room, asked, { askedBy });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'sign-off-needed') return;
    throw error;
  }
  throw new Error(`${asked.act} needs no second person`);
}

/** The act itself, which ends its request in the same entry. */
export async function approvedAct(room: DeskRoom, { id, asked, requestedBy }: Approval, by: StaffId): Promise<DeskDecision> {
  const decision = await actOf(asked).decide(room, asked, { askedBy: requestedBy, signedOffBy: by });
  // Every kind that an approvable act leaves has room for it: those are the kinds that an approval ends by.
  return { ...decision, facts: { ...decision.facts, approvalId: id } } as DeskDecision;
}

function actOf(asked: AskedAct): ApprovableAct<AskedActName> {
  return approvable[asked.act] as ApprovableAct<AskedActName>;
}

async function matterOf(room: DeskRoom, { matterId }: Asked<'recognition.grant-directly'>): Promise<AskedSubject> {
  const { personId, team, tier, pack, number, receivedBy } =
    (await room.counter().records.get('recognition', matterId)) ?? refuse('not-found', { what: 'recognition' });
  return { personId, team, tier, pack, number, notBy: receivedBy };
}

async function cardOf(room: DeskRoom, { cardNumber }: Asked<'card.change'>): Promise<AskedSubject> {
  const { personId, team, tier, pack, number } =
    (await room.counter().records.get('card', cardNumber)) ?? refuse('not-found', { what: 'card' });
  return { personId, team, tier, pack, number };
}

/** The person a request is about. */
export async function personAsked(room: DeskRoom, asked: AskedAct): Promise<PersonId> {
  return (await subjectOf(room, asked)).personId;
}
