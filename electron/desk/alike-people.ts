import type { AlikeBecause } from '../../shared/contract/person-details.ts';
import { checkPersonName } from '../../shared/standards/person-name.ts';
import type { DeskRoom, PersonSummary } from './open-counter.ts';

export interface AlikeFacts {
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly phone?: string | undefined;
}

const shownAtMost = 10;

/** Who may be the same person: by name and birth date, by the name's sound and birth date, by phone. Each once, for the strongest reason. */
export function findAlike(
  room: DeskRoom,
  { name, birthDate, phone }: AlikeFacts,
): { person: PersonSummary; why: AlikeBecause }[] {
  const { ledger } = room.counter();
  const found = new Map<string, { person: PersonSummary; why: AlikeBecause }>();
  const add = (people: PersonSummary[], why: AlikeBecause) => {
    for (const person of people) if (!found.has(person.id)) found.set(person.id, { person, why });
  };
  const checked = name === undefined ? undefined : checkPersonName(name);
  if (checked?.ok && birthDate) {
    add(ledger.findPeople({ name: checked.name, birthDate }), 'name-and-birth-date');
    add(ledger.findPeople({ soundsLike: checked.name, birthDate }), 'pinyin-and-birth-date');
  }
  if (phone) add(ledger.findPeople({ phone }), 'phone');
  return [...found.values()].slice(0, shownAtMost);
}
