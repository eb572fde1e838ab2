import { z } from 'zod';
import { collector, replacementReason } from '../domain/card/card.ts';
import { withdrawnState } from '../domain/card/card-life.ts';
import { type ChangeAct, changeEntry } from '../domain/card/change-card.ts';
import { cardNumber, matterId, personId } from '../domain/ids.ts';
import { call, done } from './desk-call.ts';
import { signOffTicket } from './recognition-calls.ts';

/** What a token of ours stands on: the 人才卡, or the recognition certificate. Their numbers tell which. */
const tokenOf = { paper: z.enum(['card', 'certificate']), number: z.string(), name: z.string() };

export const verification = z.discriminatedUnion('result', [
  z.strictObject({
    result: z.literal('valid'),
    ...tokenOf,
    tier: z.string(),
    validTo: z.string(),
    personId: personId.optional(),
    trial: z.boolean(),
    listsAsOf: z.string().nullable(),
  }),
  z.strictObject({ result: z.literal('expired'), ...tokenOf, validTo: z.string(), personId: personId.optional() }),
  /** Genuine, and known here not to hold: reported lost, suspended, replaced, ended, withdrawn. */
  z.strictObject({ result: z.literal('withdrawn'), ...tokenOf, state: withdrawnState, since: z.string().optional(), personId }),
  z.strictObject({ result: z.literal('not-yet-valid'), ...tokenOf, validFrom: z.string() }),
  z.strictObject({ result: z.literal('not-ours'), reason: z.enum(['unknown-key', 'not-a-card', 'unknown-algorithm']) }),
  z.strictObject({ result: z.literal('tampered'), reason: z.enum(['signature', 'damaged', 'too-large', 'differs-from-record']) }),
]);
export type Verification = z.infer<typeof verification>;

const changeAct = z.enum(Object.keys(changeEntry) as [ChangeAct, ...ChangeAct[]]);
const reason = z.string().min(2).max(200);

/** The 云谷人才卡 from its issue to its end. */
export const cardCalls = {
  issue: call(
    'card.issue',
    'not-found',
    'not-recognised',
    'live-card-exists',
    'number-block-exhausted',
    'numbers-frozen',
    'qr-too-long',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(z.strictObject({ personId }))
    .output(z.strictObject({ cardNumber })),
  /** One change of a card's life, but printing and replacing; with a second person's ticket where the act needs one. */
  change: call(
    'card.issue',
    'not-found',
    'not-in-this-state',
    'field-refused',
    'sign-off-needed',
    'second-person-needed',
    'approval-waiting',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(
      z.strictObject({
        cardNumber,
        act: changeAct,
        reason: reason.optional(),
        collector: collector.optional(),
        ticket: signOffTicket.optional(),
      }),
    )
    .output(done),
  /** 换发 or 补办: another card in this one's place. */
  replace: call(
    'card.issue',
    'not-found',
    'not-in-this-state',
    'field-refused',
    'not-recognised',
    'live-card-exists',
    'number-block-exhausted',
    'numbers-frozen',
    'qr-too-long',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(z.strictObject({ cardNumber, reason: replacementReason }))
    .output(z.strictObject({ cardNumber })),
  waiting: call('talent.view').output(
    z.array(
      z.strictObject({
        personId,
        name: z.string(),
        tierName: z.string(),
        matterId,
        cardNumber: z.string().optional(),
        state: z.enum(['to-issue', 'to-make', 'to-hand-over']),
        /** 逾期未领: it has waited longer than the pack says. */
        uncollected: z.boolean().optional(),
      }),
    ),
  ),
  verify: call('card.verify')
    .input(z.strictObject({ text: z.string().max(4_096) }))
    .output(verification),
};
