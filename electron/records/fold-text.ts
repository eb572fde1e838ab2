/** A text as it is compared, and for each of its code units the place in the text it came from. */
export interface FoldedText {
  readonly folded: string;
  /** One more than there are code units: the last is the text's length. */
  readonly places: readonly number[];
}

/** What makes no difference to who is meant: spaces, hyphens, and the middle dot in all the shapes that keyboards give it. */
const ignored = /[\s\u200B\u3000·•・‧∙･﹒⸱\-\u2010-\u2015]/u;
const ready = /^[a-z0-9\u3400-\u9FFF]*$/;

/**
 * Folds what was typed, and what it is compared with: full-width signs to ASCII, capitals to small letters, `ü` to `v` as pinyin is
 * typed, and without what is ignored. Characters themselves are never normalised: 𠮷 is not 吉.
 */
export function foldText(text: string): string {
  if (ready.test(text)) return text;
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

export function foldWithPlaces(text: string): FoldedText {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit++) places.push(at + Math.min(unit, character.length - 1));
    folded += part;
    at += character.length;
  }
  places.push(at);
  return { folded, places };
}

function foldCharacter(character: string): string {
  if (ignored.test(character)) return '';
  const code = character.charCodeAt(0);
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  if (ignored.test(narrow)) return '';
  const small = narrow.toLowerCase();
  return small === 'ü' ? 'v' : small;
}
