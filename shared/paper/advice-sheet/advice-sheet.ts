import { z } from 'zod';
import { adviceLines } from '../../domain/advice/advice-lines.ts';
import { refuse } from '../../domain/refusal.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContexts, PaperDefinition } from '../definition.ts';
import { officeHead, officeHeadValues } from '../office-head.ts';
import { usualAdvice, worstAdvice } from './examples.ts';

const text = z.string().min(1);

const adviceSheetValues = officeHeadValues.extend({
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

/** 咨询一次性告知单, A4: everything that was asked about, told at once. No ID number stands on it. */
export const adviceSheet: PaperDefinition<AdviceSheetValues, 'advice'> = {
  kind: 'advice-sheet',
  about: 'advice',
  title: { zh: '咨询一次性告知单', en: 'One-off notice after a consultation' },
  layout: 'advice-sheet/1',
  valuesSchema: adviceSheetValues,
  values: valuesOf,
  examples: { usual: usualAdvice, worst: worstAdvice },
};

function valuesOf({ counter, pack, advice, staffName }: PaperContexts['advice']): AdviceSheetValues {
  const lines = adviceLines(pack, advice.topics);
  if (lines.length === 0) return refuse('paper-not-available', { kind: 'advice-sheet' });
  const { visitor, note, on } = advice;
  return adviceSheetValues.parse({
    ...officeHead({ counter, pack }),
    advisedOn: chineseDate(on),
    handler: staffName,
    ...(visitor && { visitor }),
    ...(note && { note }),
    lines,
  });
}
