import { useCallback, useRef } from 'react';
import type { CardNumber } from '../../../../shared/domain/ids.ts';
import { cardSides } from '../../../../shared/domain/paper/printed-paper.ts';
import type { desk } from '../../app/desk-client.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useIssueCard } from '../../app/use-issue-card.ts';

export type WaitingCard = Awaited<ReturnType<typeof desk.cards.waiting>>[number];

export interface CardWork {
  /** Issues the card, or prints the one that was issued: whatever comes next. */
  next(row: WaitingCard): void;
  print(row: WaitingCard): void;
  certificate(row: WaitingCard): void;
  /** Whose card is being issued now. */
  issuing: string | undefined;
  error: Error | null;
}

/** What is done with a row of the issue page. The functions stay the same, so that rows are not drawn again for them. */
export function useCardWork(): CardWork {
  const paperDesk = usePaperDesk();
  const issue = useIssueCard();
  const latest = useRef(issue);
  latest.current = issue;
  const print = useCallback(
    ({ personId, cardNumber }: WaitingCard) => {
      if (cardNumber) paperDesk.open({ personId, subjects: cardSides(cardNumber as CardNumber) });
    },
    [paperDesk],
  );
  const next = useCallback(
    (row: WaitingCard) => (row.state === 'to-issue' ? latest.current.begin(row.personId) : print(row)),
    [print],
  );
  const certificate = useCallback(
    ({ personId, matterId }: WaitingCard) =>
      paperDesk.open({ personId, subjects: [{ kind: 'recognition-certificate', matterId }] }),
    [paperDesk],
  );
  return { next, print, certificate, issuing: issue.pending ? issue.input : undefined, error: issue.error };
}
