import type { PersonId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { maskIdNumber, phoneTail } from '../../shared/domain/talent/masking.ts';
import { registerTalent } from '../../shared/domain/talent/register-talent.ts';
import { checkPersonName } from '../../shared/standards/person-name.ts';
import { deskCalls } from './desk-door.ts';
import { draftFile } from './drafts.ts';
import type { DeskRoom, PersonSummary } from './open-counter.ts';
import { personHistory } from './person-history.ts';
import { tierName } from './tier-name.ts';
import { viewPerson } from './view-person.ts';

/** Registering people, finding them, and looking at them. */
export function talentCalls(room: DeskRoom) {
  const calls = deskCalls.talents;
  return {
    register: calls.register.handler(async ({ input }) => {
      const { decisions, ledger, files } = room.counter();
      const number = input.facts.document.number;
      const { entry, seq } = await decisions.record(room.staff().id, [`id-number:${number}`], async () => {
        const facts = registerTalent(input.facts, {
          registeredAs: ledger.findPersonByIdNumber(number),
          newPersonId: room.newId() as PersonId,
          today: room.clock.today(),
          firstClerk: room.staff().id,
          toldFrom: input.toldFrom,
        });
        return { kind: 'talent.registered', command: input, facts };
      });
      if (input.draftId) await files.remove(draftFile(input.draftId));
      if (entry.kind !== 'talent.registered') throw new Error('another entry came back');
      return { personId: entry.facts.person.id, seq };
    }),

    get: calls.get.handler(({ input }) => viewPerson(room.counter(), input.personId, room.clock.today())),

    history: calls.history.handler(({ input }) => {
      mustKnow(room, input.personId);
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

/** Exact on the number first; then name with birth date, then phone. Each person once, with the strongest reason. */
function likely(
  room: DeskRoom,
  input: { idNumber?: string | undefined; name?: string | undefined; birthDate?: string | undefined; phone?: string | undefined },
) {
  const { ledger } = room.counter();
  const found = new Map<PersonId, { person: PersonSummary; why: 'id-number' | 'name-and-birth-date' | 'phone' }>();
  const add = (person: PersonSummary | undefined, why: 'id-number' | 'name-and-birth-date' | 'phone') => {
    if (person && !found.has(person.id)) found.set(person.id, { person, why });
  };
  if (input.idNumber) add(ledger.findPerson(ledger.findPersonByIdNumber(input.idNumber) ?? ''), 'id-number');
  if (input.name && input.birthDate) {
    const name = checkPersonName(input.name);
    if (name.ok)
      for (const person of ledger.findPeople({ name: name.name, birthDate: input.birthDate })) add(person, 'name-and-birth-date');
  }
  if (input.phone) for (const person of ledger.findPeople({ phone: input.phone })) add(person, 'phone');
  return [...found.values()].slice(0, 10).map(({ person, why }) => ({
    ...listed(room, person),
    idKind: person.idKind,
    birthDate: person.birthDate,
    registeredOn: person.registeredOn,
    why,
  }));
}
