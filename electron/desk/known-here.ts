import type { PersonId } from '../../shared/domain/ids.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import type { KnownHere, KnownPerson } from '../../shared/domain/taking-over/judge-row.ts';
import type { OpenCounter } from './open-counter.ts';

/** What the records say of the people and cards of a ledger, but for who is alike. */
export function surelyKnown({ ledger }: OpenCounter, today: PlainDate): Omit<KnownHere, 'alike'> {
  const find = (id: PersonId | undefined): KnownPerson | undefined => {
    const person = id === undefined ? undefined : ledger.findPerson(id);
    if (!person) return undefined;
    const { id: personId, name } = person;
    return { personId, name, liveCard: ledger.liveCard(personId, today), inForce: ledger.recognitionInForce(personId, today) };
  };
  return {
    holderOf: (number) => ledger.findCardHolder(number),
    byIdKey: (idKey) => find(ledger.findPersonByIdKey(idKey)),
    byId: find,
  };
}

/**
 * The same with who is alike, looked up among those on record when this was made: asking everybody for each of 50,000 rows takes
 * minutes.
 */
export function knownHere(counter: OpenCounter, today: PlainDate): KnownHere {
  const nameKey = (name: string, birthDate: string) => `${name}|${birthDate}`;
  const byName = Map.groupBy(counter.ledger.findPeople({}), ({ name, birthDate }) => nameKey(name, birthDate));
  const sure = surelyKnown(counter, today);
  return {
    ...sure,
    alike: (name, birthDate) => {
      const people = (byName.get(nameKey(name, birthDate)) ?? []).slice(0, 10);
      return people.flatMap(({ id }) => sure.byId(id) ?? []);
    },
  };
}
