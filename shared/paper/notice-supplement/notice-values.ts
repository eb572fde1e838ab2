import { z } from 'zod';

const text = z.string().min(1);

/** What the paper says: everything on it that isn't its layout's. */
export const noticeValues = z.strictObject({
  trial: z.boolean(),
  sample: z.boolean(),
  office: text,
  address: z.string(),
  enquiryPhone: z.string(),
  supervisionPhone: z.string(),
  matterNumber: text,
  askedOn: text,
  applicant: text,
  idKind: text,
  maskedIdNumber: text,
  /** Empty for somebody taken over from a ledger that has none. */
  employer: z.string(),
  matter: text,
  appliedFor: text,
  /** 补正期限, and that holidays weren't counted where the pack has no calendar. */
  dueCaption: text,
  due: text,
  handler: text,
  items: z
    .array(z.strictObject({ name: text, reason: text }))
    .min(1)
    .max(20),
});
export type NoticeValues = z.infer<typeof noticeValues>;
