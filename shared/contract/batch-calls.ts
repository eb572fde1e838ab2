import { z } from 'zod';
import { batchId, personId } from '../domain/ids.ts';
import { plainDate } from '../domain/plain-date.ts';
import { batchFacts, batchStatus } from '../domain/talent/batch.ts';
import { idKind } from '../domain/talent/id-kind.ts';
import { call, done } from './desk-call.ts';

/** An employer's hand-in with everybody who was registered from it, in order. */
export const batchView = z.strictObject({
  id: batchId,
  employer: batchFacts.shape.employer,
  agent: z.strictObject({ name: z.string(), idKind, maskedNumber: z.string(), maskedPhone: z.string().optional() }),
  authorisation: batchFacts.shape.authorisation,
  /** How many people the employer said it brings. */
  expected: z.int().optional(),
  openedOn: plainDate,
  /** A name, as of everybody below. */
  openedBy: z.string(),
  status: batchStatus,
  closedOn: plainDate.optional(),
  people: z.array(z.strictObject({ personId, name: z.string(), maskedIdNumber: z.string(), registeredOn: z.string() })),
});
export type BatchView = z.infer<typeof batchView>;

/** 批量代收: an employer's agent hands in for several people; each is registered with the batch's id in their intake. */
export const batchCalls = {
  /** One is open at a time for an employer and an agent: a second press is refused, and names it. */
  open: call('talent.register', 'field-refused', 'batch-open').input(batchFacts).output(z.strictObject({ batchId })),
  /** Those that are open, newest first. */
  list: call('talent.view').output(
    z.array(
      batchView.pick({ id: true, employer: true, expected: true, openedOn: true, openedBy: true }).extend({
        agentName: z.string(),
        /** How many were registered so far. */
        count: z.int(),
      }),
    ),
  ),
  get: call('talent.view', 'not-found').input(z.strictObject({ batchId })).output(batchView),
  close: call('talent.register', 'not-found', 'not-in-this-state').input(z.strictObject({ batchId })).output(done),
};
