import { z } from 'zod';
import { secondPersonAct } from '../card/card-life.ts';
import { approvalId, cardNumber, matterId, personId, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';
import type { SignOffRight } from '../staff/staff.ts';

/**
 * 提交待审: what may be left for a second person who isn't here, exactly as it is to be done. Confirming the date is not among it: that
 * takes two people before one calendar. An act joins with its shape here, its right below, and its line in electron/desk/approvable-acts.ts.
 */
export const askedAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('recognition.grant-directly'), matterId }),
  z.strictObject({ act: z.literal('card.change'), cardNumber, change: secondPersonAct, reason: z.string().min(2).max(200) }),
]);
export type AskedAct = z.infer<typeof askedAct>;
export type AskedActName = AskedAct['act'];
/** One kind of it. */
export type Asked<N extends AskedActName> = Extract<AskedAct, { act: N }>;

/** The right that decides each act: the one its sign-off beside the clerk needs. */
export const rightForAsked: Readonly<Record<AskedActName, SignOffRight>> = {
  'recognition.grant-directly': 'recognition.grant',
  'card.change': 'card.withdraw',
};

/** What an act is and what it is done to: no two requests for the same wait at once. */
export function askedKey(asked: AskedAct): string {
  return asked.act === 'card.change' ? `${asked.change} ${asked.cardNumber}` : `${asked.act} ${asked.matterId}`;
}

export const approvalState = z.enum(['waiting', 'approved', 'declined', 'withdrawn']);
export type ApprovalState = z.infer<typeof approvalState>;

/** A request as its entry has it; when and at which event is what the entry's header says. */
export const requestedApproval = z.strictObject({
  id: approvalId,
  asked: askedAct,
  personId,
  requestedBy: staffId,
  requestedOn: plainDate,
  note: z.string().min(1).max(200).optional(),
});

const instant = z.iso.datetime({ offset: false });

export const approval = requestedApproval.extend({
  version: z.int().min(1),
  requestedAt: instant,
  event: z.string().nullable(),
  state: approvalState,
  /** Who approved, declined or withdrew it. */
  ended: z.strictObject({ by: staffId, at: instant, reason: z.string().optional() }).optional(),
  /** Declined, and whoever asked has read it. */
  seen: z.boolean().optional(),
});
export type Approval = z.infer<typeof approval>;

/** Whether somebody has still to act on it: to decide it, or to read that it was declined. */
export function isUnsettled({ state, seen }: Pick<Approval, 'state' | 'seen'>): boolean {
  return state === 'waiting' || (state === 'declined' && seen !== true);
}
