import { isPlainDate, type PlainDate } from '../domain/plain-date.ts';
import type { IdKind } from '../domain/talent/id-kind.ts';
import { findProvince } from './gb-2260.ts';
import { foldFullWidth, type Tidied, tidy, withoutSpaces } from './tidied.ts';

export type IdNumberCode = 'id-length' | 'id-characters' | 'id-check-digit' | 'id-birth-date' | 'id-region' | 'id-kind-region';
export type IdNumberChange = 'full-width' | 'spaces' | 'letter-case';

export type IdNumberCheck =
  | {
      ok: true;
      number: string;
      birthDate: PlainDate;
      /** GB/T 2261.1: the parity of digit 17. What the document shows goes before it. */
      sex: '1' | '2';
      /** Digits 1–6: where the number was issued, never where its holder lives. */
      regionCode: string;
    }
  | { ok: false; code: IdNumberCode };

export interface IdNumberContext {
  /** No birth date lies after it. */
  today: PlainDate;
  /** The kind of document that the number was read from; without it the number alone is checked. */
  kind?: CitizenIdKind;
}

/** The three documents whose number is of this standard. */
export type CitizenIdKind = Extract<IdKind, 'resident-id' | 'hk-macao-residence' | 'taiwan-residence'>;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const earliestBirth = '1880-01-01';

/** The first six digits of the residence permits (国务院令第700号 and its announcements); GB/T 2260 itself has no 83. */
const permitRegions: Readonly<Record<string, CitizenIdKind>> = {
  '810000': 'hk-macao-residence',
  '820000': 'hk-macao-residence',
  '830000': 'taiwan-residence',
};

/** Mends what typing and pasting bring: full-width signs, spaces, and a lower-case `x`. */
export function tidyIdNumber(text: string): Tidied<IdNumberChange> {
  return tidy(text, [
    ['full-width', (t) => foldFullWidth(t.replaceAll('\u3000', ''))],
    ['spaces', withoutSpaces],
    ['letter-case', (t) => t.replace(/x$/, 'X')],
  ]);
}

/**
 * Checks a tidied 18-place number of a resident ID or a residence permit. The first fault is named, in this order: `id-length`,
 * `id-characters`, `id-check-digit`, `id-birth-date` (not a date, after today, before 1880), `id-region` (no such place of issue),
 * `id-kind-region` (another kind of document than the one given). Source: GB 11643-1999, clause 4 (structure) and 4.2 with its
 * annex (check character, ISO/IEC 7064 MOD 11-2).
 */
export function checkIdNumber(text: string, { today, kind }: IdNumberContext): IdNumberCheck {
  if (text.length !== 18) return { ok: false, code: 'id-length' };
  if (!/^\d{17}[\dX]$/.test(text)) return { ok: false, code: 'id-characters' };
  if (idCheckCharacter(text) !== text[17]) return { ok: false, code: 'id-check-digit' };
  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isPlainDate(birthDate) || birthDate > today || birthDate < earliestBirth) return { ok: false, code: 'id-birth-date' };
  const regionCode = text.slice(0, 6);
  const kindOfRegion = kindByRegion(regionCode);
  if (!kindOfRegion) return { ok: false, code: 'id-region' };
  if (kind && kind !== kindOfRegion) return { ok: false, code: 'id-kind-region' };
  return { ok: true, number: text, birthDate: birthDate as PlainDate, sex: Number(text[16]) % 2 === 1 ? '1' : '2', regionCode };
}

/** The check character for the first 17 digits: weighted sum mod 11 as an index (GB 11643-1999, annex A). */
export function idCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return checkCharacters.charAt(sum % 11);
}

/** Which kind of document bears numbers of this region, or undefined where none does. */
export function kindByRegion(regionCode: string): CitizenIdKind | undefined {
  const permit = permitRegions[regionCode];
  if (permit) return permit;
  return findProvince(regionCode) && regionCode < '700000' ? 'resident-id' : undefined;
}
