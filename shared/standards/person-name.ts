import { type Tidied, tidy } from './tidied.ts';

export type NameCode = 'name-empty' | 'name-too-long' | 'name-control-character' | 'name-damaged';
export type NameChange = 'middle-dot' | 'spaces';
export type NameCheck =
  | {
      ok: true;
      name: string;
      /** Private-use characters (`U+E863`), as some ID chips hold them: a prompt to type the name as the card shows it, never a dead end. */
      privateUse: readonly string[];
    }
  | { ok: false; code: NameCode };

/** The record's limit, in UTF-16 units: fifty characters of any plane always fit. */
const maxUnits = 100;

/** What a name's characters may not be: controls, line breaks, invisible spaces, and marks that turn the reading direction. */
const controls = /[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u;

/**
 * Mends a name visibly: the look-alikes `•` `・` `‧` `∙` `･` become `·` (U+00B7), the separator of 民委发〔2016〕33号; spaces at the
 * ends and doubled ones go. Nothing else is changed: no Unicode normalisation, no case, no simplification.
 */
export function tidyPersonName(text: string): Tidied<NameChange> {
  return tidy(text, [
    ['middle-dot', (t) => t.replace(/[•・‧∙･]/g, '·')],
    ['spaces', (t) => t.trim().replace(/\s{2,}/gu, ' ')],
  ]);
}

/**
 * Checks a tidied name. Codes: `name-empty`; `name-control-character`; `name-damaged` (half a surrogate pair or U+FFFD: the text was
 * broken on its way here); `name-too-long` (over 100 UTF-16 units). Characters by GB 18030-2022, any plane.
 */
export function checkPersonName(name: string): NameCheck {
  if (name.trim() === '') return { ok: false, code: 'name-empty' };
  if (controls.test(name)) return { ok: false, code: 'name-control-character' };
  if (/[\p{Cs}\uFFFD]/u.test(name)) return { ok: false, code: 'name-damaged' };
  if (name.length > maxUnits) return { ok: false, code: 'name-too-long' };
  const privateUse = [...name].filter((character) => /\p{Co}/u.test(character)).map(codePointLabel);
  return { ok: true, name, privateUse: [...new Set(privateUse)] };
}

/** How many characters a person would count: code points, not UTF-16 units. */
export function countCodePoints(text: string): number {
  return [...text].length;
}

function codePointLabel(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
