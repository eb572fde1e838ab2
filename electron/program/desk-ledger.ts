import type { RowState } from '../../shared/domain/entry.ts';
import { findLiveCard } from '../../shared/domain/matter/standing.ts';
import type { Staff } from '../../shared/domain/staff/staff.ts';
import type { DeskLedger, PersonSummary } from '../desk/open-counter.ts';
import type { Ledger } from '../records/ledger.ts';
import { nameReadings } from '../records/name-pinyin.ts';

/** The ledger as the desk asks it. */
export function deskLedger(ledger: Ledger): DeskLedger {
  return {
    findPersonByIdKey: (number) => ledger.findPersonByIdKey(number)?.id,
    findPerson: (id) => findPerson(ledger, id),
    redactedOn: (id) => ledger.findPerson(id as PersonSummary['id'])?.redactedOn || undefined,
    everybody: () =>
      ledger.people.map(({ id, registeredOn, redactedOn, history }) => ({
        id,
        registeredOn,
        redacted: redactedOn !== '',
        newestSeq: history.at(-1) ?? 0,
      })),
    requestsOf: (id) => ledger.requests.of(id),
    request: (id) => ledger.requests.get(id),
    openRequests: () => ledger.requests.open(),
    findPeople: (match) => findPeople(ledger, match),
    peopleCount: () => ledger.people.length,
    openBatches: () => ledger.listOpenBatches(),
    recentPeople: (limit) => ledger.listRecentPeople(limit),
    findEmployers: (text, limit) => findEmployers(ledger, text, limit),
    recognitionsOf: (id) => ledger.recognitionsOf(id).map((line) => line.id),
    cardsOf: (id) => ledger.cardsOf(id).map((line) => line.number),
    findCardHolder: (number) => ledger.cards.get(number)?.personId,
    liveCard: (id, today) => findLiveCard(ledger.cardsOf(id), today)?.number,
    papersOf: (id) => ledger.papersOf(id),
    papersNamed: (name) => ledger.papersNamed(name).map((line) => line.id),
    historyOf: (id) => ledger.historyOf(id),
    openRecognitions: () => ledger.listOpenRecognitions().map((line) => line.id),
    recognitionInForce: (id, today) => ledger.recognitionsOf(id).find(({ validTo }) => validTo !== undefined && validTo >= today),
    findRecognitionByCertificate: (number) => findByCertificate(ledger, number),
    uncarded: (today) => ledger.listUncardedRecognitions(today),
    cardsToMake: (today) => ledger.listCardsToMake(today),
    cardsToHandOver: (today) => ledger.listCardsToHandOver(today),
    staff: (id) => withoutVersion(ledger.staff.get(id)),
    matters: (which) => (which === 'open' ? ledger.listOpenRecognitions() : ledger.recognitions.values()),
    unsettledApprovals: () => ledger.listUnsettledApprovals(),
    staffList: () => [...ledger.staff.values()].map(({ version: _version, ...staff }) => staff),
    blocks: () => [...ledger.blocks.values()].map(({ version: _version, ...block }) => block),
    counter: () => {
      const state = ledger.counter;
      if (!state) throw new Error('the counter is not enrolled');
      const { version: _version, syncLimit: _limit, ...counter } = state;
      return counter;
    },
    countsOn: (day) => ledger.countsOn(day),
  };
}

function withoutVersion(state: RowState['staff'] | undefined): Staff | undefined {
  if (!state) return undefined;
  const { version: _version, leftOn: _leftOn, ...staff } = state;
  return staff;
}

function findPerson(ledger: Ledger, id: string): PersonSummary | undefined {
  const line = ledger.findPerson(id as PersonSummary['id']);
  return line && line.redactedOn === '' ? line : undefined;
}

type Match = Parameters<DeskLedger['findPeople']>[0];

function findPeople(ledger: Ledger, { name, soundsLike, birthDate, phone, after = 0 }: Match): PersonSummary[] {
  const readings = soundsLike === undefined ? undefined : readingsOf(soundsLike);
  if (readings?.length === 0) return [];
  const people = after === 0 ? ledger.people : ledger.people.slice(after);
  return people.filter(
    (person) =>
      (birthDate === undefined || person.birthDate === birthDate) &&
      (phone === undefined || person.phone === phone) &&
      (name === undefined || person.name === name) &&
      (readings === undefined || (isHan(person.name) && person.pinyin.split('\n').some((one) => readings.includes(one)))),
  );
}

/** A name with anything else in it sounds like more than its Chinese characters do. */
const isHan = (name: string) => /^[\p{Script=Han}·]+$/u.test(name);

function readingsOf(name: string): string[] {
  return isHan(name) ? nameReadings(name).map((syllables) => syllables.join(' ')) : [];
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
