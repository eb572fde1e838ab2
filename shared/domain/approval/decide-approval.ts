import type { EntryFacts } from '../entry.ts';
import type { ApprovalId, PersonId, StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { mayDo, type Staff } from '../staff/staff.ts';
import { type Approval, type AskedAct, askedKey, rightForAsked } from './approval.ts';

export interface AskForApproval {
  readonly asked: AskedAct;
  readonly note?: string | undefined;
}

export interface AskContext {
  /** Requests that wait, whatever they are about. */
  readonly waiting: readonly Pick<Approval, 'id' | 'asked' | 'requestedBy' | 'note'>[];
  readonly newApprovalId: ApprovalId;
  readonly personId: PersonId;
  readonly today: PlainDate;
  readonly staffId: StaffId;
}

/** The request that waits for this act already, if there is one. */
export function findWaiting<A extends Pick<Approval, 'asked'>>(waiting: readonly A[], asked: AskedAct): A | undefined {
  const key = askedKey(asked);
  return waiting.find((one) => askedKey(one.asked) === key);
}

/**
 * Leaves an act for a second person. Whether the act itself could be done now is the caller's to look at. Refuses `approval-waiting`
 * where the same waits already.
 */
export function requestApproval({ asked, note }: AskForApproval, context: AskContext): EntryFacts<'approval.requested'> {
  if (findWaiting(context.waiting, asked)) refuse('approval-waiting', {});
  const { newApprovalId: id, personId, today: requestedOn, staffId: requestedBy } = context;
  return { approval: { id, asked, personId, requestedBy, requestedOn, ...(note && { note }) } };
}

/** Why somebody may not decide a request; undefined where they may. A supervisor's own request needs another supervisor. */
export function whyNotDecide(
  { asked, requestedBy }: Pick<Approval, 'asked' | 'requestedBy'>,
  staff: Pick<Staff, 'id' | 'role'>,
): 'no-right' | 'own-request' | undefined {
  if (!mayDo(staff.role, rightForAsked[asked.act])) return 'no-right';
  return requestedBy === staff.id ? 'own-request' : undefined;
}

/** Refuses `not-allowed`, `second-person-needed`, and `approval-over` where it waits no longer. */
export function mustBeDecidable(approval: Approval, staff: Pick<Staff, 'id' | 'role'>): void {
  const why = whyNotDecide(approval, staff);
  if (why === 'no-right') refuse('not-allowed', { right: rightForAsked[approval.asked.act] });
  if (why === 'own-request') refuse('second-person-needed', {});
  mustWait(approval);
}

/** The supervisor says no, and why. Refuses as `mustBeDecidable` does. */
export function declineApproval(
  approval: Approval,
  reason: string,
  staff: Pick<Staff, 'id' | 'role'>,
): EntryFacts<'approval.declined'> {
  mustBeDecidable(approval, staff);
  return { approvalId: approval.id, personId: approval.personId, reason };
}

/** Whoever asked takes it back. Refuses `belongs-to-another` and `approval-over`. */
export function withdrawApproval(approval: Approval, staffId: StaffId): EntryFacts<'approval.withdrawn'> {
  mustBeRequester(approval, staffId);
  mustWait(approval);
  return { approvalId: approval.id, personId: approval.personId };
}

/** Whoever asked has read that it was declined. Refuses `belongs-to-another`, and `approval-over` where it was not declined. */
export function acknowledgeDecline(approval: Approval, staffId: StaffId): EntryFacts<'approval.acknowledged'> {
  mustBeRequester(approval, staffId);
  if (approval.state !== 'declined') refuse('approval-over', { state: approval.state });
  return { approvalId: approval.id, personId: approval.personId };
}

function mustBeRequester({ requestedBy }: Approval, staffId: StaffId): void {
  if (requestedBy !== staffId) refuse('belongs-to-another', {});
}

function mustWait({ state }: Approval): void {
  if (state !== 'waiting') refuse('approval-over', { state });
}
