import type { CardAct } from '../../../../shared/domain/card/card-life.ts';
import type { PersonCard } from './person-actions.ts';

export interface CardActs {
  /** The next step, which stands out; undefined where the card waits for nothing. */
  next: CardAct | undefined;
  /** The other usual ones, a button each. */
  usual: CardAct[];
  /** Rare ones, and those that can't be undone: behind a menu. */
  rare: CardAct[];
}

const rareActs: readonly CardAct[] = ['suspend', 'void', 'cancel', 'undo-issue', 'revoke', 'destroy'];

/** What may be done with a card, in the order in which the page offers it. Printing has a right of its own. */
export function cardActs(card: PersonCard, may: { change: boolean; print: boolean }): CardActs {
  const allowed = card.actions.filter((act) => (act === 'print' ? may.print : may.change));
  const next = allowed.find((act) => act === nextAct(card));
  const others = allowed.filter((act) => act !== next);
  return {
    next,
    usual: others.filter((act) => !rareActs.includes(act)),
    rare: others.filter((act) => rareActs.includes(act)),
  };
}

function nextAct({ state, replacedBecause }: PersonCard): CardAct | undefined {
  switch (state) {
    case 'to-make':
      return 'print';
    case 'made':
    case 'awaiting':
      return 'hand-over';
    case 'lost':
      return 'replace';
    case 'suspended':
      return 'resume';
    case 'replaced':
      // A lost one isn't there to be taken back.
      return replacedBecause === 'lost' ? undefined : 'take-back';
    case 'returned':
      return 'destroy';
    default:
      return undefined;
  }
}
