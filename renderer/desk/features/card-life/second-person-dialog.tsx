import { useId } from 'react';
import type { AskedAct } from '../../../../shared/domain/approval/approval.ts';
import { cardSides } from '../../../../shared/domain/paper/printed-paper.ts';
import type { CardTask } from '../../app/card-desk.ts';
import { desk } from '../../app/desk-client.ts';
import { LeaveForReview } from '../../app/leave-for-review.tsx';
import { SignOffFields } from '../../app/sign-off-fields.tsx';
import { useSignOff } from '../../app/use-sign-off.ts';
import { CardDialog } from './card-dialog.tsx';
import { ReasonFields } from './reason-fields.tsx';
import type { TaskDialogProps } from './task-dialog.ts';
import { type ReasonedAct, useReason } from './use-reason.ts';

type SecondPersonAct = Exclude<ReasonedAct, 'report-lost' | 'suspend'>;

/** 作废, 注销, 撤回, 撤销, 销毁: what can't be undone takes a reason and a second person. A spoilt card is shown to be printed again. */
export function SecondPersonDialog({ task, onDone, onClose }: TaskDialogProps) {
  const act = secondPersonActOf(task);
  const cardNumber = task.card.number;
  const formId = useId();
  const reason = useReason(act);
  const signing = useSignOff({
    act: 'card.withdraw',
    subjectId: cardNumber,
    withTicket: (ticket) => desk.cards.change({ cardNumber, act, ticket, ...(reason.text && { reason: reason.text }) }),
    onDone: () => onDone(act === 'void' ? cardSides(cardNumber) : []),
    ready: reason.given,
  });
  const { pending, error, waitSeconds, submit } = signing;
  const asked = (): AskedAct | undefined =>
    reason.given() && reason.text ? { act: 'card.change', cardNumber, change: act, reason: reason.text } : undefined;
  return (
    <CardDialog task={task} pending={pending} error={error} waitSeconds={waitSeconds} onAccept={submit} onClose={onClose}>
      <ReasonFields reason={reason} />
      <SignOffFields formId={formId} signing={signing} first={false} />
      <LeaveForReview asked={asked} onLeft={onClose} />
    </CardDialog>
  );
}

function secondPersonActOf({ act }: CardTask): SecondPersonAct {
  if (act === 'hand-over' || act === 'report-lost' || act === 'suspend' || act === 'replace')
    throw new Error(`${act} needs no second person`);
  return act;
}
