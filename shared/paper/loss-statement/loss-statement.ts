import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { cardHolder, cardHolderValues, usualHolder, worstHolders } from '../card-holder.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContext, PaperDefinition } from '../definition.ts';
import { recognisedTier } from '../recognised-tier.ts';

const text = z.string().min(1);

const values = cardHolderValues.extend({ issuedOn: text, reportedOn: text });
type LossStatementValues = z.infer<typeof values>;

const dates = { issuedOn: '2026年11月5日', reportedOn: '2027年3月18日' };

/** 遗失声明, A4: what the holder of a lost card declares, and signs by hand. */
export const lossStatement: PaperDefinition<LossStatementValues, 'card'> = {
  kind: 'loss-statement',
  about: 'card',
  title: { zh: '遗失声明', en: 'Statement of loss' },
  layout: 'loss-statement/1',
  valuesSchema: values,
  values: valuesOf,
  // A loss is written down by whoever prints it.
  handledBy: () => 'printer',
  examples: { usual: { ...usualHolder, ...dates }, worst: worstHolders.map((holder) => ({ ...holder, ...dates })) },
};

function valuesOf(context: PaperContext): LossStatementValues {
  const { card } = context;
  if (card?.state !== 'lost') return refuse('paper-not-available', { kind: 'loss-statement' });
  const { team, tierName } = recognisedTier(context, 'loss-statement');
  return values.parse({
    ...cardHolder(context, { card, recognisedAs: `${team} ${tierName}` }),
    issuedOn: chineseDate(card.issuedOn),
    reportedOn: chineseDate(card.since ?? card.issuedOn),
  });
}
