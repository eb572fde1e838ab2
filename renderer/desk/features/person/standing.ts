import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { type CardState, cardStateOn } from '../../../../shared/domain/card/card-life.ts';
import { findLiveCard, findOpenRecognition, findRecognitionInForce } from '../../../../shared/domain/matter/standing.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';

export type TierStanding =
  | { is: 'none' }
  | { is: 'applying'; teamName: string; tierName: string }
  | { is: 'recognised'; teamName: string; tierName: string; validTo: PlainDate };

/** What a person is on that day: recognised, else applying, else neither. */
export function tierStanding({ recognitions }: Pick<PersonView, 'recognitions'>, today: PlainDate): TierStanding {
  const held = findRecognitionInForce(recognitions, today);
  if (held?.grant) return { is: 'recognised', teamName: held.teamName, tierName: held.tierName, validTo: held.grant.validTo };
  const open = findOpenRecognition(recognitions);
  return open ? { is: 'applying', teamName: open.teamName, tierName: open.tierName } : { is: 'none' };
}

/** How a person's card stands on that day; of several, the one that holds, else the newest. */
export function cardStanding({ cards }: Pick<PersonView, 'cards'>, today: PlainDate): CardState | 'none' {
  const card = findLiveCard(cards, today) ?? cards.at(-1);
  return card ? cardStateOn(card, today) : 'none';
}
