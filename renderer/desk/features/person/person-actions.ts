import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { CardState } from '../../../../shared/domain/card/card-life.ts';
import { findLiveCard, findOpenRecognition, findRecognitionInForce } from '../../../../shared/domain/matter/standing.ts';
import { isOldNumber } from '../../../../shared/domain/old-number.ts';
import { cardSides, type PaperSubject } from '../../../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { mayDo, type Right, type Role } from '../../../../shared/domain/staff/staff.ts';

export const personActionNames = [
  'recognise',
  'decide',
  'issue-card',
  'print-receipt',
  'print-certificate',
  'print-card',
  'hand-over',
  'report-lost',
  'replace',
] as const;
export type PersonActionName = (typeof personActionNames)[number];

export type PersonAction =
  | { name: 'recognise' }
  | { name: 'decide'; matterId: string }
  | { name: 'issue-card' }
  | { name: 'print-receipt' | 'print-certificate' | 'print-card'; subjects: PaperSubject[] }
  | { name: 'hand-over' | 'report-lost' | 'replace'; card: PersonCard };

export type PersonCard = PersonView['cards'][number];

/** Why an action isn't offered: the state of things, or the right of whoever is signed in. */
export type AbsentReason =
  | 'no-right'
  | 'recognition-open'
  | 'recognition-in-force'
  | 'nothing-received'
  | 'not-recognised'
  | 'live-card'
  | 'no-card'
  | 'no-live-card'
  | 'taken-over'
  | 'card-state';

export interface PersonActions {
  offered: PersonAction[];
  absent: { name: PersonActionName; why: AbsentReason }[];
}

interface Standing {
  view: PersonView;
  role: Role;
  today: PlainDate;
}

const rightFor: Record<PersonActionName, Right> = {
  recognise: 'recognition.receive',
  decide: 'recognition.receive',
  'issue-card': 'card.issue',
  'print-receipt': 'paper.print',
  'print-certificate': 'paper.print',
  'print-card': 'paper.print',
  'hand-over': 'card.issue',
  'report-lost': 'card.issue',
  replace: 'card.issue',
};

/**
 * Every action of a person's page: offered, or absent with its reason. The matter's and card's own `actions` come from the main
 * process, which decides; this only picks the one that each button means.
 */
export function personActions(standing: Standing): PersonActions {
  const offered: PersonAction[] = [];
  const absent: PersonActions['absent'] = [];
  for (const name of personActionNames) {
    const found = mayDo(standing.role, rightFor[name]) ? finders[name](standing) : 'no-right';
    if (typeof found === 'string') absent.push({ name, why: found });
    else offered.push(found);
  }
  return { offered, absent };
}

/**
 * The action that stands out: the next step of the person's way from application to the card in their hand, or to another card where
 * that one was lost. None where only reprints are left; a button that stands out there would ask to be pressed for nothing.
 */
export function nextStep(
  { view, today }: Pick<Standing, 'view' | 'today'>,
  offered: readonly PersonAction[],
): PersonActionName | undefined {
  const step = offered.find(({ name }) => name === 'recognise' || name === 'decide' || name === 'issue-card');
  if (step) return step.name;
  const next = nextForCard[findLiveCard(view.cards, today)?.state ?? 'lapsed'];
  return offered.find(({ name }) => name === next)?.name;
}

const nextForCard: Partial<Record<CardState, PersonActionName>> = {
  'to-make': 'print-card',
  made: 'hand-over',
  awaiting: 'hand-over',
  lost: 'replace',
};

const finders: Record<PersonActionName, (standing: Standing) => PersonAction | AbsentReason> = {
  recognise: ({ view, today }) => {
    if (findOpenRecognition(view.recognitions)) return 'recognition-open';
    return findRecognitionInForce(view.recognitions, today) ? 'recognition-in-force' : { name: 'recognise' };
  },
  decide: ({ view }) => {
    const open = findOpenRecognition(view.recognitions);
    return open ? { name: 'decide', matterId: open.id } : 'nothing-received';
  },
  'issue-card': ({ view, today }) => {
    if (findLiveCard(view.cards, today)) return 'live-card';
    return findRecognitionInForce(view.recognitions, today) ? { name: 'issue-card' } : 'not-recognised';
  },
  'print-receipt': ({ view }) => matterPaper(view, 'print-receipt', 'receipt-received') ?? whyNoPaper(view, 'nothing-received'),
  'print-certificate': ({ view }) =>
    matterPaper(view, 'print-certificate', 'recognition-certificate') ?? whyNoPaper(view, 'not-recognised'),
  'print-card': ({ view }) => {
    const card = newest(
      view.cards.filter((one) => one.actions.includes('print')),
      (one) => one.issuedOn,
    );
    if (card) return { name: 'print-card', subjects: cardSides(card.number) };
    if (view.cards.at(-1) && view.cards.every(({ number }) => isOldNumber(number))) return 'taken-over';
    return view.cards.length > 0 ? 'card-state' : 'no-card';
  },
  'hand-over': (standing) => liveCardAct(standing, 'hand-over'),
  'report-lost': (standing) => liveCardAct(standing, 'report-lost'),
  replace: (standing) => liveCardAct(standing, 'replace'),
};

function liveCardAct({ view, today }: Standing, name: 'hand-over' | 'report-lost' | 'replace'): PersonAction | AbsentReason {
  const card = findLiveCard(view.cards, today);
  if (!card) return view.cards.length > 0 ? 'no-live-card' : 'no-card';
  return card.actions.includes(name) ? { name, card } : 'card-state';
}

/** Of what was decided elsewhere and taken over there is no paper of ours. */
function whyNoPaper({ recognitions }: PersonView, otherwise: AbsentReason): AbsentReason {
  return recognitions.some(({ number }) => isOldNumber(number)) ? 'taken-over' : otherwise;
}

function matterPaper(
  view: PersonView,
  action: 'print-receipt' | 'print-certificate',
  kind: PaperSubject['kind'],
): PersonAction | undefined {
  const matter = newest(
    view.recognitions.filter((one) => one.actions.includes(action)),
    (one) => one.receivedOn,
  );
  return matter && { name: action, subjects: [{ kind, matterId: matter.id }] };
}

/** The latest by date; of the same day, the one that stands last. */
function newest<T>(items: readonly T[], dateOf: (item: T) => string): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || dateOf(item) >= dateOf(best) ? item : best),
    undefined,
  );
}
