import { readFile } from 'node:fs/promises';
import type { PlainDate } from '../../../shared/domain/plain-date.ts';
import type { PolicyPack, Route } from '../../../shared/domain/policy/pack.ts';
import type { PersonFacts } from '../../../shared/domain/talent/person.ts';
import { readRoster } from '../../../shared/domain/talent/roster.ts';
import type { RosterRow } from '../../../shared/domain/talent/roster-row.ts';
import { DemoError } from './demo-error.ts';

/** Somebody who comes to the counter in the demo, and what for. */
export interface DemoPerson {
  readonly facts: PersonFacts;
  readonly team: string;
  readonly tier: string;
  readonly route: Route;
  /** 直接认定 (示例), or an approving body's approval that is entered. */
  readonly way: 'direct' | 'approval';
}

export interface DemoPeople {
  readonly people: DemoPerson[];
  /** Rows that were passed over, as people read them. */
  readonly passedOver: string[];
}

/** The first usable rows of a roster; a faulty one is named and passed over. Throws DemoError where the file is no roster. */
export async function readDemoPeople(
  file: string,
  { count, pack, today }: { count: number; pack: PolicyPack; today: PlainDate },
): Promise<DemoPeople> {
  const roster = readRoster(new Uint8Array(await readFile(file)), today);
  if (!roster.ok)
    throw new DemoError(`${file} is not a roster: ${roster.code}${roster.columns ? ` (${roster.columns.join(', ')})` : ''}`);
  const people: DemoPerson[] = [];
  const passedOver: string[] = [];
  for (const row of roster.rows) {
    if (people.length === count) break;
    if (row.facts) people.push(wishOf(row, row.facts, { pack, at: people.length }));
    else passedOver.push(`line ${row.line}: ${row.problems.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
  }
  return { people, passedOver };
}

/** Every fourth, and the first, by 直接认定 where the pack has a tier for it; everybody else by an entered approval. */
function wishOf(row: RosterRow, facts: PersonFacts, { pack, at }: { pack: PolicyPack; at: number }): DemoPerson {
  const route = pack.routes.find(({ name }) => name.zh === row.wish.routeName)?.code ?? 'government';
  const wished = pack.teams.find(({ name }) => name.zh === row.wish.teamName);
  if (at % 4 === 0) {
    const candidates = wished ? [wished, ...pack.teams] : pack.teams;
    for (const team of candidates) {
      const tier = team.tiers.find(({ direct }) => direct);
      if (tier) return { facts, team: team.code, tier: tier.code, route, way: 'direct' };
    }
  }
  const team = wished ?? pack.teams[0];
  const tier = team?.tiers.find(({ direct }) => !direct) ?? team?.tiers[0];
  if (!team || !tier) throw new Error('the pack has no tier');
  return { facts, team: team.code, tier: tier.code, route, way: 'approval' };
}
