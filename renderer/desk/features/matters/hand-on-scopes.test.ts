import { expect, test } from 'vitest';
import type { MatterRow } from '../../../../shared/contract/hand-over-calls.ts';
import { handOnScopes } from './hand-on-scopes.ts';

const row = (matterId: string, { mine = true, open = true } = {}) => ({ matterId, mine, open }) as MatterRow;
const scopes = (source: Partial<Parameters<typeof handOnScopes>[0]>) =>
  handOnScopes({ chosen: undefined, listed: [], mine: [], mayReassign: false, ...source }).map(({ scope, matters }) => [
    scope,
    matters.length,
  ]);
const [a, b, other, done] = [row('a'), row('b'), row('c', { mine: false }), row('d', { open: false })];

test('a clerk hands on their own: the chosen one, and all of them', () => {
  expect(scopes({ chosen: a, listed: [a, b, other, done], mine: [a, b] })).toEqual([
    ['one', 1],
    ['mine', 2],
  ]);
  expect(scopes({ chosen: other, listed: [other], mine: [a] })).toEqual([['mine', 1]]);
});

test('what the filters leave is a choice of its own where it is other than all of one’s own', () => {
  const c = row('e');
  expect(scopes({ chosen: a, listed: [a, b], mine: [a, b, c] })).toEqual([
    ['one', 1],
    ['listed', 2],
    ['mine', 3],
  ]);
});

test('a supervisor hands on an absent colleague’s; nothing that is done goes anywhere', () => {
  expect(scopes({ chosen: other, listed: [other, a, done], mine: [a], mayReassign: true })).toEqual([
    ['one', 1],
    ['listed', 2],
    ['mine', 1],
  ]);
  expect(scopes({ chosen: done, listed: [done] })).toEqual([]);
  expect(scopes({ chosen: a, listed: [a], mine: [a] })).toEqual([['one', 1]]);
});
