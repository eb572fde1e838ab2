import { foldText } from './fold-text.ts';
import { JoinedText, markAscii, markUnicode, separator } from './joined-text.ts';
import type { PersonLine } from './ledger-lines.ts';

/** How a query may lie in a field: the whole of it, its beginning, its end, or anywhere but at the beginning. */
export type Lie = 'whole' | 'beginning' | 'ending' | 'inside';

export interface TextSearch {
  readonly name: 'names' | 'pinyin';
  /** Folded, not empty. */
  readonly query: string;
  readonly lie: Lie;
}

/** Names and their pinyin of some hundreds or thousands of people. */
export class PeopleText {
  readonly #people: readonly PersonLine[];
  readonly #names: JoinedText;
  readonly #pinyin: JoinedText;

  /** `people` in the order of their hits. */
  constructor(people: readonly PersonLine[]) {
    this.#people = people;
    this.#names = new JoinedText(people.map(({ name }) => markUnicode(foldText(name)) + separator));
    this.#pinyin = new JoinedText(people.map((person) => pinyinFields(person).join('')));
  }

  /** Gives each person once, until `take` says that it has enough; then it answers false. */
  find({ name, query, lie }: TextSearch, take: (person: PersonLine) => boolean): boolean {
    const atStart = lie === 'whole' || lie === 'beginning';
    const end = lie === 'whole' || lie === 'ending' ? separator : '';
    const takeLine = (line: number) => {
      const person = this.#people[line];
      return person === undefined || take(person);
    };
    if (name === 'names') return this.#names.find((atStart ? markUnicode(query) : query) + end, atStart, takeLine);
    return this.#pinyin.find((atStart ? markAscii(query) : markSyllable(query)) + end, undefined, takeLine);
  }
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
      return [mark(rest.join('')) + separator, mark(rest.map((syllable) => syllable.charAt(0)).join('')) + separator];
    });
  });
}

/** A capital: the letters themselves are all small. */
function markSyllable(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}
