import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { findLiveCard } from '../../../../shared/domain/matter/standing.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import type { Matter } from './stage.ts';

export type GrantedStep = 'print-certificate' | 'issue-card' | 'print-card' | 'to-person';

/** What follows a recognition, in the order in which a clerk does it; all of them can be done at any time. */
export function grantedSteps({ cards }: Pick<PersonView, 'cards'>, today: PlainDate): GrantedStep[] {
  const card = findLiveCard(cards, today);
  if (!card) return ['print-certificate', 'issue-card', 'to-person'];
  // A card that was handed over is not printed once more.
  return card.actions.includes('print') ? ['print-certificate', 'print-card', 'to-person'] : ['print-certificate', 'to-person'];
}

/** The first of them that is still to be done, from what was printed and made; at the end, back to the person. */
export function nextGrantedStep(view: Pick<PersonView, 'cards' | 'papers'>, matter: Matter, today: PlainDate): GrantedStep {
  const { cards, papers } = view;
  const printed = papers.some(({ subject }) => subject.kind === 'recognition-certificate' && subject.matterId === matter.id);
  if (!printed && matter.actions.includes('print-certificate')) return 'print-certificate';
  const card = findLiveCard(cards, today);
  if (!card) return 'issue-card';
  return card.state === 'to-make' ? 'print-card' : 'to-person';
}
