import { identityKeyOf } from '../../standards/identity-document.ts';
import { isLiveCard } from '../card/card-life.ts';
import type { PlainDate } from '../plain-date.ts';
import { isSameTier, judgeRow, type KnownHere, type RowAnswer, type RowDecision } from './judge-row.ts';
import type { LedgerFacts, LedgerRow } from './ledger-row.ts';

export interface JudgedRow {
  readonly row: LedgerRow;
  readonly answer: RowAnswer;
}

export interface JudgeRowsContext {
  readonly here: KnownHere;
  readonly today: PlainDate;
  /** By the row's number. */
  readonly decisions: Readonly<Record<string, RowDecision>>;
}

/** Answers all rows of a file: each by what is known here, and by the rows above it that will have been taken over before it. */
export function judgeRows(rows: readonly LedgerRow[], { here, today, decisions }: JudgeRowsContext): JudgedRow[] {
  const above = new RowsAbove(today);
  return rows.map((row) => {
    const decision = Object.hasOwn(decisions, row.row) ? decisions[row.row] : undefined;
    const alone = judgeRow(row, { here, today, decision });
    const answer = isTakeable(alone) && row.facts ? above.judge(row.facts, { answer: alone, decision }) : alone;
    if (isTakeable(answer) && row.facts) above.add(row.row, row.facts);
    return { row, answer };
  });
}

/** Whether a row with that answer can be taken over as it is. */
export function isTakeable(answer: RowAnswer): answer is Extract<RowAnswer, { is: 'ready' | 'same-person' }> {
  return answer.is === 'ready' || answer.is === 'same-person';
}

interface Above {
  readonly row: number;
  readonly facts: LedgerFacts;
}

/** The rows above that can be taken over, by what a later one may share with them. */
class RowsAbove {
  readonly #today: PlainDate;
  readonly #byCard = new Map<string, number>();
  readonly #byIdKey = new Map<string, Above[]>();
  readonly #byName = new Map<string, Above>();

  constructor(today: PlainDate) {
    this.#today = today;
  }

  judge(facts: LedgerFacts, { answer, decision }: { answer: RowAnswer; decision: RowDecision | undefined }): RowAnswer {
    const sameCard = this.#byCard.get(facts.cardNumber);
    if (sameCard !== undefined) return { is: 'duplicate', ofRow: sameCard };
    const same = this.#byIdKey.get(identityKeyOf(facts)) ?? [];
    const clash = same.find((one) => this.#clashes(one.facts, facts));
    if (clash) return { is: 'duplicate', ofRow: clash.row };
    const alike = this.#byName.get(nameKey(facts));
    if (alike && same.length === 0 && answer.is === 'ready' && decision !== 'another')
      return { is: 'undecided', why: 'name-and-birth-date', people: [], row: alike.row };
    return answer;
  }

  add(row: number, facts: LedgerFacts): void {
    this.#byCard.set(facts.cardNumber, row);
    const same = this.#byIdKey.get(identityKeyOf(facts)) ?? [];
    this.#byIdKey.set(identityKeyOf(facts), [...same, { row, facts }]);
    this.#byName.set(nameKey(facts), { row, facts });
  }

  /** Two live cards of one person, or two recognitions in force: one of the rows is out of date. */
  #clashes(one: LedgerFacts, other: LedgerFacts): boolean {
    if (isLiveCard(one, this.#today) && isLiveCard(other, this.#today)) return true;
    const bothInForce = one.validTo >= this.#today && other.validTo >= this.#today;
    return (bothInForce && !isSameTier(one, other)) || one.identity.name !== other.identity.name;
  }
}

const nameKey = ({ identity }: LedgerFacts) => `${identity.name}|${identity.birthDate}`;
