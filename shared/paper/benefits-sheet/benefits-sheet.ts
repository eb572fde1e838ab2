import { z } from 'zod';
import { findTier } from '../../domain/policy/pack.ts';
import { refuse } from '../../domain/refusal.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContexts, PaperDefinition } from '../definition.ts';
import { numberInFours } from '../number-in-fours.ts';
import { bareOffice, longOffice, officeHead, officeHeadValues, usualOffice } from '../office-head.ts';

const text = z.string().min(1);

const benefitsSheetValues = officeHeadValues.extend({
  /** Team and tier. */
  recognisedAs: text,
  validity: text,
  benefits: z.array(z.strictObject({ name: text })),
  handler: text,
  printedOn: text,
  /** Whose recognition it is; absent on what is given to anybody who asks. */
  holder: text.optional(),
  certificateNumber: text.optional(),
});
type BenefitsSheetValues = z.infer<typeof benefitsSheetValues>;

const usual: BenefitsSheetValues = {
  ...usualOffice,
  recognisedAs: '高层次领军人才 B类',
  validity: '2026年11月5日至2031年11月4日',
  benefits: [{ name: '专家公寓申请' }, { name: '引进人才支持申请' }, { name: '人才贷推荐函' }],
  handler: '乌日娜',
  printedOn: '2026年11月6日',
  holder: '额尔敦·巴图',
  certificateNumber: '2026 1000 0012',
};
const { holder: _holder, certificateNumber: _number, ...anybodys } = usual;

/** 待遇告知单, A4: what a tier opens and how it is asked for; somebody's own, or for whoever asks. */
export const benefitsSheet: PaperDefinition<BenefitsSheetValues, 'tier'> = {
  kind: 'benefits-sheet',
  about: 'tier',
  title: { zh: '待遇告知单', en: 'Benefits of a tier' },
  layout: 'benefits-sheet/1',
  valuesSchema: benefitsSheetValues,
  values: valuesOf,
  handledBy: () => 'printer',
  number: ({ recognition }) => recognition?.grant?.certificateNumber,
  examples: {
    usual,
    worst: [
      { ...anybodys, ...bareOffice, validity: '自认定之日起5年', benefits: [] },
      {
        ...usual,
        ...longOffice,
        holder: '黄𡶶𡢃𨰻𩇕'.repeat(11),
        handler: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉',
        benefits: Array.from({ length: 20 }, () => ({
          name: '保障性租赁住房补贴、租房补贴和购房补贴的申请，以及子女入学、医疗保健等方面的协调服务',
        })),
      },
    ],
  },
};

function valuesOf({
  counter,
  pack,
  team,
  tier,
  person,
  recognition,
  staffName,
  today,
}: PaperContexts['tier']): BenefitsSheetValues {
  const found = findTier(pack, team, tier);
  const grant = recognition?.grant;
  // Somebody's own is of what they were recognised as, while it holds.
  if (!found || (recognition && (!grant || grant.validTo < today)))
    return refuse('paper-not-available', { kind: 'benefits-sheet' });
  return benefitsSheetValues.parse({
    ...officeHead({ counter, pack }),
    recognisedAs: `${found.team.name.zh} ${found.tier.name.zh}`,
    validity: grant ? `有效期至${chineseDate(grant.validTo)}` : `自认定之日起${found.tier.validityYears}年`,
    benefits: found.tier.benefits.map(({ zh }) => ({ name: zh })),
    handler: staffName,
    printedOn: chineseDate(today),
    ...(person && grant && { holder: person.identity.name, certificateNumber: numberInFours(grant.certificateNumber) }),
  });
}
