import { expect, test } from 'vitest';
import type { CardNumber } from '../../../../shared/domain/ids.ts';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { absentCardActs } from './absent-card-acts.ts';

const today = toPlainDate('2026-11-25');
const number = '202610000017' as CardNumber;
const card = { number, state: 'collected', validTo: '2029-11-25', actions: ['report-lost', 'suspend', 'replace', 'revoke'] };
const absent = (cards: object[], { role = 'clerk', change = '' } = {}) =>
  absentCardActs({
    view: { cards: cards as never },
    role: role as never,
    today,
    waiting: change ? [{ asked: { act: 'card.change', cardNumber: number, change, reason: '' } as never }] : [],
  });

test('each act that the card’s state doesn’t allow is named with that state, but those of the page’s own buttons', () => {
  const acts = absent([card]);
  expect(acts.map(({ act }) => act)).toEqual([
    'void',
    'call-in',
    'restore',
    'resume',
    'cancel',
    'undo-issue',
    'take-back',
    'destroy',
  ]);
  expect(new Set(acts.map(({ why, state }) => `${why} ${state}`))).toEqual(new Set(['card-is collected']));
});

test('an act that was left for review says so, and not that the state forbids it', () => {
  const why = absent([card], { change: 'cancel' }).filter(({ act }) => act === 'cancel' || act === 'void');
  expect(why.map((one) => one.why)).toEqual(['card-is', 'waits-for-review']);
});

test('the live card is meant, or else the last; nothing is said without a card or to whoever changes none', () => {
  const ended = { ...card, number: '202610000009' as CardNumber, state: 'cancelled', actions: ['take-back'] };
  expect(absent([ended, card])[0]?.state).toBe('collected');
  expect(absent([card, { ...ended, number: '202610000025' }])[0]?.state).toBe('collected');
  expect(absent([ended])[0]?.state).toBe('cancelled');
  expect(absent([])).toEqual([]);
  expect(absent([card], { role: 'auditor' })).toEqual([]);
});
