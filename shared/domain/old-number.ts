import { foldFullWidth, type Tidied, tidy, withoutSpaces } from '../standards/tidied.ts';

const prefix = 'old/';

/** Whether a number was taken over from an older ledger: nothing of the numbers' own form (counter/numbers.ts) holds for it. */
export function isOldNumber(number: string): boolean {
  return number.startsWith(prefix);
}

/** A number as people read it: one of an older ledger as that ledger has it. */
export function shownNumber(number: string): string {
  return isOldNumber(number) ? number.slice(prefix.length) : number;
}

/** Mends a number of an older ledger: full-width signs, spaces, the hyphens of all keyboards, small letters. */
export function tidyOldNumber(text: string): Tidied<'full-width' | 'spaces' | 'hyphens' | 'letter-case'> {
  return tidy(text, [
    ['full-width', foldFullWidth],
    ['spaces', withoutSpaces],
    ['hyphens', (t) => t.replace(/[\u2010-\u2015\u2212_]/gu, '-')],
    ['letter-case', (t) => t.toUpperCase()],
  ]);
}

/**
 * The number under which a tidied number of an older ledger is kept here, in no brand yet. Undefined unless it is 1 to 30 digits,
 * capitals, hyphens and Chinese characters.
 */
export function toOldNumber(tidied: string): string | undefined {
  return /^[0-9A-Z\p{Script=Han}-]{1,30}$/u.test(tidied) ? prefix + tidied : undefined;
}
