import { foldText } from './fold-text.ts';
import { JoinedText, markUnicode, separator } from './joined-text.ts';
import type { PersonLine } from './ledger-lines.ts';

interface Employer {
  readonly name: string;
  /** In the order in which they came here; who went elsewhere since is still among them. */
  readonly people: PersonLine[];
}

/** Employers by their names, each once: thousands of people work for hundreds of employers, so these are searched by themselves. */
export class EmployerText {
  readonly #employers: Employer[] = [];
  readonly #byName = new Map<string, Employer>();
  readonly #employerOf = new Map<PersonLine, string>();
  /** Undefined where an employer has come since. */
  #text: JoinedText | undefined;

  /** Takes a person's employer as it is now. */
  set(person: PersonLine): void {
    const { employer: name } = person;
    if (this.#employerOf.get(person) === name) return;
    this.#employerOf.set(person, name);
    this.#get(name).people.push(person);
  }

  /** People whose employer's name begins so, or has it further in; of each employer the newest first, each person once. */
  find(query: string, lie: 'beginning' | 'inside', take: (person: PersonLine) => boolean): boolean {
    this.#text ??= new JoinedText(this.#employers.map(({ name }) => markUnicode(foldText(name)) + separator));
    const atStart = lie === 'beginning';
    return this.#text.find(atStart ? markUnicode(query) : query, atStart, (line) => {
      const { name = '', people = [] } = this.#employers[line] ?? {};
      for (let last = people.length - 1; last >= 0; last--) {
        const person = people[last];
        if (person?.employer === name && !take(person)) return false;
      }
      return true;
    });
  }

  #get(name: string): Employer {
    const known = this.#byName.get(name);
    if (known) return known;
    const employer = { name, people: [] };
    this.#employers.push(employer);
    this.#byName.set(name, employer);
    this.#text = undefined;
    return employer;
  }
}
