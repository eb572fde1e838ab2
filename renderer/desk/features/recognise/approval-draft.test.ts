import { expect, test } from 'vitest';
import { evidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { approvalFault, emptyApproval, faultyFields } from './approval-draft.ts';

const today = '2026-05-06';
const document = evidenceFile.parse({
  sha256: 'a'.repeat(64),
  name: '批文.pdf',
  mediaType: 'application/pdf',
  bytes: 1,
  pages: 1,
});
const full = { body: '新区管委会', reference: '示例〔2026〕1号', approvedOn: '2026-05-06', document };

test('an approval needs its body, reference, date and scan, and is then without fault', () => {
  expect(faultyFields(emptyApproval, today)).toEqual(['body', 'reference', 'approvedOn', 'document']);
  expect(faultyFields({ ...full, body: '  ' }, today)).toEqual(['body']);
  expect(faultyFields(full, today)).toEqual([]);
});

test('an approval of tomorrow is refused, one of today is not', () => {
  expect(approvalFault({ ...full, approvedOn: '2026-05-07' }, 'approvedOn', today)).toBe('in-the-future');
  expect(approvalFault({ ...full, approvedOn: '2026-02-29' }, 'approvedOn', today)).toBe('not-a-date');
});

test('a reference of more than a hundred places does not fit', () => {
  expect(approvalFault({ ...full, reference: '号'.repeat(101) }, 'reference', today)).toBe('too-long');
});

test('a date that was typed another way is read before it is judged', () => {
  expect(approvalFault({ ...full, approvedOn: '2026年5月6日' }, 'approvedOn', today)).toBeUndefined();
  expect(approvalFault({ ...full, approvedOn: '20260507' }, 'approvedOn', today)).toBe('in-the-future');
});
