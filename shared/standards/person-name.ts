import { type Tidied, tidy } from './tidied.ts';

export type NameCode = 'name-empty' | 'name-too-long' | 'name-control-character' | 'name-damaged';
export type FormerNameCode = NameCode | 'former-name-same';
export type ScriptNameCode = NameCode | 'name-no-script' | 'name-scripts-mixed';
export type LatinNameCode = NameCode | 'name-not-latin';
export type NameChange = 'middle-dot' | 'spaces';
export type NameCheck =
  | {
      ok: true;
      name: string;
      /** Private-use characters (`U+E863`), as some ID chips hold them: a prompt to type the name as the card shows it, never a dead end. */
      privateUse: readonly string[];
    }
  | { ok: false; code: NameCode };

/** Scripts that 民族文字姓名 are written in, by ISO 15924: what a record and a font are told. */
export type NameScript = (typeof scripts)[number];

export type ScriptNameCheck =
  | {
      ok: true;
      name: string;
      script: NameScript;
      privateUse: readonly string[];
      /** Glyph codes of the old Menksoft fonts: the name looks right with these fonts alone, so it is to be typed in Unicode. */
      menksoft: boolean;
    }
  | { ok: false; code: ScriptNameCode };

/**
 * Mongolian (with Todo, Sibe and Manchu), Tibetan, Arabic (Uyghur, Kazakh, Kirgiz), Yi, Hangul, Tai Le and New Tai Lue and Tai Tham
 * (Dai), Lisu, Latin (Zhuang, Bouyei, Hani, Wa, Jingpo and others), Cyrillic.
 */
const scripts = ['Mong', 'Tibt', 'Arab', 'Yiii', 'Hang', 'Tale', 'Talu', 'Lana', 'Lisu', 'Latn', 'Cyrl'] as const;

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

/** Checks a tidied former name (曾用名): as a name, and it is not the present one (`former-name-same`). */
export function checkFormerName(name: string, presentName: string): NameCheck | { ok: false; code: FormerNameCode } {
  return name === presentName ? { ok: false, code: 'former-name-same' } : checkPersonName(name);
}

/**
 * Checks a tidied 民族文字姓名, copied from the document, and finds its script. Codes beside a name's: `name-no-script` (no letter of
 * such a script: Chinese characters belong into the name), `name-scripts-mixed`. Menksoft's private-use glyphs (U+E234–E34F) count as
 * Mongolian. Scripts by the Unicode property `Script`.
 */
export function checkScriptName(name: string): ScriptNameCheck {
  const checked = checkPersonName(name);
  if (!checked.ok) return checked;
  const found = new Set([...name].flatMap((character) => scriptOf(character) ?? []));
  const [script, another] = found;
  if (!script) return { ok: false, code: 'name-no-script' };
  if (another || /\p{Script=Han}/u.test(name)) return { ok: false, code: 'name-scripts-mixed' };
  return { ok: true, name, script, privateUse: checked.privateUse, menksoft: menksoft.test(name) };
}

/**
 * Checks a tidied name in Latin letters, as a foreigner's document has it: letters of any Latin alphabet with their marks, spaces,
 * apostrophes, hyphens, full stops and commas; `name-not-latin` otherwise. Order and case are the document's.
 */
export function checkLatinName(name: string): NameCheck | { ok: false; code: LatinNameCode } {
  const checked = checkPersonName(name);
  if (!checked.ok) return checked;
  return /^[\p{Script=Latin}\p{M} '\u2019\u02BC.,\u2010-]+$/u.test(name) ? checked : { ok: false, code: 'name-not-latin' };
}

const menksoft = /[\uE234-\uE34F]/;
const scriptPatterns = scripts.map((script) => [script, new RegExp(`^\\p{Script=${script}}$`, 'u')] as const);

function scriptOf(character: string): NameScript | undefined {
  if (menksoft.test(character)) return 'Mong';
  return scriptPatterns.find(([, pattern]) => pattern.test(character))?.[0];
}

/** How many characters a person would count: code points, not UTF-16 units. */
export function countCodePoints(text: string): number {
  return [...text].length;
}

function codePointLabel(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
