import { z } from 'zod';
import { officeHeadValues } from '../office-head.ts';

const text = z.string().min(1);

/** What the paper says: everything on it that isn't its layout's. */
export const adviceSheetValues = officeHeadValues.extend({
  advisedOn: text,
  handler: text,
  /** What to call the person by; absent where they didn't say. */
  visitor: text.optional(),
  note: text.optional(),
  lines: z
    .array(
      z.strictObject({
        title: text.optional(),
        term: text.optional(),
        caption: text.optional(),
        text: text.optional(),
        sheets: text.optional(),
      }),
    )
    .min(1),
});
export type AdviceSheetValues = z.infer<typeof adviceSheetValues>;
