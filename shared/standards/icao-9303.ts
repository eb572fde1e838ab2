import { isPlainDate, type PlainDate } from '../domain/plain-date.ts';
import { findMrzSlips, type MrzFormat, type MrzSlip } from './icao-9303-slips.ts';
import { mrzCheckDigit } from './mrz-check-digit.ts';
import { foldFullWidth, type Tidied, tidy } from './tidied.ts';

export type PassportNumberCode = 'passport-format';
export type PassportNumberCheck = { ok: true; number: string } | { ok: false; code: PassportNumberCode };
export type MrzCode = 'mrz-length' | 'mrz-characters';
export type MrzChange = 'full-width' | 'spaces' | 'letter-case';
export type MrzCheck = 'number' | 'birth-date' | 'expiry' | 'optional-data' | 'composite';

/** What a machine readable zone says. What can't be read as it stands is absent; nothing is mended. */
export interface MrzReading {
  ok: true;
  format: MrzFormat;
  /** `P`, `PO`, `I`, `CR`, …: the document's kind as its issuer writes it. */
  documentType: string;
  /** Issuing state or organisation, as nationality. */
  issuer: string;
  number: string;
  /** Alpha-3 of gb-2659.ts or another of ICAO's codes; Germany's `D` is given as `DEU`. */
  nationality: string;
  /** The century is the latest that puts the date not after today. Absent too where a part is unknown (`<<`). */
  birthDate?: PlainDate;
  /** GB/T 2261.1: 1 male, 2 female, 9 unspecified. */
  sex?: '1' | '2' | '9';
  /** The century is the one nearest to today. */
  expiry?: PlainDate;
  /** Family name where the issuer tells it apart; in ICAO's transliteration, with `<` read as a space. */
  primaryName: string;
  secondaryName: string;
  /** The names fill their places to the end, so they may have been cut. */
  namesCut: boolean;
  optionalData: string;
  /**
   * Check digits that don't hold. Where none fails the zone may still be misread: signs ten apart (`L` and `1`, `K` and `A`) count the
   * same, and names have no check digit.
   */
  failing: readonly MrzCheck[];
  /** Signs that look like a slip of reading, each with the likely one: for a person to compare, never applied here. */
  slips: readonly MrzSlip[];
}

type Span = readonly [from: number, to: number];
/** Where a field stands in the lines put end to end. */
interface Layout {
  lines: number;
  width: number;
  spans: Readonly<Record<Field, readonly Span[]>>;
}
type Field = 'type' | 'issuer' | 'number' | 'numberCheck' | 'nationality' | 'birth' | 'sex' | 'expiry' | 'optional' | 'names';

/** Doc 9303 part 4 (2021), 4.2.2, and part 5 (2021), 4.2.2: data elements of TD3 and TD1. */
const layouts: Readonly<Record<MrzFormat, Layout>> = {
  TD3: {
    lines: 2,
    width: 44,
    spans: {
      type: [[0, 2]],
      issuer: [[2, 5]],
      names: [[5, 44]],
      number: [[44, 53]],
      numberCheck: [[53, 54]],
      nationality: [[54, 57]],
      birth: [[57, 63]],
      sex: [[64, 65]],
      expiry: [[65, 71]],
      optional: [[72, 86]],
    },
  },
  TD1: {
    lines: 3,
    width: 30,
    spans: {
      type: [[0, 2]],
      issuer: [[2, 5]],
      number: [[5, 14]],
      numberCheck: [[14, 15]],
      birth: [[30, 36]],
      sex: [[37, 38]],
      expiry: [[38, 44]],
      nationality: [[45, 48]],
      optional: [
        [15, 30],
        [48, 59],
      ],
      names: [[60, 90]],
    },
  },
};

/** What each check digit covers, and where it stands: the same clauses. */
const checks: Readonly<Record<MrzFormat, readonly (readonly [check: MrzCheck, over: readonly Span[], place: number])[]>> = {
  TD3: [
    ['number', [[44, 53]], 53],
    ['birth-date', [[57, 63]], 63],
    ['expiry', [[65, 71]], 71],
    ['optional-data', [[72, 86]], 86],
    // biome-ignore format: three spans side by side as the standard lists them
    ['composite', [[44, 54], [57, 64], [65, 87]], 87],
  ],
  TD1: [
    ['number', [[5, 14]], 14],
    ['birth-date', [[30, 36]], 36],
    ['expiry', [[38, 44]], 44],
    // biome-ignore format: four spans side by side as the standard lists them
    ['composite', [[5, 30], [30, 37], [38, 45], [48, 59]], 59],
  ],
};

/** Mends what a reader or pasting brings: full-width signs, spaces within lines, lower case. */
export function tidyMrz(text: string): Tidied<MrzChange> {
  return tidy(text, [
    ['full-width', (t) => foldFullWidth(t.replaceAll('\u3000', ''))],
    ['spaces', (t) => t.replace(/[^\S\r\n]|\u200B/gu, '').replace(/^[\r\n]+|[\r\n]+$/g, '')],
    ['letter-case', (t) => t.toUpperCase()],
  ]);
}

