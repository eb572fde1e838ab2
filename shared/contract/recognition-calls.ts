import { z } from 'zod';
import { matterId, personId } from '../domain/ids.ts';
import { aspects, handedMaterial, routeFacts } from '../domain/matter/application-facts.ts';
import { enteredApproval } from '../domain/matter/recognition.ts';
import { plainDate } from '../domain/plain-date.ts';
import { route } from '../domain/policy/pack.ts';
import { call } from './desk-call.ts';
import { countedDay, supplementCalls } from './supplement-calls.ts';

/** A one-time proof that a second person signed off one act on one thing; spent by the call that needs it. */
export const signOffTicket = z.string().min(16).max(64);

/** Recognition (认定): taken in, then granted by a second person's sign-off or by an approving body's entered approval. */
export const recognitionCalls = {
  receive: call(
    'recognition.receive',
    'not-found',
    'tier-not-in-pack',
    'recognition-open',
    'recognition-in-force',
    'field-refused',
    'number-block-exhausted',
    'numbers-frozen',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(
      z.strictObject({
        personId,
        team: z.string().max(60),
        tier: z.string().max(60),
        route,
        routeFacts: routeFacts.optional(),
        aspects: aspects.optional(),
        materials: z.array(handedMaterial).min(1).max(40).optional(),
      }),
    )
    .output(z.strictObject({ matterId, number: z.string() })),
  grantDirectly: call(
    'recognition.receive',
    'not-found',
    'tier-not-direct',
    'not-in-this-state',
    'sign-off-needed',
    'second-person-needed',
    'approval-waiting',
    'number-block-exhausted',
    'numbers-frozen',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(z.strictObject({ matterId, ticket: signOffTicket }))
    .output(z.strictObject({ certificateNumber: z.string() })),
  enterApproval: call(
    'recognition.receive',
    'not-found',
    'not-in-this-state',
    'field-refused',
    'number-block-exhausted',
    'numbers-frozen',
    'date-questionable',
    'disk-full',
    'records-unavailable',
  )
    .input(z.strictObject({ matterId, approval: enteredApproval }))
    .output(z.strictObject({ certificateNumber: z.string() })),
  waiting: call('talent.view').output(
    z.array(
      z.strictObject({
        matterId,
        number: z.string(),
        personId,
        name: z.string(),
        teamName: z.string(),
        tierName: z.string(),
        receivedOn: plainDate,
        status: z.string(),
        direct: z.boolean(),
        promised: countedDay,
        /** While it is 补正中: until when, and how much of it is still out. */
        supplement: z.strictObject({ dueOn: plainDate, left: z.int() }).optional(),
      }),
    ),
  ),
  ...supplementCalls,
};
