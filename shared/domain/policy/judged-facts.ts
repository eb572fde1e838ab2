import { findTitle, laterTitles, type TitleLevel } from '../../standards/gb-8561.ts';
import type { EvidenceItem } from '../evidence/evidence-item.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Education, Qualifications, TitleRecord } from '../talent/qualifications.ts';

/** As much of a person's record as conditions look at; a record, or a registration that is still being typed. */
export interface JudgedPerson {
  readonly identity?: { readonly birthDate?: PlainDate | undefined } | undefined;
  readonly qualifications?: Partial<Qualifications> | undefined;
  readonly employment?:
    | {
        readonly employerName?: string | undefined;
        readonly engagement?: string | undefined;
        readonly site?: string | undefined;
        readonly startsOn?: PlainDate | undefined;
      }
    | undefined;
}

/** What a condition may speak of, with its CEL type: each is known or unknown, never guessed. */
export const conditionVariables = {
  /** Whole years on the day. */
  age: 'int',
  /** Highest schooling that was finished: 1 小学, 2 初中, 3 高中/中职, 4 大专, 5 本科, 6 硕士研究生, 7 博士研究生. */
  education: 'int',
  /** Highest degree: BACHELOR, MASTER, DOCTOR. */
  degree: 'int',
  /** Highest title: 1 员级, 2 助理级, 3 中级, 4 副高级, 5 正高级. */
  title: 'int',
  /** Highest level of 新八级工, 1 to 8. */
  skill: 'int',
  engagement: 'string',
  employer: 'string',
  site: 'string',
  /** Whole years since the engagement began. */
  yearsHere: 'int',
  /** Codes of the materials that were handed in. */
  materials: 'list<string>',
} as const;
export type ConditionVariable = keyof typeof conditionVariables;

/** Names for ranks, so that a pack says `degree >= MASTER` and not `degree >= 2`. */
export const conditionConstants = {
  JUNIOR_COLLEGE: 4,
  UNDERGRADUATE: 5,
  BACHELOR: 1,
  MASTER: 2,
  DOCTOR: 3,
  INTERMEDIATE: 3,
  DEPUTY_SENIOR: 4,
  FULL_SENIOR: 5,
} as const;

/** What is known of the variables; what isn't known is absent. Whole numbers are bigints, as CEL's int is. */
export type KnownFacts = Partial<Record<ConditionVariable, bigint | string | readonly string[]>>;

/** Finished schooling (毕业) by GB/T 4658; a level alone counts as itself, 结业 and 肄业 as nothing that is known. */
const educationRanks: Readonly<Record<string, number>> = {
  '11': 7,
  '14': 6,
  '10': 6,
  '17': 5,
  '20': 5,
  '21': 5,
  '28': 5,
  '30': 4,
  '31': 4,
  '40': 3,
  '41': 3,
  '44': 3,
  '47': 3,
  '60': 3,
  '61': 3,
  '70': 2,
  '71': 2,
  '80': 1,
  '81': 1,
};
/** GB/T 6864: honorary doctorates (1) are none that was studied for. */
const degreeRanks: Readonly<Record<string, number>> = { '2': 3, '3': 2, '4': 1 };
const titleRanks: Readonly<Record<TitleLevel, number>> = {
  entry: 1,
  assistant: 2,
  intermediate: 3,
  'deputy-senior': 4,
  'full-senior': 5,
};

/**
 * What the record says of each variable on that day. An empty list of schooling, titles or skills is unknown: a form can't say that
 * somebody has none. `materials`: those handed in; undefined where nobody has asked for them yet.
 */
export function knownFacts(
  person: JudgedPerson,
  materials: readonly Pick<EvidenceItem, 'kind'>[] | undefined,
  today: PlainDate,
): KnownFacts {
  const { identity, qualifications: learnt, employment } = person;
  const numbers: Partial<Record<ConditionVariable, number | undefined>> = {
    age: identity?.birthDate && fullYears(identity.birthDate, today),
    education: highest(
      learnt?.educations?.map(({ level }) => educationRanks[level]),
      7,
    ),
    degree: highest(learnt?.educations?.flatMap(degreeRank), 3),
    title: highest(learnt?.titles?.map(titleRank), 5),
    skill: highest(
      learnt?.skills?.map(({ rank }) => rank),
      8,
    ),
    yearsHere: employment?.startsOn && employment.startsOn <= today ? fullYears(employment.startsOn, today) : undefined,
  };
  const known: KnownFacts = {};
  for (const [name, value] of Object.entries(numbers)) if (value !== undefined) known[name as ConditionVariable] = BigInt(value);
  if (employment?.engagement) known.engagement = employment.engagement;
  if (employment?.employerName) known.employer = employment.employerName;
  if (employment?.site) known.site = employment.site;
  if (materials) known.materials = materials.map(({ kind }) => kind);
  return known;
}

function fullYears(from: PlainDate, to: PlainDate): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}

function degreeRank({ degree }: Education): (number | undefined)[] {
  return degree === undefined ? [] : [degreeRanks[degree.charAt(0)]];
}

function titleRank({ code, name }: TitleRecord): number | undefined {
  const level = (code === undefined ? undefined : findTitle(code)?.level) ?? laterTitles.find(({ zh }) => zh === name)?.level;
  return level && titleRanks[level];
}

/** The highest of them; unknown where there is none, or where one whose rank isn't known might be higher. */
function highest(ranks: readonly (number | undefined)[] | undefined, top: number): number | undefined {
  const known = (ranks ?? []).filter((rank) => rank !== undefined);
  const best = known.length > 0 ? Math.max(...known) : undefined;
  return known.length === ranks?.length || best === top ? best : undefined;
}
