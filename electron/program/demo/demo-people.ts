import { readFile } from 'node:fs/promises';
import type { PlainDate } from '../../../shared/domain/plain-date.ts';
import { noticeOf } from '../../../shared/domain/policy/notice.ts';
import type { PolicyPack, Route } from '../../../shared/domain/policy/pack.ts';
import type { PersonFacts } from '../../../shared/domain/talent/person.ts';
import { readRoster } from '../../../shared/domain/talent/roster.ts';
import type { RosterRow } from '../../../shared/domain/talent/roster-row.ts';
import type { CodeEntry } from '../../../shared/standards/code-table.ts';
import { educations } from '../../../shared/standards/gb-4658.ts';
import { skillLevels } from '../../../shared/standards/skill-levels.ts';
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
    if (row.facts) people.push(wishOf(row, row.facts, { pack, today, at: people.length }));
    else passedOver.push(`line ${row.line}: ${row.problems.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
  }
  return { people, passedOver };
}

interface WishContext {
  readonly pack: PolicyPack;
  readonly today: PlainDate;
  readonly at: number;
}

/** Every fourth, and the first, by 直接认定 where the pack has a tier for it; everybody else by an entered approval. */
function wishOf(row: RosterRow, facts: PersonFacts, context: WishContext): DemoPerson {
  const { pack, at } = context;
  const route = pack.routes.find(({ name }) => name.zh === row.wish.routeName)?.code ?? 'government';
  const wished = pack.teams.find(({ name }) => name.zh === row.wish.teamName);
  if (at % 4 === 0) {
    const candidates = wished ? [wished, ...pack.teams] : pack.teams;
    for (const team of candidates) {
      const tier = team.tiers.find(({ direct }) => direct);
      if (tier) return { facts: withIntake(row, facts, context), team: team.code, tier: tier.code, route, way: 'direct' };
    }
  }
  const team = wished ?? pack.teams[0];
  const tier = team?.tiers.find(({ direct }) => !direct) ?? team?.tiers[0];
  if (!team || !tier) throw new Error('the pack has no tier');
  return { facts: withIntake(row, facts, context), team: team.code, tier: tier.code, route, way: 'approval' };
}

/** 本人 came and was given the notice; what the roster says of schooling, title and skill goes along. */
function withIntake({ background }: RosterRow, facts: PersonFacts, { pack, today }: WishContext): PersonFacts {
  const { version, purposes } = noticeOf(pack);
  const education = findByName(educations, background.education);
  const title = background.title;
  const rank = skillLevels.find(({ zh }) => zh === background.skillLevel)?.rank;
  const occupation = facts.employment.position ?? background.major;
  return {
    ...facts,
    qualifications: {
      educations: education
        ? [{ level: education.code, school: '示例大学', ...(background.major && { major: background.major }) }]
        : [],
      titles: title ? [{ name: title }] : [],
      skills: rank && occupation ? [{ rank, occupation }] : [],
    },
    intake: { applicant: { role: 'self' }, notice: { version, purposes: purposes.map(({ code }) => code), givenOn: today } },
  };
}

/** A roster says the level (大学专科), and mostly not whether it was graduated from. */
function findByName(table: readonly CodeEntry[], name: string): CodeEntry | undefined {
  if (name === '') return undefined;
  return table.find(({ zh }) => zh === name) ?? table.find(({ zh }) => zh.startsWith(name));
}
