import type { Approval, AskedAct } from '../../shared/domain/approval/approval.ts';
import { findWaiting } from '../../shared/domain/approval/decide-approval.ts';
import { type CardAct, secondPersonAct } from '../../shared/domain/card/card-life.ts';
import type { CardNumber } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { OpenCounter } from './open-counter.ts';

type Ledger = Pick<OpenCounter, 'ledger'>;

/** Requests that nobody has decided yet. */
export function waitingApprovals({ ledger }: Ledger): Approval[] {
  return ledger.unsettledApprovals().filter(({ state }) => state === 'waiting');
}

/** Whether this act was left for a second person. */
export function isWaiting(counter: Ledger, asked: AskedAct): boolean {
  return findWaiting(waitingApprovals(counter), asked) !== undefined;
}

export function isWaitingChange(counter: Ledger, cardNumber: CardNumber, act: CardAct): boolean {
  const change = secondPersonAct.safeParse(act).data;
  return change !== undefined && isWaiting(counter, { act: 'card.change', cardNumber, change, reason: '' });
}

/** Refuses `approval-waiting`: done beside the clerk meanwhile, the request would be left over. */
export function mustNotWait(counter: Ledger, asked: AskedAct): void {
  if (isWaiting(counter, asked)) refuse('approval-waiting', {});
}
