import { identityKeyOf } from '../../standards/identity-document.ts';
import { isLiveCard } from '../card/card-life.ts';
import type { CardNumber, PersonId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import type { LedgerProblem } from './ledger-cells.ts';
import type { LedgerFacts, LedgerRow } from './ledger-row.ts';

/** Somebody who is on record here, with what of them a row may run into. */
export interface KnownPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly liveCard?: CardNumber | undefined;
  readonly inForce?: { readonly team: string; readonly tier: string } | undefined;
}

/** What the records here say; asked anew for each row, since each row changes it. */
export interface KnownHere {
  holderOf(cardNumber: CardNumber): PersonId | undefined;
  /** By what tells one holder of a document from another (standards/identity-document.ts). */
  byIdKey(idKey: string): KnownPerson | undefined;
  byId(personId: PersonId): KnownPerson | undefined;
  /** Those with that name and birth date. */
  alike(name: string, birthDate: PlainDate): readonly KnownPerson[];
}

/** What the clerk said of a row that might be somebody's who is known: one of those, or somebody else. */
export type RowDecision = PersonId | 'another';

/** What is answered to each row; `ready` and `same-person` can be taken over, and nothing else. */
export type RowAnswer =
  | { is: 'ready'; toldFrom?: readonly PersonId[] }
  | { is: 'same-person'; person: KnownPerson }
  | { is: 'taken'; personId: PersonId }
  | { is: 'problem'; problems: readonly LedgerProblem[] }
  | { is: 'duplicate'; ofRow: number }
  | { is: 'undecided'; why: 'name-and-birth-date' | 'name-differs'; people: readonly KnownPerson[]; row?: number };

export const rowAnswers = ['ready', 'same-person', 'undecided', 'duplicate', 'problem', 'taken'] as const;

export interface JudgeContext {
  readonly here: KnownHere;
  readonly today: PlainDate;
  readonly decision: RowDecision | undefined;
}

/** Answers one row by what is known here, whatever its file says elsewhere. */
export function judgeRow(row: LedgerRow, { here, today, decision }: JudgeContext): RowAnswer {
  const { facts, problems } = row;
  if (!facts) return { is: 'problem', problems };
  const holder = here.holderOf(facts.cardNumber);
  const { name, birthDate } = facts.identity;
  const sure = here.byIdKey(identityKeyOf(facts));
  if (holder) return isHolder(here.byId(holder), { sure, name }) ? { is: 'taken', personId: holder } : ofAnother(row);
  if (sure && sure.name !== name && decision !== sure.personId) return { is: 'undecided', why: 'name-differs', people: [sure] };
  if (sure) return joined(row, facts, { person: sure, today });
  const alike = here.alike(name, birthDate);
  const meant = alike.find(({ personId }) => personId === decision);
  if (meant) return joined(row, facts, { person: meant, today });
  if (alike.length > 0 && decision !== 'another') return { is: 'undecided', why: 'name-and-birth-date', people: alike };
  return { is: 'ready', ...(alike.length > 0 && { toldFrom: alike.map(({ personId }) => personId) }) };
}

/** The card's holder is the row's person, by ID number, or by name where the clerk had said that they are one. */
function isHolder(holder: KnownPerson | undefined, { sure, name }: { sure: KnownPerson | undefined; name: string }): boolean {
  return sure ? sure.personId === holder?.personId : holder?.name === name;
}

function ofAnother({ cardNumber: value }: LedgerRow): RowAnswer {
  return { is: 'problem', problems: [{ field: 'cardNumber', code: 'number-of-another', value }] };
}

/** A row of somebody who is known: one live card per person, and one recognition in force. */
function joined(row: LedgerRow, facts: LedgerFacts, { person, today }: { person: KnownPerson; today: PlainDate }): RowAnswer {
  const { liveCard, inForce } = person;
  if (liveCard && isLiveCard(facts, today))
    return { is: 'problem', problems: [{ field: 'cardNumber', code: 'has-live-card', value: row.cardNumber }] };
  if (inForce && facts.validTo >= today && !isSameTier(inForce, facts))
    return { is: 'problem', problems: [{ field: 'tier', code: 'has-recognition', value: facts.tier }] };
  return { is: 'same-person', person };
}

/** Whether a recognition that is in force is the one a row tells of: its card joins it, and no second one is made. */
export function isSameTier(one: { team: string; tier: string }, other: { team: string; tier: string }): boolean {
  return one.team === other.team && one.tier === other.tier;
}
