import { z } from 'zod';

const text = z.string().min(1);

/** One page of an audit list. */
export const auditListValues = z.strictObject({
  trial: z.boolean(),
  sample: z.boolean(),
  office: text,
  /** Of which counter, when it was exported and by whom. */
  origin: text,
  /** What was asked for. */
  filter: text,
  /** How far the journal was anchored then. */
  anchored: text,
  page: text,
  rows: z
    .array(
      z.strictObject({
        seq: text,
        at: z.string(),
        staff: z.string(),
        kind: text,
        person: z.string(),
        details: z.string(),
      }),
    )
    .max(24),
});
export type AuditListValues = z.infer<typeof auditListValues>;

export const rowsPerPage = 24;
