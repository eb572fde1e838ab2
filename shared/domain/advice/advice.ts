import { z } from 'zod';
import { adviceId, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';

/** No sheet of paper has room for more. */
export const maxAdviceTopics = 6;

/** What a consultation was about, as it is asked for: codes of the pack's matters. No ID number is asked, and no name is needed. */
export const askedAdvice = z.strictObject({
  topics: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code')
        .max(60),
    )
    .min(1)
    .max(maxAdviceTopics),
  /** What to call the person by, if they like. */
  visitor: z.string().min(1).max(30).optional(),
  note: z.string().min(1).max(200).optional(),
});
export type AskedAdvice = z.infer<typeof askedAdvice>;

/** 咨询: what somebody was told at the counter. It takes no number, and leads to no person. */
export const advice = askedAdvice.extend({
  id: adviceId,
  version: z.int().min(1),
  /** The pack whose matters it names, `id@version`. */
  pack: z.string(),
  on: plainDate,
  by: staffId,
});
export type Advice = z.infer<typeof advice>;
