import { expect, test } from 'vitest';
import { type CardState, cardActsOn, cardState } from '../../../../shared/domain/card/card-life.ts';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { cardActs } from './card-acts.ts';
import type { PersonCard } from './person-actions.ts';

const today = toPlainDate('2026-05-06');
const all = { change: true, print: true };
function card(state: CardState, more: Partial<PersonCard> = {}): PersonCard {
  const fixed = { number: '260000000010', state, issuedOn: today, validTo: toPlainDate('2029-05-06') };
  return {
    ...fixed,
    actions: cardActsOn({ ...fixed, printed: true, madeOn: today, ...more }, today),
    ...more,
  } as PersonCard;
}
const collected = { by: { role: 'self', name: '王敏' }, on: today, handedOverBy: 's1' } as unknown as NonNullable<
  PersonCard['collected']
>;

test('the step that stands out goes from the printer to the hand', () => {
  expect(cardActs(card('to-make'), all).next).toBe('print');
  expect(cardActs(card('made'), all).next).toBe('hand-over');
  expect(cardActs(card('awaiting'), all).next).toBe('hand-over');
  expect(cardActs(card('collected'), all).next).toBeUndefined();
});

test('after a loss comes another card; the old one is asked for only where it can be there', () => {
  expect(cardActs(card('lost'), all).next).toBe('replace');
  expect(cardActs(card('replaced', { collected, replacedBecause: 'damaged' }), all).next).toBe('take-back');
  expect(cardActs(card('replaced', { collected, replacedBecause: 'lost' }), all).next).toBeUndefined();
  expect(cardActs(card('replaced', { replacedBecause: 'renamed', madeOn: undefined } as never), all).next).toBeUndefined();
  expect(cardActs(card('returned'), all).next).toBe('destroy');
});

test('in every state each allowed act is offered once, and nothing else', () => {
  for (const state of cardState.options) {
    const one = card(state);
    const { next, usual, rare } = cardActs(one, all);
    expect([...(next ? [next] : []), ...usual, ...rare].sort(), state).toEqual([...one.actions].sort());
  }
});

test('what can’t be undone stands in the menu, unless it is the next step', () => {
  expect(cardActs(card('collected'), all).rare.toSorted()).toEqual(['cancel', 'revoke', 'suspend', 'undo-issue']);
  expect(cardActs(card('made'), all).rare).toContain('revoke');
  expect(cardActs(card('made'), all).usual).not.toContain('revoke');
});

test('whoever may only look is offered nothing, whoever may only print only prints', () => {
  expect(cardActs(card('made'), { change: false, print: false })).toEqual({ next: undefined, usual: [], rare: [] });
  expect(cardActs(card('made'), { change: false, print: true })).toEqual({ next: undefined, usual: ['print'], rare: [] });
});
