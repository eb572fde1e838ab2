import { adviceLines } from '../../domain/advice/advice-lines.ts';
import { refuse } from '../../domain/refusal.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContexts, PaperDefinition } from '../definition.ts';
import { officeHead } from '../office-head.ts';
import { type AdviceSheetValues, adviceSheetValues } from './advice-values.ts';
import { usualAdvice, worstAdvice } from './examples.ts';

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
