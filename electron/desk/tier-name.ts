import { findTier } from '../../shared/domain/policy/pack.ts';
import type { OpenCounter, TieredLine } from './open-counter.ts';

type Tiered = Omit<TieredLine, 'personId'>;

/** The tier's name in the pack that the case began under; its code where that pack has none such any more. */
export function tierName({ packs }: Pick<OpenCounter, 'packs'>, { pack, team, tier }: Tiered): string {
  return findTier(packs.get(pack), team, tier)?.tier.name.zh ?? tier;
}

export function teamName({ packs }: Pick<OpenCounter, 'packs'>, { pack, team, tier }: Tiered): string {
  return findTier(packs.get(pack), team, tier)?.team.name.zh ?? team;
}
