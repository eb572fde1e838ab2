import type { ApprovalView } from '../../../../shared/contract/approval-calls.ts';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { type CardAct, type CardState, cardAct } from '../../../../shared/domain/card/card-life.ts';
import { findLiveCard } from '../../../../shared/domain/matter/standing.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { mayDo, type Role } from '../../../../shared/domain/staff/staff.ts';

export interface AbsentCardAct {
  act: CardAct;
  why: 'card-is' | 'waits-for-review';
  state: CardState;
}

export interface CardInView {
  view: Pick<PersonView, 'cards'>;
  role: Role;
  today: PlainDate;
  /** What was left for a second person about this person. */
  waiting: readonly Pick<ApprovalView, 'asked'>[];
}

/** The page's own buttons: why one of these is absent is said for the person, card or no card. */
const onPage: readonly CardAct[] = ['print', 'hand-over', 'report-lost', 'replace'];

/** What can't be done now with the live card, or with the last one where none lives: the status table's answer, each with its reason. */
export function absentCardActs({ view, role, today, waiting }: CardInView): AbsentCardAct[] {
  const card = findLiveCard(view.cards, today) ?? view.cards.at(-1);
  if (!card || !mayDo(role, 'card.issue')) return [];
  const left = waiting.flatMap(({ asked }) =>
    asked.act === 'card.change' && asked.cardNumber === card.number ? [asked.change as CardAct] : [],
  );
  return cardAct.options
    .filter((act) => !onPage.includes(act) && !card.actions.includes(act))
    .map((act) => ({ act, why: left.includes(act) ? 'waits-for-review' : 'card-is', state: card.state }));
}
