import type { LedgerPlan } from '../../shared/contract/taking-over-calls.ts';
import type { MatterId, PersonId, StaffId } from '../../shared/domain/ids.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { isSameTier, judgeRow, type KnownPerson, type RowAnswer } from '../../shared/domain/taking-over/judge-row.ts';
import { isTakeable, type JudgedRow } from '../../shared/domain/taking-over/judge-rows.ts';
import { takeOver } from '../../shared/domain/taking-over/take-over.ts';
import { identityKeyOf } from '../../shared/standards/identity-document.ts';
import type { JudgedLedger } from './judged-ledger.ts';
import { surelyKnown } from './known-here.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';
import { trustedToday } from './trusted-today.ts';

export interface RowToTake extends Omit<JudgedLedger, 'rows'> {
  readonly judged: JudgedRow;
  readonly signedOffBy: StaffId;
}

type Takeable = Extract<RowAnswer, { is: 'ready' | 'same-person' }>;

/** A row that is no longer what it was judged to be: it, or its person, was taken meanwhile. */
class LeftOut extends Error {}

/** Takes one row over, as one entry, and says whether it did: what was taken before, or can't be, is left alone. */
export async function takeRow(room: DeskRoom, toTake: RowToTake): Promise<boolean> {
  const { plan, file, sheet, judged, signedOffBy } = toTake;
  const { row, answer } = judged;
  const { facts } = row;
  if (!facts || !isTakeable(answer)) return false;
  const counter = room.counter();
  const staffId = room.staff().id;
  const { id, version } = counter.packs.current();
  // The same card, the same number, and what else may happen to a known person at this moment.
  const keys = [`card:${facts.cardNumber}`, `id-number:${identityKeyOf(facts)}`];
  if (answer.is === 'same-person') keys.push(`person:${answer.person.personId}`);
  const source = { fileName: file.fileName, sha256: file.fileId, sheet: sheet.name, row: row.row, said: row.said };
  try {
    const { entry } = await counter.decisions.record(staffId, keys, async () => {
      const today = trustedToday(room);
      if (isNewlyAlike(counter, facts.identity, toTake)) throw new LeftOut();
      const now = judgeAgain(counter, { judged, answer, today, decision: plan.decisions[row.row] });
      const taken = takeOver(facts, {
        source,
        known: now.is === 'same-person' ? knownOf(counter, { person: now.person, facts, today }) : undefined,
        toldFrom: now.is === 'ready' ? now.toldFrom : undefined,
        newPersonId: room.newId() as PersonId,
        newMatterId: room.newId() as MatterId,
        pack: `${id}@${version}`,
        today,
        staffId,
        signedOffBy,
      });
      return { kind: 'talent.taken-over', command: { fileId: file.fileId, sheet: plan.sheet, row: row.row }, facts: taken };
    });
    if (entry.kind === 'talent.taken-over' && entry.facts.person) toTake.takenSince.add(entry.facts.person.id);
    return true;
  } catch (error) {
    if (error instanceof LeftOut) return false;
    throw error;
  }
}

interface Again {
  readonly judged: JudgedRow;
  readonly answer: Takeable;
  readonly today: PlainDate;
  readonly decision: LedgerPlan['decisions'][string] | undefined;
}

/** Somebody of that name and birth date was registered after the clerk saw the answers: the next ones ask about them. */
function isNewlyAlike(
  { ledger }: OpenCounter,
  { name, birthDate }: { name: string; birthDate: PlainDate },
  { peopleThen, takenSince }: JudgedLedger | RowToTake,
): boolean {
  return ledger.findPeople({ name, birthDate, after: peopleThen }).some(({ id }) => !takenSince.has(id));
}

/** Under the queues, by the records as they are now; who is alike was settled when the clerk saw the answers. */
function judgeAgain(counter: OpenCounter, { judged, answer, today, decision }: Again): Takeable {
  const sure = surelyKnown(counter, today);
  const settled = answer.is === 'same-person' ? [answer.person.personId] : (answer.toldFrom ?? []);
  const here = { ...sure, alike: () => settled.flatMap((personId) => sure.byId(personId) ?? []) };
  const now = judgeRow(judged.row, { here, today, decision });
  if (!isTakeable(now)) throw new LeftOut();
  return now;
}

/** The known person, and the recognition in force that the card joins where it is the same one. */
function knownOf(
  { ledger }: OpenCounter,
  { person: { personId }, facts, today }: { person: KnownPerson; facts: { team: string; tier: string }; today: PlainDate },
): { personId: PersonId; joins?: MatterId } {
  const inForce = ledger.recognitionInForce(personId, today);
  return { personId, ...(inForce && isSameTier(inForce, facts) && { joins: inForce.id }) };
}
