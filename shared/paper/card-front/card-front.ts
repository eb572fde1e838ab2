import { z } from 'zod';
import { sha256Hex } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContext, PaperDefinition } from '../definition.ts';
import { numberInFours } from '../number-in-fours.ts';
import { recognisedTier } from '../recognised-tier.ts';

const text = z.string().min(1);

const values = z.strictObject({
  trial: z.boolean(),
  sample: z.boolean(),
  office: text,
  name: text,
  /** Team and tier. */
  recognisedAs: text,
  cardNumber: text,
  validTo: text,
  /** SHA-256 of the JPEG; absent, the frame is empty. */
  photo: sha256Hex.optional(),
});
type CardFrontValues = z.infer<typeof values>;

const usual: CardFrontValues = {
  trial: false,
  sample: false,
  office: '新区人才服务中心',
  name: '额尔敦·巴图',
  recognisedAs: '高层次领军人才 B类',
  cardNumber: '2026 1000 0012',
  validTo: '2031年11月5日',
};

/** The front of a 云谷人才卡 (CR80): whose it is and what it says. The QR is on the back, and nowhere else. */
export const cardFront: PaperDefinition<CardFrontValues, 'card'> = {
  kind: 'card-front',
  about: 'card',
  title: { zh: '云谷人才卡（正面）', en: 'Talent card, front' },
  layout: 'card-front/1',
  valuesSchema: values,
  values: cardFrontValues,
  examples: {
    usual,
    worst: [
      { ...usual, trial: true, sample: true, name: '䶮', office: '内蒙古自治区某某新区人才服务中心某某园区人才服务窗口' },
      { ...usual, trial: true, sample: true, name: '黄𡶶𡢃𨰻𩇕'.repeat(11), recognisedAs: '高质量创新创业 D类' },
      { ...usual, name: 'Nguyễn Thị Hồng Ångström-O’Connor María del Carmen Fernández y Rodríguez de la Vega Castellanos Åsa' },
      { ...usual, name: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉' },
    ],
  },
};

function cardFrontValues(context: PaperContext): CardFrontValues {
  const { counter, pack, person, card = refuse('paper-not-available', { kind: 'card-front' }) } = context;
  const { team, tierName } = recognisedTier(context, 'card-front');
  return values.parse({
    trial: counter.trial,
    sample: pack.sample,
    office: counter.office.name,
    name: card.name,
    recognisedAs: `${team} ${tierName}`,
    cardNumber: numberInFours(card.number),
    validTo: chineseDate(card.validTo),
    ...(person.photo && { photo: person.photo.sha256 }),
  });
}
