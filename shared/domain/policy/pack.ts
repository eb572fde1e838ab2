import { z } from 'zod';
import { plainDate } from '../plain-date.ts';
import { packNotice } from './notice.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code');

/** The four routes of article 7. */
export const route = z.enum(['government', 'expert', 'own-review', 'quota']);
export type Route = z.infer<typeof route>;

const tier = z.strictObject({
  code,
  name: text,
  /** Years a recognition at this tier holds. 示例: the policy names none. */
  validityYears: z.int().min(1).max(30),
  /** 直接认定: may be decided at the counter by a second person. Only ever 示例. */
  direct: z.boolean(),
  /** Evidence the tier asks for, in words. */
  evidence: z.array(text).max(20),
  benefits: z.array(text).max(20),
});

const team = z.strictObject({ code, name: text, article: z.int().min(1).max(16), tiers: z.array(tier).min(1) });

/** The office's policy as data: versioned, effective-dated. What the policy text does not state is marked by `sample`. */
export const policyPack = z.strictObject({
  schema: z.literal(1),
  id: code,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'not-a-version'),
  effectiveFrom: plainDate,
  effectiveTo: plainDate.optional(),
  /** True: tiers, amounts and periods are examples, and every screen and paper says 示例. */
  sample: z.boolean(),
  /** Short name of the policy; the title and 文号 are left out until the office has entered them. */
  citation: z.strictObject({ title: z.string().min(1), number: z.string().min(1) }).optional(),
  teams: z.array(team).min(1),
  routes: z.array(z.strictObject({ code: route, name: text, approvers: z.array(text).min(1) })).min(1),
  sites: z.array(z.strictObject({ code, name: text })),
  /** 承诺时限 of a recognition, in working days. */
  recognitionWorkingDays: z.int().min(1).max(365),
  /** Days after which a made card counts as not collected (逾期未领). */
  collectWithinDays: z.int().min(1).max(3_650).default(90),
  /** 告知书; read it through noticeOf, since packs from before it have none. */
  notice: packNotice.optional(),
});
export type PolicyPack = z.infer<typeof policyPack>;
export type PolicyTeam = PolicyPack['teams'][number];
export type PolicyTier = PolicyTeam['tiers'][number];

/** The team and tier of a pack by their codes, or undefined where the pack has none such. */
export function findTier(
  pack: PolicyPack,
  teamCode: string,
  tierCode: string,
): { team: PolicyTeam; tier: PolicyTier } | undefined {
  const team = pack.teams.find((t) => t.code === teamCode);
  const tier = team?.tiers.find((t) => t.code === tierCode);
  return team && tier ? { team, tier } : undefined;
}
