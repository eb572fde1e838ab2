import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1).max(120), en: z.string().min(1).max(240) });
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code');

/** A matter that the office handles, as it is told to whoever asks. Conditions, materials and periods are 示例 where the policy names none. */
export const packMatter = z.strictObject({
  code,
  name: text,
  /** The policy's article that it comes from. */
  article: z.int().min(1).max(16),
  /** 即办件 or 承诺件. */
  kind: z.enum(['immediate', 'promised']),
  /** 承诺时限, in working days. */
  workingDays: z.int().min(1).max(365).optional(),
  conditions: z.array(text).max(6),
  materials: z
    .array(z.strictObject({ code, name: text, originals: z.int().min(0).max(20), copies: z.int().min(0).max(20) }))
    .max(12),
  /** Where, if not at the counter. */
  where: text.optional(),
  notes: z.array(text).max(4),
});
export type PackMatter = z.infer<typeof packMatter>;
