import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1).max(500), en: z.string().min(1).max(500) });

/** 个人信息处理告知书 as the office gives it: the page asks by it, the paper prints it, and a registration names its version. */
export const packNotice = z.strictObject({
  version: z.string().min(1).max(40),
  purposes: z
    .array(z.strictObject({ code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code'), name: text }))
    .min(1)
    .max(20),
  paragraphs: z.array(text).min(1).max(20),
});
export type PackNotice = z.infer<typeof packNotice>;

/**
 * What a counter whose pack brings no notice goes by: packs from before it was in them stay readable for ever. 示例: the wording is
 * ours, and the policy text has none; a pack with its own goes before it.
 */
const sampleNotice: PackNotice = {
  version: 'sample-1',
  purposes: [
    ['registration', '人才登记和联系', 'Registering you and staying in touch'] as const,
    ['recognition', '人才认定和云谷人才卡', 'Recognition and the talent card'] as const,
  ].map(([code, zh, en]) => ({ code, name: { zh, en } })),
  paragraphs: [
    {
      zh: '（示例）本窗口为履行人才服务职责，处理您在登记表上填写的信息和提交的材料，只用于上列事项。',
      en: '(Sample) To do its duty this counter uses what you write on the form and the materials you hand in, for the purposes above alone.',
    },
  ],
};

/** The notice of a pack, or the counter's own sample where the pack is older than notices are. */
export function noticeOf(pack: { notice?: PackNotice | undefined }): PackNotice {
  return pack.notice ?? sampleNotice;
}
