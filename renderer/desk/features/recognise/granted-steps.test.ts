import { expect, test } from 'vitest';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { grantedSteps, nextGrantedStep } from './granted-steps.ts';
import type { Matter } from './stage.ts';

const today = toPlainDate('2026-05-06');
const matter = { id: 'm1', actions: ['print-certificate'] } as unknown as Matter;
const certificateOf = (matterId: string) => ({ subject: { kind: 'recognition-certificate', matterId } });
const card = (state: string, validTo = '2029-05-06') => ({ state, validTo, actions: state === 'collected' ? [] : ['print'] });
const view = (papers: object[], cards: object[]) => ({ papers, cards }) as unknown as Pick<PersonView, 'papers' | 'cards'>;
const next = (papers: object[], cards: object[]) => nextGrantedStep(view(papers, cards), matter, today);

test('after a recognition come the certificate, the card, its two sides, and then the next person', () => {
  expect(next([], [])).toBe('print-certificate');
  expect(next([certificateOf('m1')], [])).toBe('issue-card');
  expect(next([certificateOf('m1')], [card('to-make')])).toBe('print-card');
  expect(next([certificateOf('m1')], [card('made')])).toBe('to-person');
});

test('the certificate and card of an earlier recognition are not taken for this one’s', () => {
  expect(next([certificateOf('m0')], [])).toBe('print-certificate');
  expect(next([certificateOf('m1')], [card('made', '2026-05-05')])).toBe('issue-card');
});

test('whoever has a valid card is offered its print and no second card', () => {
  expect(grantedSteps(view([], [card('made')]), today)).toEqual(['print-certificate', 'print-card', 'to-person']);
  expect(grantedSteps(view([], [card('collected')]), today)).toEqual(['print-certificate', 'to-person']);
  expect(grantedSteps(view([], []), today)).toEqual(['print-certificate', 'issue-card', 'to-person']);
});
