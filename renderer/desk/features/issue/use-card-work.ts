import { useCallback, useRef } from 'react';
import type { CardNumber } from '../../../../shared/domain/ids.ts';
import { cardSides } from '../../../../shared/domain/paper/printed-paper.ts';
import { useCardDesk } from '../../app/card-desk.ts';
import type { desk } from '../../app/desk-client.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useIssueCard } from '../../app/use-issue-card.ts';

export type WaitingCard = Awaited<ReturnType<typeof desk.cards.waiting>>[number];

export interface CardWork {
  /** Issues the card, prints the one that was issued, or hands over the one that was made: whatever comes next. */
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
  const cardDesk = useCardDesk();
  const issue = useIssueCard();
  const latest = useRef(issue);
  latest.current = issue;
  const print = useCallback(
    ({ personId, cardNumber }: WaitingCard) => {
      if (cardNumber) paperDesk.open({ personId, subjects: cardSides(cardNumber as CardNumber) });
    },
    [paperDesk],
  );
  const handOver = useCallback(
    ({ personId, name: holder, cardNumber }: WaitingCard) => {
      if (cardNumber)
        cardDesk.begin({ act: 'hand-over', card: { personId, holder, number: cardNumber as CardNumber, state: 'made' } });
    },
    [cardDesk],
  );
  const next = useCallback(
    (row: WaitingCard) => {
      if (row.state === 'to-issue') latest.current.begin(row.personId);
      else if (row.state === 'to-make') print(row);
      else handOver(row);
    },
    [print, handOver],
  );
  const certificate = useCallback(
    ({ personId, matterId }: WaitingCard) =>
      paperDesk.open({ personId, subjects: [{ kind: 'recognition-certificate', matterId }] }),
    [paperDesk],
  );
  return { next, print, certificate, issuing: issue.pending ? issue.input : undefined, error: issue.error };
}
