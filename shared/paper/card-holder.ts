import { z } from 'zod';
import type { Card } from '../domain/card/card.ts';
import { maskIdNumber } from '../domain/talent/masking.ts';
import { chineseDate } from './chinese-date.ts';
import type { PaperContext } from './definition.ts';
import { idKindNames } from './id-kind-names.ts';
import { numberInFours } from './number-in-fours.ts';

const text = z.string().min(1);

/** What every A4 paper about a card says: the office, whose card it is, and which. */
export const cardHolderValues = z.strictObject({
  trial: z.boolean(),
  sample: z.boolean(),
  office: text,
  address: z.string(),
  enquiryPhone: z.string(),
  supervisionPhone: z.string(),
  /** The name on the card. */
  holder: text,
  idKind: text,
  maskedIdNumber: text,
  /** Empty for somebody taken over from a ledger that has none. */
  employer: z.string(),
  cardNumber: text,
  /** Team and tier of the card. */
  recognisedAs: text,
  validTo: text,
  handler: text,
});
export type CardHolderValues = z.infer<typeof cardHolderValues>;

/** `recognisedAs`: team and tier in the words of the card's pack. */
export function cardHolder(
  { counter, pack, person, staffName }: PaperContext,
  { card, recognisedAs }: { card: Card; recognisedAs: string },
): CardHolderValues {
  return {
    trial: counter.trial,
    sample: pack.sample,
    office: counter.office.name,
    address: counter.office.address,
    enquiryPhone: counter.office.enquiryPhone,
    supervisionPhone: counter.office.supervisionPhone,
    holder: card.name,
    idKind: idKindNames[person.document.kind],
    maskedIdNumber: maskIdNumber(person.document.number),
    employer: person.employment?.employerName ?? '',
    cardNumber: numberInFours(card.number),
    recognisedAs,
    validTo: chineseDate(card.validTo),
    handler: staffName,
  };
}

export const usualHolder: CardHolderValues = {
  trial: false,
  sample: false,
  office: '新区人才服务中心',
  address: '新区政务服务大厅二楼人才服务窗口',
  enquiryPhone: '0471-0000000',
  supervisionPhone: '0471-0000001',
  holder: '额尔敦·巴图',
  idKind: '居民身份证',
  maskedIdNumber: '150***********1234',
  employer: '内蒙古云谷数据科技有限公司',
  cardNumber: '2026 1000 0012',
  recognisedAs: '高层次领军人才 B类',
  validTo: '2031年11月5日',
  handler: '乌日娜',
};

export const worstHolders: readonly CardHolderValues[] = [
  { ...usualHolder, trial: true, sample: true, address: '', enquiryPhone: '', supervisionPhone: '' },
  {
    ...usualHolder,
    trial: true,
    sample: true,
    office: '内蒙古自治区某某新区人才服务中心某某园区人才服务窗口',
    address: '内蒙古自治区某某市某某县某某镇某某路某某号某某政务服务中心某某楼某某区某某号人才服务窗口'.repeat(2),
    holder: '黄𡶶𡢃𨰻𩇕'.repeat(11),
    idKind: '港澳居民居住证',
    employer: '内蒙古某某云计算大数据科技股份有限公司'.repeat(5),
    recognisedAs: '高质量创新创业 D类',
    handler: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉',
  },
];
