import { z } from 'zod';
import { officeHeadValues } from '../office-head.ts';

const text = z.string().min(1);

/** What the paper says: everything on it that isn't its layout's. */
export const privacyNoticeValues = officeHeadValues.extend({
  /** The wording's own version: the receipt says which one was read. */
  version: text,
  purposes: z.array(z.strictObject({ name: text })),
  paragraphs: z.array(z.strictObject({ text })).min(1),
  /** Absent on a blank, which is filled in by hand. */
  name: text.optional(),
  idKind: text.optional(),
  maskedIdNumber: text.optional(),
});
export type PrivacyNoticeValues = z.infer<typeof privacyNoticeValues>;
