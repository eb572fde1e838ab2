import { z } from 'zod';
import { evidenceItem } from '../evidence/evidence-item.ts';
import { plainDate } from '../plain-date.ts';
import type { routeField } from '../policy/pack.ts';

const words = (max: number) => z.string().min(1).max(max);

/** What the chosen route asks for in words; absent where it wasn't told. */
export const routeFacts = z.strictObject({
  recommender: words(60).optional(),
  recommenderInstitution: words(100).optional(),
  reviewEntry: words(100).optional(),
  reviewedOn: plainDate.optional(),
  quotaHolder: words(100).optional(),
  quotaPeriod: words(60).optional(),
} satisfies Record<z.infer<typeof routeField>, z.ZodType>);
export type RouteFacts = z.infer<typeof routeFacts>;

/** The four aspects that article 7 evaluates by: 创新能力, 质量, 实效, 贡献. */
export const aspect = z.enum(['innovation', 'quality', 'effectiveness', 'contribution']);
export type Aspect = z.infer<typeof aspect>;

/** What is written of each aspect, as the applicant puts it; the program judges none of it. */
export const aspects = z.strictObject({
  innovation: words(400).optional(),
  quality: words(400).optional(),
  effectiveness: words(400).optional(),
  contribution: words(400).optional(),
} satisfies Record<Aspect, z.ZodType>);
export type Aspects = z.infer<typeof aspects>;

/** A material of the application as it lies with the case; `later`: promised (稍后补交), and nothing of it is here yet. */
export const caseMaterial = evidenceItem.extend({ later: z.literal(true).optional() });
export type CaseMaterial = z.infer<typeof caseMaterial>;

/** The same as the clerk says it: who compared the original, and when, the counter itself adds. */
export const handedMaterial = caseMaterial.omit({ originalSeen: true }).extend({ originalSeen: z.boolean().optional() });
export type HandedMaterial = z.infer<typeof handedMaterial>;

/** How a condition of the tier stood when the application was taken in. */
export const seenCondition = z.strictObject({
  code: z.string().max(60),
  state: z.enum(['met', 'missing', 'unknown']),
});
export type SeenCondition = z.infer<typeof seenCondition>;

/** Whether anything of a material is here: sheets or a scan. */
export function isHandedIn({
  originals,
  copies,
  file,
  later,
}: Pick<CaseMaterial, 'originals' | 'copies' | 'file' | 'later'>): boolean {
  return later !== true && (originals > 0 || copies > 0 || file !== undefined);
}
