import { expect, test } from 'vitest';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { toPlainDate } from '../../../../shared/domain/plain-date.ts';
import { cardStanding, tierStanding } from './standing.ts';

const today = toPlainDate('2026-05-06');
const recognitions = (...them: object[]) => ({ recognitions: them as PersonView['recognitions'] });
const cards = (...them: object[]) => ({ cards: them as PersonView['cards'] });
const names = { teamName: '高起点技能人才', tierName: 'D类' };
const applying = { ...names, status: 'received' };
const until = (validTo: string) => ({ ...names, status: 'granted', grant: { validTo } });

test('a recognition holds through its last day and no longer', () => {
  expect(tierStanding(recognitions(until('2026-05-06')), today)).toEqual({ is: 'recognised', ...names, validTo: '2026-05-06' });
  expect(tierStanding(recognitions(until('2026-05-05')), today)).toEqual({ is: 'none' });
});

test('whoever applies again after the end of a recognition is shown as applying', () => {
  expect(tierStanding(recognitions(until('2026-05-05'), applying), today)).toEqual({ is: 'applying', ...names });
});

test('a card that ran out is shown as lapsed, and a new one goes before it', () => {
  const old = { state: 'made', validTo: '2026-05-05' };
  expect(cardStanding(cards(), today)).toBe('none');
  expect(cardStanding(cards(old), today)).toBe('lapsed');
  expect(cardStanding(cards(old, { state: 'to-make', validTo: '2029-05-05' }), today)).toBe('to-make');
});

test('without a live card the newest one is shown, in its own state', () => {
  const replaced = { state: 'replaced', validTo: '2029-05-05' };
  expect(cardStanding(cards(replaced, { state: 'revoked', validTo: '2029-05-05' }), today)).toBe('revoked');
  expect(cardStanding(cards({ state: 'lost', validTo: '2029-05-05' }, replaced), today)).toBe('lost');
});
