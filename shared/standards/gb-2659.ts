import { countryNames } from './gb-2659-names.ts';

/** A country or region (国家和地区), or one of ICAO's marks for people without a nationality. */
export interface Country {
  /** ISO 3166-1 alpha-3, or `XXA` … `XXX`. */
  code: string;
  /** ISO 3166-1 alpha-2; ICAO's marks have none. */
  alpha2?: string;
  /** ISO 3166-1 numeric-3, as in the number of a permanent resident; ICAO's marks have none. */
  numeric?: string;
  zh: string;
  en: string;
  /** Other names that a clerk may look for. */
  otherNames: readonly string[];
  /** False for 中国香港, 中国澳门 and 中国台湾: who comes from there is asked for no other nationality than the document's. */
  isNationality: boolean;
}

/**
 * Where a public office of China writes otherwise than the library: the first three always; 巴勒斯坦 and 马尔维纳斯群岛 as 外交部 does;
 * the Chinese short names by GB/T 2659-2000 as public copies have them.
 */
const officeNames: Readonly<Record<string, { zh?: string; en?: string }>> = {
  HKG: { zh: '中国香港', en: 'Hong Kong, China' },
  MAC: { zh: '中国澳门', en: 'Macao, China' },
  TWN: { zh: '中国台湾', en: 'Taiwan, China' },
  ARE: { zh: '阿联酋' },
  BIH: { zh: '波黑' },
  CAF: { zh: '中非' },
  DOM: { zh: '多米尼加' },
  FLK: { zh: '马尔维纳斯群岛（福克兰群岛）', en: 'Malvinas (Falkland Islands)' },
  MMR: { en: 'Myanmar' },
  PSE: { zh: '巴勒斯坦', en: 'Palestine' },
};

/** ICAO Doc 9303 part 3 (2021), section 5, part D: codes for persons without a defined nationality. */
const withoutNationality: readonly Country[] = [
  ['XXA', '无国籍人', 'Stateless person'],
  ['XXB', '难民', 'Refugee'],
  ['XXC', '其他难民', 'Refugee (other)'],
  ['XXX', '国籍不明', 'Unspecified nationality'],
].map(([code = '', zh = '', en = '']) => ({ code, zh, en, otherNames: [], isNationality: true }));

const neverNationality = ['HKG', 'MAC', 'TWN'];

/**
 * 国家和地区 with their Chinese and English short names, in the order of their alpha-3 codes. Sources: ISO 3166-1 and Unicode CLDR
 * (gb-2659-names.ts), with the names that offices use (above); the marks for people without a nationality come last.
 */
export const countries: readonly Country[] = [...countryNames.trim().split('\n').map(readCountry), ...withoutNationality];

const byCode = new Map(countries.map((country) => [country.code, country]));
const byNumeric = new Map(countries.map((country) => [country.numeric, country]));

function readCountry(line: string): Country {
  const [code = '', alpha2 = '', numeric = '', zh = '', en = ''] = line.split('|');
  const office = officeNames[code];
  const otherNames = [office?.zh && zh, office?.en && en].filter((name) => name !== undefined);
  const names = { zh: office?.zh ?? zh, en: office?.en ?? en, otherNames };
  return { code, alpha2, numeric, ...names, isNationality: !neverNationality.includes(code) };
}

/** The country or region of an alpha-3 code, or undefined. */
export function findCountry(code: string): Country | undefined {
  return byCode.get(code);
}

/** The country or region of a numeric-3 code (`682`), or undefined. */
export function findCountryByNumeric(numeric: string): Country | undefined {
  return byNumeric.get(numeric);
}

/**
 * The countries and regions that fit what was typed, best first: by code, by the beginning of a name, by the beginning of a word or
 * of a code, by any part of a Chinese name; case and accents don't count. Nothing typed gives all.
 */
export function searchCountries(typed: string): readonly Country[] {
  const sought = fold(typed.trim());
  if (sought === '') return countries;
  return countries
    .map((country) => ({ country, rank: rankOf(country, sought) }))
    .filter(({ rank }) => rank < unfit)
    .sort((a, b) => a.rank - b.rank)
    .map(({ country }) => country);
}

const unfit = 4;

function rankOf({ code, alpha2, zh, en, otherNames }: Country, sought: string): number {
  if (sought === code.toLowerCase() || sought === alpha2?.toLowerCase()) return 0;
  const names = [zh, en, ...otherNames].map(fold);
  if (names.some((name) => name.startsWith(sought))) return 1;
  const words = names.flatMap((name) => name.split(/[\s(（]+/));
  if (code.toLowerCase().startsWith(sought) || words.some((word) => word.startsWith(sought))) return 2;
  return /\p{Script=Han}/u.test(sought) && names.some((name) => name.includes(sought)) ? 3 : unfit;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
