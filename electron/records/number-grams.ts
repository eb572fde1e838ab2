import { shownNumber } from '../../shared/domain/old-number.ts';
import { foldText } from './fold-text.ts';
import type { PersonLine } from './ledger-lines.ts';
import type { Lie } from './people-text.ts';

/** Ten digits, and a number's edge. An X or any other sign counts as 0: what the bits let through is looked at anyway. */
const alphabet = 11;
const edge = '^';
const gramLength = 3;
const gramCount = alphabet ** gramLength;

/**
 * The numbers of some thousands of people (cards, ID, phone), with a bit per person for each three signs in a row in any of theirs.
 * A scan of digits as text meets a first digit everywhere; a few rows of bits laid over each other leave a handful of people.
 */
export class NumberGrams {
  readonly #people: readonly PersonLine[];
  /** Each person's numbers, folded, each between its edges. */
  readonly #numbers: readonly string[];
  /** How long they are: most of what is typed can't be a whole number yet. */
  readonly #lengths: ReadonlySet<number>;
  readonly #words: number;
  readonly #bits: Uint32Array;

  /** `people` in the order of their hits. */
  constructor(people: readonly PersonLine[]) {
    this.#people = people;
    this.#lengths = new Set(people.flatMap((person) => numbersOf(person).map((number) => number.length)));
    // One edge more, so that the last sign too begins a gram.
    this.#numbers = people.map((person) => numbersOf(person).map(edged).join('') + edge);
    this.#words = Math.ceil(people.length / 32);
    this.#bits = new Uint32Array(gramCount * this.#words);
    for (const [at, numbers] of this.#numbers.entries()) {
      for (let from = 0; from + gramLength <= numbers.length; from++) {
        const word = gramAt(numbers, from) * this.#words + (at >> 5);
        this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (at & 31));
      }
    }
  }

  /** Gives each person once, until `take` says that it has enough; then it answers false. */
  find(query: string, lie: Lie, take: (person: PersonLine) => boolean): boolean {
    if (lie === 'whole' && !this.#lengths.has(query.length)) return true;
    const wanted = lie === 'inside' ? query : lie === 'ending' ? query + edge : lie === 'beginning' ? edge + query : edged(query);
    const candidates = this.#candidates(gramsOf(wanted));
    for (let word = 0; word < candidates.length; word++) {
      for (let bits = candidates[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const at = word * 32 + (31 - Math.clz32(bits & -bits));
        const person = this.#people[at];
        if (person && this.#numbers[at]?.includes(wanted) && !take(person)) return false;
      }
    }
    return true;
  }

  /** Of each row of grams one has to be there. Row by row, since a row lies in one piece of memory. */
  #candidates(rows: readonly (readonly number[])[]): Uint32Array {
    const all = new Uint32Array(this.#words).fill(0xffffffff);
    for (const row of rows) {
      const any = row.length === 1 ? this.#row(row[0] ?? 0) : this.#anyOf(row);
      let left = 0;
      for (let word = 0; word < all.length; word++) {
        const both = (all[word] ?? 0) & (any[word] ?? 0);
        all[word] = both;
        left |= both;
      }
      if (left === 0) break;
    }
    return all;
  }

  #anyOf(grams: readonly number[]): Uint32Array {
    const any = new Uint32Array(this.#words);
    for (const gram of grams) {
      const row = this.#row(gram);
      for (let word = 0; word < any.length; word++) any[word] = (any[word] ?? 0) | (row[word] ?? 0);
    }
    return any;
  }

  #row(gram: number): Uint32Array {
    return this.#bits.subarray(gram * this.#words, (gram + 1) * this.#words);
  }
}

/** Folded numbers of a person, the newest card first. */
function numbersOf({ cardNumbers, idNumber, phone }: PersonLine): string[] {
  return [...cardNumbers.toReversed().map(shownNumber), idNumber, phone].map(foldText);
}

const edged = (number: string) => edge + number + edge;

/** Grams that together have every sign in them; less than three signs stand for all grams that begin so. */
function gramsOf(wanted: string): number[][] {
  const missing = gramLength - wanted.length;
  if (missing <= 0) {
    const steps = Math.ceil(-missing / 2);
    return Array.from({ length: steps + 1 }, (_, step) => [gramAt(wanted, Math.min(step * 2, -missing))]);
  }
  const span = alphabet ** missing;
  let first = 0;
  for (let at = 0; at < wanted.length; at++) first = first * alphabet + signAt(wanted, at);
  return [Array.from({ length: span }, (_, gram) => first * span + gram)];
}

function gramAt(text: string, from: number): number {
  return (signAt(text, from) * alphabet + signAt(text, from + 1)) * alphabet + signAt(text, from + 2);
}

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 48 && code < 58) return code - 48;
  return code === 94 ? 10 : 0;
}
