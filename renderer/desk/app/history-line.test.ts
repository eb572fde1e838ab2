import { expect, test } from 'vitest';
import { keepingOf, knownKind, lineDetails } from './history-line.ts';

test('a line tells its details in one order, whatever order they came in, and nothing that it has no words for', () => {
  const details = { validTo: '2029-05-06', certificateNumber: '202620000016', secret: 'x', way: 'direct', reference: '' };
  expect(lineDetails({ details }).map(({ name }) => name)).toEqual(['way', 'certificateNumber', 'validTo']);
});

test('an entry of a newer program is told apart, not taken for one that is known', () => {
  expect(knownKind('card.issued')).toBe('card.issued');
  expect(knownKind('card.renewed')).toBeUndefined();
  expect(knownKind('toString')).toBeUndefined();
});

test('an entry that never leaves the counter is not called “not uploaded”', () => {
  expect(keepingOf({ kind: 'id-number.uncovered', uploaded: false })).toBe('localOnly');
  expect(keepingOf({ kind: 'talent.registered', uploaded: false })).toBe('notUploaded');
  expect(keepingOf({ kind: 'talent.registered', uploaded: true })).toBe('uploaded');
});
