import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { CardInHand } from '../../app/card-desk.ts';
import type { PersonCard } from './person-actions.ts';

/** A card of this person, as whatever is done with it needs it. */
export function cardInHand({ id: personId, identity }: PersonView, { number, state }: PersonCard): CardInHand {
  return { personId, holder: identity.name, number, state };
}
