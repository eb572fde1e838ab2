import type { PaperKind } from '../domain/paper/printed-paper.ts';
import { findTier } from '../domain/policy/pack.ts';
import { refuse } from '../domain/refusal.ts';
import type { PaperContext } from './definition.ts';

/** The names of a recognition's team, tier and route in its own pack. Refuses `paper-not-available` where the pack knows them not. */
export function recognisedTier({ pack, recognition }: PaperContext, kind: PaperKind) {
  const found = findTier(pack, recognition.team, recognition.tier);
  const route = pack.routes.find(({ code }) => code === recognition.route);
  // What was taken over from an older ledger has no route on record.
  if (!found || (!route && recognition.route !== undefined)) return refuse('paper-not-available', { kind });
  return { team: found.team.name.zh, tier: found.tier, tierName: found.tier.name.zh, route: route?.name.zh ?? '' };
}
