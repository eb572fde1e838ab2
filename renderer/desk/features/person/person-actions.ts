import type { PersonView } from '../../../../shared/contract/desk.ts';
import { findLiveCard, findOpenRecognition, findRecognitionInForce } from '../../../../shared/domain/matter/standing.ts';
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
] as const;
export type PersonActionName = (typeof personActionNames)[number];

export type PersonAction =
  | { name: 'recognise' }
  | { name: 'decide'; matterId: string }
  | { name: 'issue-card' }
  | { name: 'print-receipt' | 'print-certificate' | 'print-card'; subjects: PaperSubject[] };

/** Why an action isn't offered: the state of things, or the right of whoever is signed in. */
export type AbsentReason =
  | 'no-right'
  | 'recognition-open'
  | 'recognition-in-force'
  | 'nothing-received'
  | 'not-recognised'
  | 'live-card'
  | 'no-card';

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
 * The action that stands out: the next step of the person's way from application to card. None where only reprints are left; a
 * button that stands out there would ask to be pressed for nothing.
 */
export function nextStep(
  { view, today }: Pick<Standing, 'view' | 'today'>,
  offered: readonly PersonAction[],
): PersonActionName | undefined {
  const step = offered.find(({ name }) => !name.startsWith('print-'));
  if (step) return step.name;
  return findLiveCard(view.cards, today)?.state === 'to-make' ? 'print-card' : undefined;
}

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
  'print-receipt': ({ view }) => matterPaper(view, 'print-receipt', 'receipt-received') ?? 'nothing-received',
  'print-certificate': ({ view }) => matterPaper(view, 'print-certificate', 'recognition-certificate') ?? 'not-recognised',
  'print-card': ({ view }) => {
    const card = newest(
      view.cards.filter((one) => one.actions.includes('print')),
      (one) => one.issuedOn,
    );
    return card ? { name: 'print-card', subjects: cardSides(card.number) } : 'no-card';
  },
};

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
