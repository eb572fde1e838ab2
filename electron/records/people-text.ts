import { foldText } from './fold-text.ts';
import type { PersonLine } from './ledger-lines.ts';

/** Which joined text a query is looked for in. */
export type TextName = 'names' | 'pinyin';

/** How a query may lie in a field: the whole of it, its beginning, its end, or anywhere but at the beginning. */
export type Lie = 'whole' | 'beginning' | 'ending' | 'inside';

export interface TextSearch {
  readonly name: TextName;
  /** Folded, not empty. */
  readonly query: string;
  readonly lie: Lie;
}

/** From seven code units on the engine takes an algorithm that makes tables first and is four times slower on texts like these. */
const longestLinear = 6;
const separator = '\n';
/** So that the ASCII texts keep one byte a character, and no character of theirs is taken for a marked one. */
const asciiMark = 0x80;
const unicodeMark = 0x8000;

/**
 * The searchable fields of some hundreds or thousands of people, joined into two strings that are scanned by the engine's own
 * search, newest person first. A field's first code unit is marked (a bit turned over), so that looking for a beginning and looking
 * further in are two plain searches that never meet each other's hits, each for a character that is rare.
 */
export class PeopleText {
  readonly #people: readonly PersonLine[];
  readonly #texts: Record<TextName, string>;
  readonly #starts: Record<TextName, Uint32Array>;

  /** `people` in the order of their hits. */
  constructor(people: readonly PersonLine[]) {
    this.#people = people;
    this.#texts = { names: '', pinyin: '' };
    this.#starts = { names: new Uint32Array(), pinyin: new Uint32Array() };
    this.#join('names', (person) => markUnicode(foldText(person.name)) + separator);
    this.#join('pinyin', (person) =>
      pinyinFields(person)
        .map((field) => field + separator)
        .join(''),
    );
  }

  /** Gives each person once, until `take` says that it has enough; then it answers false. */
  find({ name, query, lie }: TextSearch, take: (person: PersonLine) => boolean): boolean {
    const text = this.#texts[name];
    const starts = this.#starts[name];
    const needle = needleFor({ name, query, lie });
    const head = needle.slice(0, longestLinear);
    const atStart = lie === 'whole' || lie === 'beginning';
    for (let at = text.indexOf(head); at !== -1; ) {
      const line = text.startsWith(needle, at) ? lineAt(starts, at) : -1;
      const person = this.#people[line];
      // A marked code unit may be another name's plain one: only the place tells.
      const lies = person !== undefined && (name !== 'names' || (at === starts[line]) === atStart);
      if (lies && !take(person)) return false;
      at = text.indexOf(head, lies ? starts[line + 1] : at + 1);
    }
    return true;
  }

  #join(name: TextName, fieldsOf: (person: PersonLine) => string): void {
    const starts = new Uint32Array(this.#people.length + 1);
    const lines = this.#people.map((person, line) => {
      const fields = fieldsOf(person);
      starts[line + 1] = (starts[line] ?? 0) + fields.length;
      return fields;
    });
    this.#texts[name] = lines.join('');
    this.#starts[name] = starts;
  }
}

function needleFor({ name, query, lie }: TextSearch): string {
  const end = lie === 'whole' || lie === 'ending' ? separator : '';
  if (lie === 'whole' || lie === 'beginning') return (name === 'names' ? markUnicode(query) : markAscii(query)) + end;
  return (name === 'names' ? query : markSyllable(query)) + end;
}

/**
 * Each reading as it may be typed: all its letters, and its syllables' first ones; both once more from each later syllable on, since
 * nobody types a part of a syllable.
 */
function pinyinFields({ pinyin }: PersonLine): string[] {
  if (pinyin === '') return [];
  return pinyin.split('\n').flatMap((reading) => {
    const syllables = reading.split(' ');
    return syllables.flatMap((_, from) => {
      const rest = syllables.slice(from);
      const mark = from === 0 ? markAscii : markSyllable;
      return [mark(rest.join('')), mark(rest.map((syllable) => syllable.charAt(0)).join(''))];
    });
  });
}

/** A capital: the letters themselves are all small. */
function markSyllable(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}

function markAscii(field: string): string {
  return field === '' ? '' : String.fromCharCode(field.charCodeAt(0) | asciiMark) + field.slice(1);
}

function markUnicode(field: string): string {
  return field === '' ? '' : String.fromCharCode(field.charCodeAt(0) ^ unicodeMark) + field.slice(1);
}

/** The line that a place lies in: the last that begins at or before it. */
function lineAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}