/**
 * Reads a tidied machine readable zone, with or without line breaks: TD3 of passports (2 × 44) and TD1 of cards (3 × 30). Codes:
 * `mrz-length`, `mrz-characters` (other than A–Z, 0–9 and `<`). A wrong check digit is no refusal: `failing` names each. Source: ICAO
 * Doc 9303, 8th edition (2021), part 3, clause 4, part 4 and part 5.
 */
export function readMrz(text: string, { today }: { today: PlainDate }): MrzReading | { ok: false; code: MrzCode } {
  const flat = text.replace(/[\r\n]+/g, '');
  const format = formatOf(text, flat.length);
  if (!format) return { ok: false, code: 'mrz-length' };
  if (!/^[A-Z0-9<]+$/.test(flat)) return { ok: false, code: 'mrz-characters' };
  const field = (name: Field) => layouts[format].spans[name].map(([from, to]) => flat.slice(from, to)).join('');
  const [primaryName, secondaryName] = readNames(field('names'));
  const long = format === 'TD1' ? longNumber(flat) : undefined;
  return {
    ok: true,
    format,
    documentType: plain(field('type')),
    issuer: readState(field('issuer')),
    number: long?.number ?? plain(field('number')),
    nationality: readState(field('nationality')),
    ...readDates({ birth: field('birth'), expiry: field('expiry'), today }),
    ...readSex(field('sex')),
    primaryName,
    secondaryName,
    namesCut: !field('names').endsWith('<'),
    optionalData: plain(long ? field('optional').slice(long.taken) : field('optional')),
    failing: findFailing(flat, format),
    slips: findMrzSlips(flat, format),
  };
}

/** Checks a tidied passport number: six to nine capital letters and digits, `passport-format` otherwise. Source: Doc 9303 part 4, 4.2.2. */
export function checkPassportNumber(text: string): PassportNumberCheck {
  return /^[A-Z0-9]{6,9}$/.test(text) ? { ok: true, number: text } : { ok: false, code: 'passport-format' };
}

function formatOf(text: string, length: number): MrzFormat | undefined {
  const widths = text.split(/[\r\n]+/).map((line) => line.length);
  return (['TD3', 'TD1'] as const).find((format) => {
    const { lines, width } = layouts[format];
    return length === lines * width && (widths.length === 1 || widths.every((one) => one === width));
  });
}

function findFailing(flat: string, format: MrzFormat): MrzCheck[] {
  return checks[format].filter(([check, over, place]) => !holds({ flat, format, check, over, place })).map(([check]) => check);
}

interface Held {
  flat: string;
  format: MrzFormat;
  check: MrzCheck;
  over: readonly Span[];
  place: number;
}

function holds({ flat, format, check, over, place }: Held): boolean {
  const long = format === 'TD1' && check === 'number' ? longNumber(flat) : undefined;
  if (long) return mrzCheckDigit(long.number) === long.digit;
  const covered = over.map(([from, to]) => flat.slice(from, to)).join('');
  const digit = flat.charAt(place);
  // Where nothing is covered, its check digit may be left out (part 4, 4.2.2, position 43).
  if (check === 'optional-data' && digit === '<') return /^<+$/.test(covered);
  return mrzCheckDigit(covered) === digit;
}

/** A number of more than nine places on a card goes on in the optional data, with its check digit last (part 5, 4.2.2). */
function longNumber(flat: string): { number: string; digit: string; taken: number } | undefined {
  const rest = flat[14] === '<' ? /^[A-Z0-9]{2,14}(?=<)/.exec(flat.slice(15, 30))?.[0] : undefined;
  if (!rest) return undefined;
  return { number: flat.slice(5, 14) + rest.slice(0, -1), digit: rest.slice(-1), taken: rest.length };
}

function plain(field: string): string {
  return field.replace(/<+$/, '').replaceAll('<', ' ').trim();
}

function readState(field: string): string {
  const code = plain(field);
  return code === 'D' ? 'DEU' : code;
}

function readNames(field: string): [primary: string, secondary: string] {
  const [primary = '', ...others] = field.replace(/<+$/, '').split('<<');
  return [plain(primary), plain(others.join('<'))];
}

function readSex(sign: string): { sex?: '1' | '2' | '9' } {
  const sex = ({ M: '1', F: '2', '<': '9', X: '9' } as const)[sign];
  return sex ? { sex } : {};
}

function readDates({ birth, expiry, today }: { birth: string; expiry: string; today: PlainDate }) {
  const born = candidates(birth).findLast((date) => date <= today);
  const yearsAway = (date: string) => Math.abs(Number(date.slice(0, 4)) - Number(today.slice(0, 4)));
  const ends = candidates(expiry).sort((a, b) => yearsAway(a) - yearsAway(b))[0];
  return { ...(born && { birthDate: born }), ...(ends && { expiry: ends }) };
}

/** The dates that YYMMDD may mean, the earliest first. */
function candidates(digits: string): PlainDate[] {
  if (!/^\d{6}$/.test(digits)) return [];
  const dates = ['19', '20', '21'].map((century) => `${century}${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`);
  return dates.filter(isPlainDate) as PlainDate[];
}
