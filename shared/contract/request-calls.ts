import { z } from 'zod';
import { personId, requestId } from '../domain/ids.ts';
import { erasureGround, receivedRequest, request, requestAnswer } from '../domain/request/request.ts';
import { call, done } from './desk-call.ts';
import { signOffTicket } from './recognition-calls.ts';

/** A request as the desk shows it: names instead of ids. */
export const requestView = request.omit({ receivedBy: true, answer: true }).extend({
  name: z.string(),
  receivedBy: z.string(),
  answer: requestAnswer.extend({ answeredBy: z.string(), signedOffBy: z.string().optional() }).optional(),
  /** Working days that are left; negative once it is late. */
  daysLeft: z.int(),
  /** The answer was printed. */
  printed: z.boolean(),
});
export type RequestView = z.infer<typeof requestView>;

/** 个人信息请求: what a person may ask for, and what was answered. */
export const requestCalls = {
  receive: call('request.handle', 'not-found', 'request-open', 'field-refused', 'date-questionable')
    .input(
      z.strictObject({
        personId,
        kind: receivedRequest.shape.kind,
        asker: receivedRequest.shape.asker,
        words: receivedRequest.shape.words,
      }),
    )
    .output(z.strictObject({ requestId })),
  answer: call(
    'request.handle',
    'not-found',
    'request-answered',
    'field-refused',
    'data-needed',
    'sign-off-needed',
    'second-person-needed',
    'date-questionable',
  )
    .input(
      z.strictObject({
        requestId,
        decision: requestAnswer.shape.decision,
        words: requestAnswer.shape.words,
        /** A supervisor's (`request.decide`, about the request). */
        ticket: signOffTicket.optional(),
      }),
    )
    .output(done),
  /** Takes the data off this computer, once the erasure was granted and its answer printed. */
  erase: call('request.handle', 'not-found', 'not-in-this-state', 'data-needed', 'date-questionable')
    .input(z.strictObject({ requestId }))
    .output(done),
  /** A person's requests, newest first, and what stands against an erasure now. */
  of: call('talent.view', 'not-found', 'person-redacted')
    .input(z.strictObject({ personId }))
    .output(z.strictObject({ name: z.string(), requests: z.array(requestView), grounds: z.array(erasureGround) })),
  /** Everybody's that wait for an answer, the one due first at the top. */
  open: call('talent.view').output(z.array(requestView)),
};
