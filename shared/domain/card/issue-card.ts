import type { CardNumber } from '../ids.ts';
import type { Recognition } from '../matter/recognition.ts';
import { findLiveCard, findRecognitionInForce } from '../matter/standing.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import type { Person } from '../talent/person.ts';
import type { Card } from './card.ts';

export interface IssueCardContext {
  person: Person;
  recognitions: readonly Recognition[];
  cards: readonly Pick<Card, 'number' | 'state' | 'validTo'>[];
  number: CardNumber;
  today: PlainDate;
}

/** A card before it is signed: what its token will say. */
export type UnsignedCard = Omit<Card, 'kid' | 'token'>;

/**
 * Decides what card a recognised person gets: that of the recognition in force. One live card per person. Refuses
 * `not-recognised` and `live-card-exists`.
 */
export function issueCard({ person, recognitions, cards, number, today }: IssueCardContext): UnsignedCard {
  const live = findLiveCard(cards, today);
  if (live) refuse('live-card-exists', { cardNumber: live.number });
  const recognition = findRecognitionInForce(recognitions, today);
  if (!recognition?.grant) refuse('not-recognised', {});
  return {
    number,
    version: 1,
    personId: person.id,
    matterId: recognition.id,
    name: person.identity.name,
    team: recognition.team,
    tier: recognition.tier,
    pack: recognition.pack,
    state: 'to-make',
    issuedOn: today,
    validTo: recognition.grant.validTo,
  };
}
