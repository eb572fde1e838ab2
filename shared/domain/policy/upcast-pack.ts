import { z } from 'zod';
import type { PolicyRoute } from './pack.ts';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** What the first schema had that the second says otherwise; the rest of a pack passes as it is, and is checked as one of the second. */
const firstSchema = z.looseObject({
  schema: z.literal(1),
  teams: z.array(z.looseObject({ tiers: z.array(z.looseObject({ evidence: z.array(words).max(20) })) })),
  routes: z.array(z.looseObject({})),
});

/**
 * A pack of the first schema as one of the second: its evidence was plain words, so each gets a code by its place (`item-1`); it had no
 * conditions, its routes asked for nothing of their own, and supplements had no days. Any other value comes back as it is: what is wrong
 * with it, the second schema says. Packs that a counter adopted years ago are opened by this.
 */
export function upcastPack(value: unknown): unknown {
  const first = firstSchema.safeParse(value);
  if (!first.success) return value;
  const { teams, routes, ...rest } = first.data;
  const asked: Pick<PolicyRoute, 'article' | 'evidence' | 'asks' | 'aspects'> = {
    article: 7,
    evidence: [],
    asks: [],
    aspects: 'optional',
  };
  return {
    ...rest,
    schema: 2,
    routes: routes.map((route) => ({ ...route, ...asked })),
    teams: teams.map((team) => ({
      ...team,
      tiers: team.tiers.map(({ evidence, ...tier }) => ({
        ...tier,
        evidence: evidence.map((text, at) => ({ ...text, code: `item-${at + 1}`, required: true })),
        conditions: [],
      })),
    })),
    supplementWorkingDays: 5,
  };
}
