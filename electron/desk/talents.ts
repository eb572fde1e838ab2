import type { PersonId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { IdKind } from '../../shared/domain/talent/id-kind.ts';
import { maskIdNumber, phoneTail } from '../../shared/domain/talent/masking.ts';
import { identityKey } from '../../shared/standards/identity-document.ts';
import { type AlikeFacts, findAlike } from './alike-people.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom, PersonSummary } from './open-counter.ts';
import { personHistory } from './person-history.ts';
import { register } from './register.ts';
import { tierName } from './tier-name.ts';
import { viewPerson } from './view-person.ts';
import { noteView } from './viewed-people.ts';

/** Registering people, finding them, and looking at them. */
export function talentCalls(room: DeskRoom) {
  const calls = deskCalls.talents;
  return {
    register: calls.register.handler(({ input }) => register(room, input)),

    get: calls.get.handler(async ({ input }) => {
      mustBeHere(room, input.personId);
      const view = await viewPerson(room.counter(), input.personId, room.clock.today());
      await noteView(room, input.personId);
      return view;
    }),

    history: calls.history.handler(({ input }) => {
      if (!room.counter().ledger.redactedOn(input.personId)) mustKnow(room, input.personId);
      return personHistory(room.counter(), input.personId);
    }),

    uncoverIdNumber: calls.uncoverIdNumber.handler(async ({ input }) => {
      const person = mustKnow(room, input.personId);
      const { personId, reason } = input;
      await room.counter().decisions.record(room.staff().id, [`person:${personId}`], async () => ({
        kind: 'id-number.uncovered',
        command: input,
        facts: { personId, reason },
      }));
      return { idNumber: person.idNumber, phone: person.phone };
    }),

    likely: calls.likely.handler(({ input }) => likely(room, input)),
    search: calls.search.handler(({ input }) => room.counter().directory.search(input.text, input.limit)),
    recent: calls.recent.handler(() =>
      room
        .counter()
        .ledger.recentPeople(10)
        .map((person) => listed(room, person)),
    ),
    employers: calls.employers.handler(({ input }) => room.counter().ledger.findEmployers(input.text, 8)),
  };
}

/** What is left of somebody whose data has gone is told as that, and not as if there had been nobody. */
function mustBeHere(room: DeskRoom, personId: PersonId): void {
  const on = room.counter().ledger.redactedOn(personId);
  if (on) refuse('person-redacted', { on });
}

function mustKnow(room: DeskRoom, personId: PersonId): PersonSummary {
  return room.counter().ledger.findPerson(personId) ?? refuse('not-found', { what: 'person' });
}

function listed(room: DeskRoom, person: PersonSummary) {
  const counter = room.counter();
  const cardNumber = counter.ledger.cardsOf(person.id).at(-1);
  const inForce = counter.ledger.recognitionInForce(person.id, room.clock.today());
  return {
    personId: person.id,
    name: person.name,
    maskedIdNumber: maskIdNumber(person.idNumber),
    employer: person.employer,
    phoneTail: phoneTail(person.phone),
    ...(inForce && { tier: tierName(counter, inForce) }),
    ...(cardNumber && { cardNumber }),
  };
}

/** Exact on the number first; then whoever is alike. */
function likely(room: DeskRoom, input: LikelyInput) {
  const { ledger } = room.counter();
  const { idNumber, idKind = 'resident-id', nationality = 'CHN' } = input;
  const exact =
    idNumber === undefined
      ? undefined
      : ledger.findPerson(ledger.findPersonByIdKey(identityKey({ kind: idKind, number: idNumber, nationality })) ?? '');
  const alike = findAlike(room, input).filter(({ person }) => person.id !== exact?.id);
  const found = [...(exact ? [{ person: exact, why: 'id-number' as const }] : []), ...alike];
  return found.map(({ person, why }) => ({
    ...listed(room, person),
    idKind: person.idKind,
    birthDate: person.birthDate,
    registeredOn: person.registeredOn,
    why,
  }));
}

interface LikelyInput extends AlikeFacts {
  readonly idKind?: IdKind | undefined;
  readonly idNumber?: string | undefined;
  readonly nationality?: string | undefined;
}
