/** A text after mending, and what was mended: whoever shows it says so, since nothing a clerk typed is changed unseen. */
export interface Tidied<Change extends string> {
  text: string;
  changes: readonly Change[];
}

/** Applies the steps in order; a step's name is in `changes` where it made a difference. */
export function tidy<Change extends string>(
  text: string,
  steps: readonly (readonly [Change, (text: string) => string])[],
): Tidied<Change> {
  let result = text;
  const changes: Change[] = [];
  for (const [change, step] of steps) {
    const before = result;
    result = step(before);
    if (result !== before) changes.push(change);
  }
  return { text: result, changes };
}

/** Full-width letters, digits and signs (U+FF01–FF5E, Unicode's "Fullwidth ASCII variants") as their ASCII counterparts; U+3000 as a space. */
export function foldFullWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
}

/** Without white space of any kind, the zero-width space (U+200B) that copying from a web page brings included. */
export function withoutSpaces(text: string): string {
  return text.replace(/[\s\u200B]/gu, '');
}
