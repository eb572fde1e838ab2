import type { Card } from '../card/card.ts';
import type { MatterId, PersonId, StaffId } from '../ids.ts';
import { matterNumber } from '../ids.ts';
import type { Recognition } from '../matter/recognition.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Person } from '../talent/person.ts';
import type { LedgerFacts } from './ledger-row.ts';
import type { TakenOverSource } from './source.ts';
import type { TakenOver } from './taken-over.ts';

export interface TakeOverContext {
  readonly source: Omit<TakenOverSource, 'reckoned'>;
  /** The known person whose card this is, and the recognition in force that the card joins, if there is one. */
  readonly known?: { readonly personId: PersonId; readonly joins?: MatterId | undefined } | undefined;
  readonly newPersonId: PersonId;
  readonly newMatterId: MatterId;
  /** Alike people whom the clerk told from this one. */
  readonly toldFrom?: readonly PersonId[] | undefined;
  /** `id@version` of the pack whose tiers the ledger's words were explained by. */
  readonly pack: string;
  readonly today: PlainDate;
  readonly staffId: StaffId;
  readonly signedOffBy: StaffId;
}

/**
 * What one row of an older ledger makes of the records. Refuses nothing: whether it may be taken over was judged before (judge-row.ts),
 * under the same queues.
 */
export function takeOver(facts: LedgerFacts, context: TakeOverContext): TakenOver {
  const { known, newPersonId, newMatterId, pack } = context;
  const source = { ...context.source, ...(facts.reckoned && { reckoned: facts.reckoned }) };
  const personId = known?.personId ?? newPersonId;
  const matterId = known?.joins ?? newMatterId;
  const { cardNumber: number, team, tier, state, issuedOn, validTo, identity } = facts;
  const tiered = { personId, matterId, name: identity.name, team, tier, pack };
  // It was made elsewhere, on the day of its issue at the latest, and so can be taken back.
  const card: Card = { number, version: 1, ...tiered, state, issuedOn, validTo, madeOn: issuedOn };
  return {
    source,
    ...(!known && { person: newPerson(facts, context) }),
    ...(!known?.joins && { recognition: newRecognition(facts, { ...context, source, personId }) }),
    card,
    signedOffBy: context.signedOffBy,
  };
}

function newPerson(
  { document, identity, employment, contact }: LedgerFacts,
  { newPersonId, today, toldFrom }: TakeOverContext,
): Person {
  const told = toldFrom?.slice(0, 10).map((personId) => ({ personId, why: 'name-and-birth-date' }));
  return {
    id: newPersonId,
    version: 1,
    registeredOn: today,
    document,
    identity,
    ...(employment && { employment }),
    contact,
    ...(told?.length && { toldFrom: told }),
  };
}

function newRecognition(
  { cardNumber, certificateNumber, team, tier, issuedOn, validTo }: LedgerFacts,
  { newMatterId, personId, pack, today, staffId, source }: TakeOverContext & { personId: PersonId; source: TakenOverSource },
): Recognition {
  return {
    id: newMatterId,
    version: 1,
    // The ledger knows its line by the card's number alone.
    number: matterNumber.parse(cardNumber),
    kind: 'recognition',
    personId,
    team,
    tier,
    pack,
    status: 'granted',
    receivedOn: today,
    receivedBy: staffId,
    grant: { by: { way: 'taken-over', since: issuedOn, source }, grantedOn: today, validTo, certificateNumber },
  };
}
