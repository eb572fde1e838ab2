import { type CardStanding, isLiveCard } from '../card/card-life.ts';
import type { PlainDate } from '../plain-date.ts';
import { isOpenStatus, type Recognition } from './recognition.ts';

/** The application that waits for a decision or for what is to be supplemented, if there is one: a person has at most one. */
export function findOpenRecognition<R extends Pick<Recognition, 'status'>>(recognitions: readonly R[]): R | undefined {
  return recognitions.find((one) => isOpenStatus(one.status));
}

/** The recognition that holds on that day, its last day included, if there is one. */
export function findRecognitionInForce<R extends Pick<Recognition, 'grant'>>(
  recognitions: readonly R[],
  on: PlainDate,
): R | undefined {
  return recognitions.find((one) => one.grant !== undefined && one.grant.validTo >= on);
}

/** The live card on that day, its last day included, if there is one: a person has at most one. */
export function findLiveCard<C extends CardStanding>(cards: readonly C[], on: PlainDate): C | undefined {
  return cards.find((one) => isLiveCard(one, on));
}
