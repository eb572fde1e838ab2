import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { desk } from '../../app/desk-client.ts';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { tidyDate } from '../../ui/tidy-date.ts';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';
import { type ApprovalDraft, type ApprovalField, approvalFault, faultyFields, readApproval } from './approval-draft.ts';
import type { Matter } from './stage.ts';
import { useAskAgain } from './use-ask-again.ts';
import { useKeptForm } from './use-kept-form.ts';

export interface ApprovalOptions {
  personId: PersonId;
  matter: Matter;
  today: string;
  /** Who usually approves on this route; a single one is filled in. */
  approvers: readonly string[];
  /** What was kept of it before a lock or a kill. */
  kept: string;
  onDecided(): void;
}

export interface Approval {
  form: RefObject<HTMLDivElement | null>;
  draft: ApprovalDraft;
  change(fields: Partial<ApprovalDraft>): void;
  /** A field is checked when it is left, never while it is typed. */
  leave(field: ApprovalField): void;
  problemOf(field: ApprovalField): string | undefined;
  enter(): void;
  pending: boolean;
  error: Error | null;
}

/** An approval as it is typed, checked and entered once. */
export function useApproval({ personId, matter, today, approvers, kept, onDecided }: ApprovalOptions): Approval {
  const form = useRef<HTMLDivElement>(null);
  const usual = approvers.length === 1 ? (approvers[0] ?? '') : '';
  const keeping = useKeptForm({ personId, form: 'approval' }, readApproval(kept, usual));
  const { form: draft } = keeping;
  const [left, setLeft] = useState<readonly ApprovalField[]>([]);
  const askAgain = useAskAgain(personId);
  const act = useAct({
    mutationFn: (entered: ApprovalDraft) => enterApproval(matter, entered),
    onSuccess: () => {
      keeping.stop();
      onDecided();
      return askAgain();
    },
    // What was refused is marked with the next drawing.
    onError: () => {
      window.requestAnimationFrame(() => form.current && focusFirstProblem(form.current));
    },
  });
  const refused = refusedFields(act.error);
  const change = (fields: Partial<ApprovalDraft>) => {
    keeping.change(fields);
    setLeft((before) => before.filter((field) => !(field in fields)));
    act.reset();
  };
  const enter = () => {
    const faulty = faultyFields(draft, today);
    flushSync(() => setLeft(faulty));
    if (faulty.length === 0) act.begin(draft);
    else if (form.current) focusFirstProblem(form.current);
  };
  return {
    form,
    draft,
    change,
    leave: (field) => setLeft((before) => [...before, field]),
    problemOf: (field) => (left.includes(field) ? approvalFault(draft, field, today) : undefined) ?? refused[`approval.${field}`],
    enter,
    pending: act.pending,
    error: act.error,
  };
}

function enterApproval(matter: Matter, { body, reference, approvedOn, document }: ApprovalDraft) {
  if (!document) throw new Error('an approval is entered with its document');
  return desk.recognitions.enterApproval({
    matterId: matter.id,
    approval: {
      body: body.trim(),
      reference: reference.trim(),
      approvedOn: toPlainDate(tidyDate(approvedOn).text),
      document,
    },
  });
}
