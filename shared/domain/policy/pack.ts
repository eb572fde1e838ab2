import { z } from 'zod';
import { plainDate } from '../plain-date.ts';
import { holidayCalendar } from '../working-days.ts';
import { packNotice } from './notice.ts';
import { packMatter } from './pack-matter.ts';
import { packRetention } from './retention.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code');

/** The four routes of article 7. */
export const route = z.enum(['government', 'expert', 'own-review', 'quota']);
export type Route = z.infer<typeof route>;

/**
 * A material that a tier or route asks for: its code, its name in both languages, whether the application is whole without it, and how
 * many sheets of originals and copies are asked. 示例, as all of it: the policy names no material.
 */
export const material = text.extend({
  code: code.max(60),
  required: z.boolean(),
  originals: z.int().min(0).max(99).optional(),
  copies: z.int().min(0).max(99).optional(),
});
export type Material = z.infer<typeof material>;

/** A condition of a tier: a CEL expression (conditions.ts) over what the record says, and which materials prove it. 示例. */
export const condition = z.strictObject({
  code: code.max(60),
  name: text,
  expression: z.string().min(1).max(300),
  evidence: z.array(code).max(10).optional(),
});
export type Condition = z.infer<typeof condition>;

/** What a route may ask for beside materials, in words: who recommends, what the employer's own review decided, whose quota it is. */
export const routeField = z.enum([
  'recommender',
  'recommenderInstitution',
  'reviewEntry',
  'reviewedOn',
  'quotaHolder',
  'quotaPeriod',
]);
export type RouteField = z.infer<typeof routeField>;

const tier = z.strictObject({
  code,
  name: text,
  /** Years a recognition at this tier holds. 示例: the policy names none. */
  validityYears: z.int().min(1).max(30),
  /** 直接认定: may be decided at the counter by a second person. Only ever 示例. */
  direct: z.boolean(),
  evidence: z.array(material).max(20),
  conditions: z.array(condition).max(12),
  benefits: z.array(text).max(20),
});

const team = z.strictObject({ code, name: text, article: z.int().min(1).max(16), tiers: z.array(tier).min(1) });

const policyRoute = z.strictObject({
  code: route,
  name: text,
  article: z.int().min(1).max(16),
  approvers: z.array(text).min(1).max(10),
  evidence: z.array(material).max(8),
  /** Fields of the route's own; one that is required holds the application up until it is filled in. */
  asks: z.array(z.strictObject({ field: routeField, required: z.boolean() })).max(6),
  /** Whether the four aspects of article 7 must be written down. */
  aspects: z.enum(['optional', 'required']),
});
export type PolicyRoute = z.infer<typeof policyRoute>;

/** The office's policy as data: versioned, effective-dated. What the policy text does not state is marked by `sample`. */
export const policyPack = z.strictObject({
  schema: z.literal(2),
  id: code,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'not-a-version'),
  effectiveFrom: plainDate,
  effectiveTo: plainDate.optional(),
  /** True: tiers, amounts and periods are examples, and every screen and paper says 示例. */
  sample: z.boolean(),
  /** Short name of the policy; the title and 文号 are left out until the office has entered them. */
  citation: z.strictObject({ title: z.string().min(1), number: z.string().min(1) }).optional(),
  teams: z.array(team).min(1),
  routes: z.array(policyRoute).min(1),
  sites: z.array(z.strictObject({ code, name: text })),
  /** 承诺时限 of a recognition, in working days. */
  recognitionWorkingDays: z.int().min(1).max(365),
  /** 补正期限, in working days, as it is proposed to the clerk. */
  supplementWorkingDays: z.int().min(1).max(90),
  /** Without it working days are Monday to Friday, and whoever reads a date is told so. */
  holidays: holidayCalendar.optional(),
  /** What the office handles, for whoever asks; absent in packs from before there was F5. */
  matters: z.array(packMatter).max(60).optional(),
  /** Days after which a made card counts as not collected (逾期未领). */
  collectWithinDays: z.int().min(1).max(3_650).default(90),
  /** 告知书; read it through noticeOf, since packs from before it have none. */
  notice: packNotice.optional(),
  /** How long data stays on this computer; read it through retentionOf. */
  retention: packRetention.optional(),
});
export type PolicyPack = z.infer<typeof policyPack>;
export type PolicyTeam = PolicyPack['teams'][number];
export type PolicyTier = PolicyTeam['tiers'][number];

/** The materials that a tier and a route ask for together, the tier's first; a code that both have is asked for once. */
export function materialsAsked(tierAsks: readonly Material[], routeAsks: readonly Material[]): Material[] {
  return [...tierAsks, ...routeAsks.filter(({ code }) => !tierAsks.some((one) => one.code === code))];
}

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
