import { isPlainDate, type PlainDate } from '../domain/plain-date.ts';
import { findCountry, findCountryByNumeric } from './gb-2659.ts';
import { idCheckCharacter } from './gb-11643.ts';
import { mrzCheckDigit } from './mrz-check-digit.ts';

export type PermanentResidentCode = 'pr-length' | 'pr-characters' | 'id-check-digit' | 'id-birth-date';
export type PermanentResidentCheck =
  | {
      ok: true;
      number: string;
      birthDate: PlainDate;
      /** GB/T 2659 alpha-3 of places 4–6: the nationality at first issue. Absent where no country has the number now. */
      nationality?: string;
      /** Places 2–3, a GB/T 2260 province: where the card was applied for first. */
      placeCode: string;
    }
  | { ok: false; code: PermanentResidentCode };

export type OldPermanentResidentCode = 'pr-old-format' | 'id-check-digit';
export type OldPermanentResidentCheck =
  | {
      ok: true;
      number: string;
      /** The three letters, where they are a country's: the nationality at first issue. */
      nationality?: string;
      /** A guess from two digits of the year: the latest such date that is not after today. Never more than a hint. */
      birthDateHint?: PlainDate;
    }
  | { ok: false; code: OldPermanentResidentCode };

const earliestBirth = '1880-01-01';

/**
 * Checks a tidied number of a 外国人永久居留身份证 of 2023: 9, province of first application (2), nationality as GB/T 2659 numeric code
 * (3), birth date (8), sequence (3), check character. The first fault is named: `pr-length`, `pr-characters`, `id-check-digit`,
 * `id-birth-date` (no date, after today, before 1880). Sex is the card's to say, and no unknown country or place refuses a card, since
 * codes are retired and cards stay. Source: 国家移民管理局《新版外国人永久居留身份证适配性改造要点》(2023), part 2 with table 1; check
 * character as in GB 11643-1999, annex A.
 */
export function checkPermanentResidentNumber(text: string, { today }: { today: PlainDate }): PermanentResidentCheck {
  if (text.length !== 18) return { ok: false, code: 'pr-length' };
  if (!/^9\d{16}[\dX]$/.test(text)) return { ok: false, code: 'pr-characters' };
  if (idCheckCharacter(text) !== text[17]) return { ok: false, code: 'id-check-digit' };
  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isPlainDate(birthDate) || birthDate > today || birthDate < earliestBirth) return { ok: false, code: 'id-birth-date' };
  const nationality = foreignNationality(findCountryByNumeric(text.slice(3, 6))?.code);
  return { ok: true, number: text, birthDate: birthDate as PlainDate, ...nationality, placeCode: text.slice(1, 3) };
}

/**
 * Checks a tidied number of the cards of 2004 and 2017, which are valid till they expire: nationality (3 letters), place of first
 * application (4), birth date as YYMMDD, sequence (1), check digit. Codes: `pr-old-format`, `id-check-digit` (ICAO Doc 9303's 7 3 1
 * over the first fourteen places). Digits that are no date give no hint and refuse nobody. Source: the same 改造要点, which derive the
 * old number from the new card; the check digit's rule from readers that do so, and it holds for the sample published there.
 */
export function checkOldPermanentResidentNumber(text: string, { today }: { today: PlainDate }): OldPermanentResidentCheck {
  if (!/^[A-Z]{3}\d{12}$/.test(text)) return { ok: false, code: 'pr-old-format' };
  if (mrzCheckDigit(text.slice(0, 14)) !== text[14]) return { ok: false, code: 'id-check-digit' };
  const [year, month, day] = [text.slice(7, 9), text.slice(9, 11), text.slice(11, 13)];
  const hint = ['20', '19']
    .map((century) => `${century}${year}-${month}-${day}`)
    .find((date) => isPlainDate(date) && date <= today);
  return { ok: true, number: text, ...foreignNationality(text.slice(0, 3)), ...(hint && { birthDateHint: hint as PlainDate }) };
}

/** Nobody holds such a card as a Chinese citizen, so neither China nor its regions are taken for a nationality here. */
function foreignNationality(code: string | undefined): { nationality?: string } {
  const country = code && code !== 'CHN' ? findCountry(code) : undefined;
  return country?.isNationality ? { nationality: country.code } : {};
}
