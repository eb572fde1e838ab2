import { z } from 'zod';
import { batchId, personId, sha256Hex, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';
import { idKind } from './id-kind.ts';

const words = (max: number) => z.string().min(1).max(max);

/** What an employer's agent says when they hand in for several people (批量代收). */
export const batchFacts = z.strictObject({
  employer: z.strictObject({ name: words(100), uscc: z.string().regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, 'not-a-uscc') }),
  agent: z.strictObject({
    name: words(100),
    document: z.strictObject({ kind: idKind, number: z.string().regex(/^[0-9A-Z]{5,18}$/, 'not-an-id-number') }),
    phone: z
      .string()
      .regex(/^\+?\d{5,20}$/, 'not-a-phone')
      .optional(),
  }),
  /** The employer's one 授权委托书 for all of them; its scan, where there is one. */
  authorisation: z.strictObject({ scope: words(200), expiresOn: plainDate.optional(), image: sha256Hex.optional() }),
  /** How many people the employer brings. */
  expected: z.int().min(1).max(2_000).optional(),
});
export type BatchFacts = z.infer<typeof batchFacts>;

export const batchStatus = z.enum(['open', 'closed']);

/** An employer's hand-in and who was registered from it, in order. */
export const batch = batchFacts.extend({
  id: batchId,
  version: z.int().min(1),
  status: batchStatus,
  openedOn: plainDate,
  openedBy: staffId,
  closedOn: plainDate.optional(),
  people: z.array(personId),
});
export type Batch = z.infer<typeof batch>;
