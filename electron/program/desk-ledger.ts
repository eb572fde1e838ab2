import type { Staff } from '../../shared/domain/staff/staff.ts';
import type { DeskLedger, PersonSummary } from '../desk/open-counter.ts';
import type { Ledger } from '../records/ledger.ts';

/** The ledger as the desk asks it. */
export function deskLedger(ledger: Ledger): DeskLedger {
  return {
    findPersonByIdNumber: (number) => ledger.findPersonByIdNumber(number)?.id,
    findPerson: (id) => ledger.findPerson(id as PersonSummary['id']),
    findPeople: (match) => ledger.people.filter((person) => matches(person, match)),
    recentPeople: (limit) => ledger.listRecentPeople(limit),
    findEmployers: (text, limit) => findEmployers(ledger, text, limit),
    recognitionsOf: (id) => ledger.recognitionsOf(id).map((line) => line.id),
    cardsOf: (id) => ledger.cardsOf(id).map((line) => line.number),
    papersOf: (id) => ledger.papersOf(id),
    historyOf: (id) => ledger.historyOf(id),
    openRecognitions: () => ledger.listOpenRecognitions().map((line) => line.id),
    recognitionInForce: (id, today) => ledger.recognitionsOf(id).find(({ validTo }) => validTo !== undefined && validTo >= today),
    findRecognitionByCertificate: (number) => findByCertificate(ledger, number),
    uncarded: (today) => ledger.listUncardedRecognitions(today),
    cardsToMake: (today) => ledger.listCardsToMake(today),
    cardsToHandOver: (today) => ledger.listCardsToHandOver(today),
    staff: (id) => withoutVersion(ledger.staff.get(id)),
    counter: () => {
      const state = ledger.counter;
      if (!state) throw new Error('the counter is not enrolled');
      const { version: _version, ...counter } = state;
      return counter;
    },
    countsOn: (day) => ledger.countsOn(day),
  };
}

function withoutVersion(state: (Staff & { version: number }) | undefined): Staff | undefined {
  if (!state) return undefined;
  const { version: _version, ...staff } = state;
  return staff;
}

function matches(person: PersonSummary, { name, birthDate, phone }: { name?: string; birthDate?: string; phone?: string }) {
  return (
    (name === undefined || person.name === name) &&
    (birthDate === undefined || person.birthDate === birthDate) &&
    (phone === undefined || person.phone === phone)
  );
}

/** Only when a certificate is verified: a look through all of them takes less than a blink. */
function findByCertificate(ledger: Ledger, number: string) {
  for (const { id, certificateNumber } of ledger.recognitions.values()) if (certificateNumber === number) return id;
  return undefined;
}

/** By code or part of the name, those registered last first: they are who comes again today. */
function findEmployers(ledger: Ledger, text: string, limit: number): { uscc: string; name: string }[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  const code = wanted.toUpperCase();
  const found = new Map<string, string>();
  for (let at = ledger.people.length - 1; at >= 0 && found.size < limit; at--) {
    const person = ledger.people[at];
    if (!person?.uscc || found.has(person.uscc)) continue;
    if (person.employer.includes(wanted) || person.uscc.startsWith(code)) found.set(person.uscc, person.employer);
  }
  return [...found].map(([uscc, name]) => ({ uscc, name }));
}
