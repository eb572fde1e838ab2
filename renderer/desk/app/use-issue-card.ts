import type { CardNumber, PersonId } from '../../../shared/domain/ids.ts';
import { cardSides } from '../../../shared/domain/paper/printed-paper.ts';
import { type Act, useAct } from '../ui/use-act.ts';
import { desk } from './desk-client.ts';
import { usePaperDesk } from './paper-desk.ts';

/** Gives a recognised person a card number and shows both sides of the card, ready to print. */
export function useIssueCard(): Act<PersonId, { cardNumber: CardNumber }> {
  const paperDesk = usePaperDesk();
  return useAct({
    mutationFn: (personId: PersonId) => desk.cards.issue({ personId }),
    onSuccess: ({ cardNumber }, personId) => paperDesk.open({ personId, subjects: cardSides(cardNumber) }),
  });
}
