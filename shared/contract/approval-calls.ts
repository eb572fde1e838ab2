import { z } from 'zod';
import { approvalState, askedAct, mootCodes } from '../domain/approval/approval.ts';
import { approvalId, personId } from '../domain/ids.ts';
import { call, done } from './desk-call.ts';

/** A request as the queue, the person's page and Home show it. */
export const approvalView = z.strictObject({
  id: approvalId,
  asked: askedAct,
  personId,
  name: z.string(),
  /** The matter's or the card's number. */
  number: z.string(),
  teamName: z.string(),
  tierName: z.string(),
  requestedByName: z.string(),
  requestedAt: z.string(),
  event: z.string().nullable(),
  note: z.string().optional(),
  state: approvalState,
  mine: z.boolean(),
  /** Whether whoever is signed in may decide it, or why not. */
  mayDecide: z.enum(['yes', 'no-right', 'own-request', 'took-it-in', 'moot']),
  /** It waits for what can't be done any more, and why: approving it is refused; declined or withdrawn it is out of the way. */
  moot: z.strictObject({ code: z.enum(mootCodes), status: z.string().optional() }).optional(),
  endedByName: z.string().optional(),
  endReason: z.string().optional(),
});
export type ApprovalView = z.infer<typeof approvalView>;

const one = z.strictObject({ approvalId });

/** 提交待审: acts that a clerk leaves for a second person who isn't here. */
export const approvalCalls = {
  /** Leaves it; left twice by the same hand it is one request. */
  request: call(
    'approval.request',
    'not-found',
    'not-in-this-state',
    'tier-not-direct',
    'field-refused',
    'second-person-needed',
    'approval-waiting',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(z.strictObject({ asked: askedAct, note: z.string().min(1).max(200).optional() }))
    .output(one),
  /** Does what was asked, and ends the request with it. */
  approve: call(
    'approval.decide',
    'not-found',
    'not-in-this-state',
    'tier-not-direct',
    'field-refused',
    'second-person-needed',
    'approval-over',
    'number-block-exhausted',
    'numbers-frozen',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(one)
    .output(done),
  decline: call('approval.decide', 'not-found', 'second-person-needed', 'approval-over', 'disk-full', 'records-unavailable')
    .input(one.extend({ reason: z.string().min(2).max(200) }))
    .output(done),
  /** By whoever asked. */
  withdraw: call('approval.request', 'not-found', 'belongs-to-another', 'approval-over', 'disk-full', 'records-unavailable')
    .input(one)
    .output(done),
  /** Whoever asked has read that it was declined. */
  acknowledge: call('approval.request', 'not-found', 'belongs-to-another', 'approval-over', 'disk-full', 'records-unavailable')
    .input(one)
    .output(done),
  /** All that wait, and what was declined to whoever is signed in and not read yet; the oldest first. */
  list: call('talent.view').output(z.array(approvalView)),
};
