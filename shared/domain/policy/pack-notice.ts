import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(800) });

/** 个人信息处理告知书: what is done with personal information and why, in the office's own words and under a version of its own. */
export const packNotice = z.strictObject({
  version: z.string().min(1).max(20),
  purposes: z.array(z.strictObject({ code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code'), name: text })).max(12),
  paragraphs: z.array(text).min(1).max(12),
});
export type PackNotice = z.infer<typeof packNotice>;
