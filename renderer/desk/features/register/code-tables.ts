import { commonEvidenceKinds } from '../../../../shared/domain/evidence/evidence-item.ts';
import { findCountry, searchCountries } from '../../../../shared/standards/gb-2659.ts';
import { educations } from '../../../../shared/standards/gb-4658.ts';
import { degrees } from '../../../../shared/standards/gb-6864.ts';
import { documentKinds } from '../../../../shared/standards/identity-document.ts';
import { skillLevels } from '../../../../shared/standards/skill-levels.ts';
import { en, zh } from '../../i18n/words.ts';

/** A value that a field takes, with its names. */
export interface Choice {
  code: string;
  zh: string;
  en: string;
  /** Typed instead of the name; shown before it. */
  digit?: string;
}

/** Fields that take a code of a table. */
export type CodeKey =
  | 'document.kind'
  | 'identity.nationality'
  | 'intake.applicant.document.kind'
  | 'qualifications.educations.level'
  | 'qualifications.educations.degree'
  | 'qualifications.skills.rank'
  | 'evidence.kind';

const kinds: readonly Choice[] = documentKinds.map((code, at) => ({
  code,
  zh: zh.register.kind[code],
  en: en.register.kind[code],
  digit: String(at + 1),
}));
/** What certificates say stands before what is rare: 毕业 before the level as a whole, 结业 and 肄业. */
const schooling: readonly Choice[] = educations.toSorted((a, b) => graduated(a.zh) - graduated(b.zh));
const evidence: readonly Choice[] = commonEvidenceKinds.map((code) => ({
  code,
  zh: zh.register.evidenceKind[code],
  en: en.register.evidenceKind[code],
}));
const ranks: readonly Choice[] = skillLevels.map((level) => ({ ...level, code: String(level.rank), digit: String(level.rank) }));

const tables: Record<Exclude<CodeKey, 'identity.nationality'>, readonly Choice[]> = {
  'document.kind': kinds,
  'intake.applicant.document.kind': kinds,
  'qualifications.educations.level': schooling.map((entry) => ({ ...entry, digit: entry.code })),
  'qualifications.educations.degree': degrees.map((entry) => ({ ...entry, digit: entry.code })),
  'qualifications.skills.rank': ranks,
  'evidence.kind': evidence,
};

function graduated(name: string): number {
  return name.endsWith('毕业') ? 0 : 1;
}

/** Where a name in a Latin alphabet is looked for, case counts for nothing. */
const fold = (text: string) => text.trim().toLowerCase();

/** The values that fit what was typed, best first: by code, by the beginning of a name, by any part of one. Nothing typed gives all. */
export function searchChoices(key: CodeKey, typed: string): readonly Choice[] {
  if (key === 'identity.nationality') return searchCountries(typed).filter(({ isNationality }) => isNationality);
  const sought = fold(typed);
  if (sought === '') return tables[key];
  const ranked = tables[key].map((choice) => ({ choice, rank: rankOf(choice, sought) }));
  return ranked
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

function rankOf({ code, zh: chinese, en: english, digit }: Choice, sought: string): number {
  if (sought === digit || sought === fold(code) || sought === chinese || sought === fold(english)) return 0;
  if (chinese.startsWith(sought) || fold(english).startsWith(sought) || digit?.startsWith(sought)) return 1;
  return chinese.includes(sought) || fold(english).includes(sought) ? 2 : 3;
}

/** A table's value by its code. */
export function findChoice(key: CodeKey, code: string): Choice | undefined {
  return key === 'identity.nationality' ? findCountry(code) : tables[key].find((choice) => choice.code === code);
}

/** The code that was meant: typed itself, by its name, or by the one value that fits. Undefined where several do, or none. */
export function codeOf(key: CodeKey, typed: string): string | undefined {
  if (typed === '' || findChoice(key, typed)) return typed || undefined;
  const [first, second] = searchChoices(key, typed);
  if (!first) return undefined;
  const exact = key === 'identity.nationality' ? isNameOf(first, typed) : rankOf(first, fold(typed)) === 0;
  return exact || !second ? first.code : undefined;
}

function isNameOf({ zh: chinese, en: english, code }: Choice, typed: string): boolean {
  return [fold(chinese), fold(english), fold(code)].includes(fold(typed));
}
