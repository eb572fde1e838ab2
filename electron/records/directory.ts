import type { SearchHit } from '../../shared/contract/talent-calls.ts';
import { EmployerText } from './employer-text.ts';
import { foldText } from './fold-text.ts';
import type { Ledger } from './ledger.ts';
import type { PersonLine } from './ledger-lines.ts';
import { NumberGrams } from './number-grams.ts';
import { PeopleText, type TextSearch } from './people-text.ts';
import { type HitParts, searchHit, type TierName } from './search-hit.ts';

export interface DirectoryOptions {
  readonly tierName?: TierName | undefined;
}

/** People whose texts are joined together: small enough to be joined again within a keystroke when one of them changes. */
const peoplePerPart = 4_096;

interface Part {
  readonly texts: PeopleText;
  readonly numbers: NumberGrams;
}

interface Pass {
  readonly text: TextSearch['name'] | 'numbers' | 'employers';
  readonly lie: TextSearch['lie'];
  readonly found: HitParts['found'];
}

/**
 * Search-as-you-type over everybody in the ledger: names, pinyin and its initials, parts of ID number, phone and card number,
 * employers. Whatever stands in a field is found, wherever in it: the texts are scanned at each keystroke, not looked up by their words.
 */
export class Directory {
  readonly #ledger: Ledger;
  readonly #tierName: TierName | undefined;
  /** By the order of registration; undefined where somebody's line has changed since. */
  readonly #parts: (Part | undefined)[] = [];
  readonly #employers = new EmployerText();

  constructor(ledger: Ledger, { tierName }: DirectoryOptions = {}) {
    this.#ledger = ledger;
    this.#tierName = tierName;
    for (const person of ledger.people) this.#employers.set(person);
    for (let part = 0; part * peoplePerPart < ledger.people.length; part++) this.#part(part);
    ledger.onPerson((person) => {
      this.#parts[Math.floor(person.slot / peoplePerPart)] = undefined;
      this.#employers.set(person);
    });
  }

  /**
   * Hits for what was typed, best first: a whole field before a beginning, a beginning before the middle, people's own fields before
   * their employer's, and the newest first. Each person once.
   */
  search(text: string, limit: number): SearchHit[] {
    const query = foldText(text);
    if (query === '') return [];
    const hits = new Map<PersonLine, SearchHit>();
    for (const pass of passesFor(query)) {
      const { found } = pass;
      const take = (person: PersonLine) => {
        if (!hits.has(person)) hits.set(person, searchHit({ person, query, found }, this.#ledger, this.#tierName));
        return hits.size < limit;
      };
      if (!this.#find(pass, query, take)) break;
    }
    return [...hits.values()];
  }

  #find({ text, lie }: Pass, query: string, take: (person: PersonLine) => boolean): boolean {
    if (text === 'employers') return this.#employers.find(query, lie === 'inside' ? 'inside' : 'beginning', take);
    for (let part = Math.ceil(this.#ledger.people.length / peoplePerPart) - 1; part >= 0; part--) {
      const { texts, numbers } = this.#part(part);
      const goesOn = text === 'numbers' ? numbers.find(query, lie, take) : texts.find({ name: text, query, lie }, take);
      if (!goesOn) return false;
    }
    return true;
  }

  #part(at: number): Part {
    const known = this.#parts[at];
    if (known) return known;
    const people = this.#ledger.people.slice(at * peoplePerPart, (at + 1) * peoplePerPart).reverse();
    const part = { texts: new PeopleText(people), numbers: new NumberGrams(people) };
    this.#parts[at] = part;
    return part;
  }
}

const employers: readonly Pass[] = [
  { text: 'employers', lie: 'beginning', found: 'employer' },
  { text: 'employers', lie: 'inside', found: 'employer' },
];
const names: readonly Pass[] = (['whole', 'beginning', 'inside'] as const).map((lie) => ({ text: 'names', lie, found: 'name' }));
const nameOrPinyin: readonly Pass[] = names.flatMap((pass) => [
  pass,
  { text: 'pinyin', lie: pass.lie, found: 'pinyin' } as const,
]);
/** People say the last four places of a number. */
const numbers: readonly Pass[] = (['whole', 'beginning', 'ending', 'inside'] as const).map((lie) => ({
  text: 'numbers',
  lie,
  found: 'number',
}));

/**
 * Digits are parts of numbers, Latin letters pinyin or a name written so; everything else is a name or an employer. Letters with digits
 * may be a number of an older ledger.
 */
function passesFor(query: string): readonly Pass[] {
  if (/\d/.test(query)) return [...numbers, ...names, ...employers];
  return [...(/^[a-z]+$/.test(query) ? nameOrPinyin : names), ...employers];
}
