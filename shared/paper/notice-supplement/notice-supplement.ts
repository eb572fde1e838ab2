import { askedOf } from '../../domain/matter/decide-supplement.ts';
import type { Recognition } from '../../domain/matter/recognition.ts';
import type { SupplementField, SupplementItem, SupplementReason } from '../../domain/matter/supplement.ts';
import type { Material } from '../../domain/policy/pack.ts';
import { refuse } from '../../domain/refusal.ts';
import { maskIdNumber } from '../../domain/talent/masking.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContext, PaperDefinition } from '../definition.ts';
import { idKindNames } from '../id-kind-names.ts';
import { recognisedTier } from '../recognised-tier.ts';
import { usualNotice, worstNotices } from './examples.ts';
import { type NoticeValues, noticeValues } from './notice-values.ts';

/** 补正材料一次性告知书, A4: everything that is amiss with the last asking, told at once. */
export const noticeSupplement: PaperDefinition<NoticeValues, 'matter'> = {
  kind: 'notice-supplement',
  about: 'matter',
  title: { zh: '补正材料一次性告知书', en: 'Notice of supplements' },
  layout: 'notice-supplement/1',
  valuesSchema: noticeValues,
  values: valuesOf,
  // Whoever asked, and not who took it in.
  handledBy: ({ recognition }) => recognition.supplements?.at(-1)?.askedBy,
  examples: { usual: usualNotice, worst: worstNotices },
};

const reasons: Record<SupplementReason, string> = {
  missing: '缺少',
  unclear: '不清晰',
  expired: '已过期',
  'not-consistent': '不一致',
  'copy-not-compared': '复印件未与原件核对',
  translation: '缺少译文或译文不合要求',
  other: '其他',
};
const fields: Record<SupplementField, string> = {
  recommender: '推荐专家',
  recommenderInstitution: '专家所在单位',
  reviewEntry: '评审名单条目',
  reviewedOn: '评审日期',
  quotaHolder: '配额持有单位',
  quotaPeriod: '配额期次',
  innovation: '创新能力',
  quality: '质量',
  effectiveness: '实效',
  contribution: '贡献',
  identityDocument: '身份证件',
  qualifications: '学历职称',
  employment: '工作单位信息',
  contact: '联系方式',
  photo: '照片',
};

/** When it was asked, as the last notice says it; from the second on with its place, so that it is told from the one before. */
export function noticeAskedOn({ supplements = [] }: Pick<Recognition, 'supplements'>): string {
  const last = supplements.at(-1);
  if (!last) return '';
  const on = chineseDate(last.askedOn);
  return supplements.length > 1 ? `${on}（第${supplements.length}次告知）` : on;
}

function valuesOf(context: PaperContext): NoticeValues {
  const { counter, pack, person, recognition, staffName } = context;
  const { team, tierName } = recognisedTier(context, 'notice-supplement');
  const supplement = recognition.supplements?.at(-1) ?? refuse('paper-not-available', { kind: 'notice-supplement' });
  const asked = askedOf(recognition, pack);
  const { dueOn, workingDays, weekendsOnly } = supplement;
  return noticeValues.parse({
    trial: counter.trial,
    sample: pack.sample,
    office: counter.office.name,
    address: counter.office.address,
    enquiryPhone: counter.office.enquiryPhone,
    supervisionPhone: counter.office.supervisionPhone,
    matterNumber: recognition.number,
    askedOn: noticeAskedOn(recognition),
    applicant: person.identity.name,
    idKind: idKindNames[person.document.kind],
    maskedIdNumber: maskIdNumber(person.document.number),
    employer: person.employment?.employerName ?? '',
    matter: '人才认定',
    appliedFor: `${team} ${tierName}`,
    dueCaption: weekendsOnly ? '补正期限（未计法定节假日）' : '补正期限',
    due: `${chineseDate(dueOn)}（${workingDays}个工作日）`,
    handler: staffName,
    items: supplement.items.map((item) => ({ name: nameOf(item, asked), reason: reasonOf(item) })),
  });
}

function nameOf(item: SupplementItem, asked: readonly Material[]): string {
  if (item.what === 'field') return fields[item.code];
  return asked.find(({ code }) => code === item.code)?.zh ?? item.code;
}

function reasonOf({ reason, words }: SupplementItem): string {
  return words ? `${reasons[reason]}：${words}` : reasons[reason];
}
