import { createContext, useContext } from 'react';
import type { CardAct, CardState } from '../../../shared/domain/card/card-life.ts';
import type { CardNumber, PersonId } from '../../../shared/domain/ids.ts';

/** Acts that ask for something first; what any other needs is known already. */
export const askingActs = [
  'hand-over',
  'report-lost',
  'suspend',
  'replace',
  'void',
  'cancel',
  'undo-issue',
  'revoke',
  'destroy',
] as const;
export type AskingAct = (typeof askingActs)[number];
/** Acts that are done at a press: each can be taken back, or only says what lies on the counter. */
export type PlainAct = Exclude<CardAct, AskingAct | 'print'>;

/** A card that something is done with. */
export interface CardInHand {
  personId: PersonId;
  /** The person's name as the record has it now. */
  holder: string;
  number: CardNumber;
  state: CardState;
}

export interface CardTask {
  act: AskingAct;
  card: CardInHand;
}

/** Asks over whatever page is open for what an act needs, does it, and shows the papers that follow from it. */
export interface CardDesk {
  begin(task: CardTask): void;
}

export function isAsking(act: CardAct): act is AskingAct {
  return (askingActs as readonly CardAct[]).includes(act);
}

/** 补办 has its own words: another card in the place of one that was lost. */
export function actWord<A extends CardAct>(act: A, state: CardState): A | 'replace-lost' {
  return act === 'replace' && state === 'lost' ? 'replace-lost' : act;
}

export const CardDeskContext = createContext<CardDesk | undefined>(undefined);

/** How any page does something with a card; features/card-life stands behind it. */
export function useCardDesk(): CardDesk {
  const cardDesk = useContext(CardDeskContext);
  if (!cardDesk) throw new Error('no card desk around this component');
  return cardDesk;
}
