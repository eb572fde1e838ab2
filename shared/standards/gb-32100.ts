import { foldFullWidth, type Tidied, tidy, withoutSpaces } from './tidied.ts';

export type UsccCode = 'uscc-length' | 'uscc-characters' | 'uscc-check';
export type UsccChange = 'full-width' | 'spaces' | 'letter-case';
export type UsccCheck =
  | {
      ok: true;
      uscc: string;
      /** `uscc-organisation-code`: places 9–17 don't hold as an organisation code of GB 11714. It warns, since issued ones are known that don't. */
      warnings: readonly 'uscc-organisation-code'[];
    }
  | { ok: false; code: UsccCode };

/** Digits and letters without I, O, S, V, Z; a sign's value is its place here (GB 32100-2015, table 2). */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Mends what typing and pasting bring: full-width signs, spaces and hyphens, lower case. */
export function tidyUscc(text: string): Tidied<UsccChange> {
  return tidy(text, [
    ['full-width', (t) => foldFullWidth(t.replaceAll('\u3000', ''))],
    ['spaces', (t) => withoutSpaces(t).replaceAll('-', '')],
    ['letter-case', (t) => t.toUpperCase()],
  ]);
}

/**
 * Checks a tidied 18-place 统一社会信用代码. Codes: `uscc-length`, `uscc-characters`, `uscc-check`. Source: GB 32100-2015, clause 4
 * and annex A; the organisation code within by GB 11714-1997.
 */
export function checkUscc(text: string): UsccCheck {
  if (text.length !== 18) return { ok: false, code: 'uscc-length' };
  if ([...text].some((sign) => !signs.includes(sign))) return { ok: false, code: 'uscc-characters' };
  if (usccCheckCharacter(text) !== text[17]) return { ok: false, code: 'uscc-check' };
  const organisation = text.slice(8, 17);
  const holds = organisationCheckCharacter(organisation) === organisation[8];
  return { ok: true, uscc: text, warnings: holds ? [] : ['uscc-organisation-code'] };
}

/** The check character for the first 17 places: weights 3^(i−1) mod 31, (31 − sum mod 31) mod 31 (GB 32100-2015, annex A). */
export function usccCheckCharacter(places: string): string {
  let weight = 1;
  let sum = 0;
  for (const sign of places.slice(0, 17)) {
    sum += signs.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return signs.charAt((31 - (sum % 31)) % 31);
}

/** The check character for the first 8 places of an organisation code; letters count A = 10 … Z = 35 (GB 11714-1997, clause 3.2). */
export function organisationCheckCharacter(places: string): string {
  const sum = organisationWeights.reduce((total, weight, i) => total + weight * Number.parseInt(places.charAt(i), 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
