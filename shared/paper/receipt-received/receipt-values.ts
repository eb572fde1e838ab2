import { z } from 'zod';

const text = z.string().min(1);

/** What the paper says: everything on it that isn't its layout's. */
export const receiptValues = z.strictObject({
  trial: z.boolean(),
  sample: z.boolean(),
  office: text,
  address: z.string(),
  enquiryPhone: z.string(),
  supervisionPhone: z.string(),
  matterNumber: text,
  receivedOn: text,
  applicant: text,
  idKind: text,
  maskedIdNumber: text,
  /** Empty for somebody taken over from a ledger that has none. */
  employer: z.string(),
  matter: text,
  /** Team and tier as applied for. */
  appliedFor: text,
  /** 承诺时限. */
  promised: text,
  handler: text,
  /** Sheets of originals and copies; an absent figure is left blank, to be filled in by hand. */
  materials: z.array(z.strictObject({ name: text, originals: text.optional(), copies: text.optional() })).max(20),
});
export type ReceiptValues = z.infer<typeof receiptValues>;
