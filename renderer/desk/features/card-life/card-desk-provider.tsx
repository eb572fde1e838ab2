import { type ReactNode, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PaperSubject } from '../../../../shared/domain/paper/printed-paper.ts';
import { type AskingAct, type CardDesk, CardDeskContext, type CardTask } from '../../app/card-desk.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { SecondPersonDialog } from './second-person-dialog.tsx';
import type { TaskDialogProps } from './task-dialog.ts';
import './card-life.css';

const dialogOf: Record<AskingAct, (props: TaskDialogProps) => ReactNode> = {
  'hand-over': HandOverDialog,
  'report-lost': ReasonDialog,
  suspend: ReasonDialog,
  replace: ReplaceDialog,
  void: SecondPersonDialog,
  cancel: SecondPersonDialog,
  'undo-issue': SecondPersonDialog,
  revoke: SecondPersonDialog,
  destroy: SecondPersonDialog,
};

/** Stands around every page within the paper desk, so that each can do something with a card without knowing this feature. */
export function CardDeskProvider({ children }: { children: ReactNode }) {
  const paperDesk = usePaperDesk();
  const [task, setTask] = useState<CardTask>();
  const before = useRef<Element | null>(null);
  const cardDesk = useMemo<CardDesk>(
    () => ({
      begin: (next) => {
        before.current = document.activeElement;
        setTask(next);
      },
    }),
    [],
  );
  const close = () => {
    // Gone before the hand is put back: a paper that opens next must not remember a field of this dialog as the place it came from.
    flushSync(() => setTask(undefined));
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  const done = (papers: readonly PaperSubject[]) => {
    close();
    if (task && papers.length > 0) paperDesk.open({ personId: task.card.personId, subjects: papers });
  };
  const Dialog = task && dialogOf[task.act];
  return (
    <CardDeskContext value={cardDesk}>
      {children}
      {Dialog && <Dialog task={task} onDone={done} onClose={close} />}
    </CardDeskContext>
  );
}
