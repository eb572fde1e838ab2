import { noticeOf } from '../../domain/policy/notice.ts';
import { maskIdNumber } from '../../domain/talent/masking.ts';
import type { PaperContexts, PaperDefinition } from '../definition.ts';
import { idKindNames } from '../id-kind-names.ts';
import { officeHead } from '../office-head.ts';
import { usualNotice, worstNotices } from './examples.ts';
import { type PrivacyNoticeValues, privacyNoticeValues } from './notice-values.ts';

/** 个人信息处理告知书, A4, with the receipt slip that its reader signs: that it was given, which is no consent. */
export const privacyNotice: PaperDefinition<PrivacyNoticeValues, 'person'> = {
  kind: 'privacy-notice',
  about: 'person',
  title: { zh: '个人信息处理告知书', en: 'Privacy notice' },
  layout: 'privacy-notice/1',
  valuesSchema: privacyNoticeValues,
  values: valuesOf,
  examples: { usual: usualNotice, worst: worstNotices },
};

function valuesOf({ counter, pack, person }: PaperContexts['person']): PrivacyNoticeValues {
  const notice = noticeOf(pack);
  return privacyNoticeValues.parse({
    ...officeHead({ counter, pack }),
    version: notice.version,
    purposes: notice.purposes.map(({ name }) => ({ name: name.zh })),
    paragraphs: notice.paragraphs.map(({ zh }) => ({ text: zh })),
    ...(person && {
      name: person.identity.name,
      idKind: idKindNames[person.document.kind],
      maskedIdNumber: maskIdNumber(person.document.number),
    }),
  });
}
