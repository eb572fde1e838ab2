import { foldText } from './fold-text.ts';
import type { PersonLine } from './ledger-lines.ts';

interface Employer {
  readonly name: string;
  readonly folded: string;
  /** In the order in which they came here; who went elsewhere since is still among them. */
  readonly people: PersonLine[];
}

/** Employers by their names, each once: thousands of people work for hundreds of employers, so these are searched by themselves. */
export class EmployerText {
  readonly #employers = new Map<string, Employer>();
  readonly #employerOf = new Map<PersonLine, string>();

  /** Takes a person's employer as it is now. */
  set(person: PersonLine): void {
    const { employer: name } = person;
    if (this.#employerOf.get(person) === name) return;
    this.#employerOf.set(person, name);
    const employer = this.#employers.get(name) ?? { name, folded: foldText(name), people: [] };
    this.#employers.set(name, employer);
    employer.people.push(person);
  }

  /** People whose employer's name begins so, or has it further in; of each employer the newest first, each person once. */
  find(query: string, lie: 'beginning' | 'inside', take: (person: PersonLine) => boolean): boolean {
    for (const { name, folded, people } of this.#employers.values()) {
      const at = folded.indexOf(query);
      if (at === -1 || (at === 0) !== (lie === 'beginning')) continue;
      for (let last = people.length - 1; last >= 0; last--) {
        const person = people[last];
        if (person?.employer === name && !take(person)) return false;
      }
    }
    return true;
  }
}
