import { z } from 'zod';
import type { Collector } from '../../domain/card/card.ts';
import { refuse } from '../../domain/refusal.ts';
import { cardHolder, cardHolderValues, usualHolder, worstHolders } from '../card-holder.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContext, PaperDefinition } from '../definition.ts';
import { numberOnPaper } from '../number-in-fours.ts';
import { recognisedTier } from '../recognised-tier.ts';

const text = z.string().min(1);

const values = cardHolderValues.extend({
  matterNumber: text,
  collectedOn: text,
  collector: text,
  collectorRole: text,
  /** Of whoever collected for another: the last four signs of the document that was looked at; else empty. */
  documentTail: z.string(),
});
type DeliveryReceiptValues = z.infer<typeof values>;

const byHand = { matterNumber: '202610000038', collectedOn: '2026年11月9日' };
const usual: DeliveryReceiptValues = {
  ...usualHolder,
  ...byHand,
  collector: usualHolder.holder,
  collectorRole: '本人',
  documentTail: '',
};

/** 领取签收单, A4: who took the card from the counter, to be signed by them. */
export const deliveryReceipt: PaperDefinition<DeliveryReceiptValues, 'card'> = {
  kind: 'delivery-receipt',
  about: 'card',
  title: { zh: '领取签收单', en: 'Delivery receipt' },
  layout: 'delivery-receipt/1',
  valuesSchema: values,
  values: valuesOf,
  handledBy: ({ card }) => card?.collected?.handedOverBy,
  examples: {
    usual,
    worst: worstHolders.map((holder) => ({
      ...holder,
      ...byHand,
      collector: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉'.repeat(3),
      collectorRole: '受托代理人',
      documentTail: '390X',
    })),
  },
};

const roleNames: Record<Collector['role'], string> = {
  self: '本人',
  employer: '单位经办人',
  proxy: '受托代理人',
  guardian: '监护人',
};

function valuesOf(context: PaperContext): DeliveryReceiptValues {
  const { card, recognition } = context;
  if (!card?.collected) return refuse('paper-not-available', { kind: 'delivery-receipt' });
  const { by, on } = card.collected;
  const { team, tierName } = recognisedTier(context, 'delivery-receipt');
  return values.parse({
    ...cardHolder(context, { card, recognisedAs: `${team} ${tierName}` }),
    matterNumber: numberOnPaper(recognition.number),
    collectedOn: chineseDate(on),
    collector: by.name,
    collectorRole: roleNames[by.role],
    documentTail: by.documentTail ?? '',
  });
}
