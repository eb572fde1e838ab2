import { expect, test } from 'vitest';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { role } from '../../../../shared/domain/staff/staff.ts';
import { nextStep, personActionNames, personActions } from './person-actions.ts';

const today = toPlainDate('2026-05-06');
type Matter = PersonView['recognitions'][number];
const received = {
  id: 'm1',
  number: '202630000011',
  status: 'received',
  receivedOn: '2026-05-01',
  actions: ['enter-approval', 'print-receipt'],
} as unknown as Matter;
const granted = {
  id: 'm2',
  number: '202630000029',
  status: 'granted',
  receivedOn: '2026-05-02',
  grant: { validTo: '2029-05-02' },
  actions: ['issue-card', 'print-certificate', 'print-receipt'],
} as unknown as Matter;
const card = {
  number: '260000000010',
  issuedOn: '2026-05-03',
  validTo: '2029-05-02',
  state: 'made',
  actions: ['print', 'hand-over', 'replace'],
} as unknown as PersonView['cards'][number];

const view = (recognitions: Matter[], cards: PersonView['cards'] = []) => ({ recognitions, cards }) as unknown as PersonView;
const names = (standing: PersonView, who: 'clerk' | 'auditor' = 'clerk', on: string = today) =>
  personActions({ view: standing, role: who, today: toPlainDate(on) }).offered.map((action) => action.name);

test('a person without a matter can only be recognised', () => {
  expect(names(view([]))).toEqual(['recognise']);
});

test('while an application waits it is decided, not taken in again', () => {
  expect(names(view([received]))).toEqual(['decide', 'print-receipt']);
});

test('a recognised person gets a certificate and one card', () => {
  expect(names(view([granted]))).toEqual(['issue-card', 'print-receipt', 'print-certificate']);
  expect(names(view([granted], [card]))).toEqual(['print-receipt', 'print-certificate', 'print-card', 'hand-over', 'replace']);
});

test('after the last day of a recognition and its card both begin again', () => {
  expect(names(view([granted], [card]), 'clerk', '2029-05-02')).not.toContain('recognise');
  expect(names(view([granted], [card]), 'clerk', '2029-05-03')).toContain('recognise');
});

test('an auditor looks and does nothing, and is told why', () => {
  const { offered, absent } = personActions({ view: view([granted]), role: 'auditor', today });
  expect(offered).toEqual([]);
  expect(new Set(absent.map((one) => one.why))).toEqual(new Set(['no-right']));
});

test('every action is either offered or absent with a reason, for every role and standing', () => {
  for (const who of role.options)
    for (const standing of [view([]), view([received]), view([granted]), view([granted], [card])]) {
      const { offered, absent } = personActions({ view: standing, role: who, today });
      expect([...offered, ...absent].map((one) => one.name).sort()).toEqual([...personActionNames].sort());
    }
});

test('papers are those of the latest matter, the card has two sides', () => {
  const { offered } = personActions({ view: view([granted, received], [card]), role: 'clerk', today });
  expect(offered).toContainEqual({ name: 'print-receipt', subjects: [{ kind: 'receipt-received', matterId: 'm2' }] });
  expect(offered).toContainEqual({
    name: 'print-card',
    subjects: [
      { kind: 'card-front', cardNumber: card.number },
      { kind: 'card-back', cardNumber: card.number },
    ],
  });
});

test('the step that stands out goes from the application to the card in the hand, and then there is none', () => {
  const step = (standing: PersonView) => {
    const { offered } = personActions({ view: standing, role: 'clerk', today });
    return nextStep({ view: standing, today }, offered);
  };
  const toMake = { ...card, state: 'to-make' } as typeof card;
  const made = { ...card, state: 'made' } as typeof card;
  expect(step(view([]))).toBe('recognise');
  expect(step(view([received]))).toBe('decide');
  expect(step(view([granted]))).toBe('issue-card');
  expect(step(view([granted], [toMake]))).toBe('print-card');
  expect(step(view([granted], [made]))).toBe('hand-over');
  const lost = { ...card, state: 'lost', actions: ['restore', 'replace'] } as typeof card;
  expect(step(view([granted], [lost]))).toBe('replace');
  const collected = { ...card, state: 'collected', actions: ['report-lost', 'replace'] } as typeof card;
  expect(step(view([granted], [collected]))).toBeUndefined();
});
