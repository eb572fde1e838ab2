import { z } from 'zod';
import { approval } from '../approval/approval.ts';
import { card } from '../card/card.ts';
import { batchId, personId, requestId } from '../ids.ts';
import { recognition } from '../matter/recognition.ts';
import { printedPaper } from '../paper/printed-paper.ts';
import { plainDate } from '../plain-date.ts';
import { request, requestAnswer } from '../request/request.ts';

const version = z.int().min(1);

/** What of each row stays: numbers, states and days, so that no number is given out twice and nothing has to be explained away. */
export const remains = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: personId, version, registeredOn: plainDate }),
  z.strictObject({
    kind: z.literal('recognition'),
    left: recognition.pick({
      id: true,
      version: true,
      number: true,
      kind: true,
      personId: true,
      team: true,
      tier: true,
      pack: true,
      status: true,
      receivedOn: true,
      receivedBy: true,
    }),
  }),
  z.strictObject({
    kind: z.literal('card'),
    left: card.pick({
      number: true,
      version: true,
      personId: true,
      matterId: true,
      team: true,
      tier: true,
      pack: true,
      state: true,
      issuedOn: true,
      validTo: true,
      madeOn: true,
      since: true,
      replaces: true,
      replacedBy: true,
    }),
  }),
  z.strictObject({
    kind: z.literal('paper'),
    left: printedPaper.pick({
      id: true,
      version: true,
      subject: true,
      personId: true,
      layout: true,
      printedOn: true,
      printedBy: true,
    }),
  }),
  z.strictObject({
    kind: z.literal('approval'),
    left: approval.pick({
      id: true,
      version: true,
      personId: true,
      requestedBy: true,
      requestedOn: true,
      requestedAt: true,
      event: true,
      state: true,
    }),
  }),
  z.strictObject({
    kind: z.literal('request'),
    left: request
      .pick({
        id: true,
        version: true,
        personId: true,
        kind: true,
        receivedOn: true,
        receivedBy: true,
        dueOn: true,
        weekendsOnly: true,
      })
      .extend({ answer: requestAnswer.omit({ words: true }).optional() }),
  }),
  z.strictObject({ kind: z.literal('batch'), id: batchId, version, personId }),
]);
export type Remains = z.infer<typeof remains>;

/** Why a person's data went: the office's rule on how long it stays, or the person's own request. */
export const redactionReason = z.enum(['retention', 'request']);
export type RedactionReason = z.infer<typeof redactionReason>;

/**
 * 清除 of a person's data, as its entry has it: which entries went, each with the kind and day that stay known, and what is left of
 * the rows. Everything that a rebuild needs stands here, since the entries it speaks of can't be read any more.
 */
export const redaction = z.strictObject({
  personId,
  because: redactionReason,
  requestId: requestId.optional(),
  on: plainDate,
  entries: z.array(z.strictObject({ seq: z.int().min(1), kind: z.string().min(1).max(60), on: plainDate })).max(5_000),
  remains: z.array(remains).max(5_000),
  /** How far each block of numbers had been used: the entries that took from it may be gone. */
  blocks: z.array(z.strictObject({ id: z.string().min(1).max(100), used: z.int().min(0) })).max(500),
});
export type Redaction = z.infer<typeof redaction>;
