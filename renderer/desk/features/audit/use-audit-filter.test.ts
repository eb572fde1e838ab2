import { expect, test } from 'vitest';
import { filterOf } from './use-audit-filter.ts';

test('a day that is still being typed narrows nothing, and what is not chosen is not asked', () => {
  expect(filterOf({ from: '2026-11', to: '' })).toEqual({});
  expect(filterOf({ from: '2026-11-01', to: '2026-02-30', kind: 'card.issued' })).toEqual({
    from: '2026-11-01',
    kind: 'card.issued',
  });
});
