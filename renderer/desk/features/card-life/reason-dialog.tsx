import type { CardTask } from '../../app/card-desk.ts';
import { desk } from '../../app/desk-client.ts';
import { useAct } from '../../ui/use-act.ts';
import { CardDialog } from './card-dialog.tsx';
import { ReasonFields } from './reason-fields.tsx';
import type { TaskDialogProps } from './task-dialog.ts';
import { useReason } from './use-reason.ts';

/** 挂失 and 暂停: why. What follows a loss is the statement that its holder signs. */
export function ReasonDialog({ task, onDone, onClose }: TaskDialogProps) {
  const act = reasonActOf(task);
  const cardNumber = task.card.number;
  const reason = useReason(act);
  const changing = useAct({
    mutationFn: (text: string) => desk.cards.change({ cardNumber, act, reason: text }),
    onSuccess: () => onDone(act === 'report-lost' ? [{ kind: 'loss-statement', cardNumber }] : []),
  });
  const accept = () => {
    if (reason.given() && reason.text) changing.begin(reason.text);
  };
  return (
    <CardDialog task={task} pending={changing.pending} error={changing.error} onAccept={accept} onClose={onClose}>
      <ReasonFields reason={reason} />
    </CardDialog>
  );
}

function reasonActOf({ act }: CardTask): 'report-lost' | 'suspend' {
  return act === 'suspend' ? act : 'report-lost';
}
