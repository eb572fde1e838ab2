import type { EvidenceFile } from '../../../../shared/domain/matter/recognition.ts';
import { isPlainDate, type PlainDate, toPlainDate } from '../../../../shared/domain/plain-date.ts';

/** An approving body's approval as it is being typed. */
export interface ApprovalDraft {
  body: string;
  reference: string;
  approvedOn: string;
  document: EvidenceFile | undefined;
}
export type ApprovalField = keyof ApprovalDraft;
export type ApprovalFault = 'required' | 'too-long' | 'not-a-date' | 'in-the-future';

export const emptyApproval: ApprovalDraft = { body: '', reference: '', approvedOn: '', document: undefined };

/** What is wrong with a field, or undefined. `today` is the counter's date. The main process checks again. */
export function approvalFault(draft: ApprovalDraft, field: ApprovalField, today: string): ApprovalFault | undefined {
  if (field === 'document') return draft.document ? undefined : 'required';
  const text = draft[field].trim();
  if (text === '') return 'required';
  if (field !== 'approvedOn') return text.length > 100 ? 'too-long' : undefined;
  const date = typedDate(text);
  if (!date) return 'not-a-date';
  return date > today ? 'in-the-future' : undefined;
}

/** The fields that keep the approval from being entered, in the order of the page. */
export function faultyFields(draft: ApprovalDraft, today: string): ApprovalField[] {
  return (['body', 'reference', 'approvedOn', 'document'] as const).filter((field) => approvalFault(draft, field, today));
}

/** A date as people type it: 20260501, 2026-5-1, 2026/05/01, 2026.5.1, 2026年5月1日. Undefined for one that doesn't exist. */
export function typedDate(text: string): PlainDate | undefined {
  const plain = text.normalize('NFKC').trim();
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (!match) return undefined;
  const date = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return isPlainDate(date) ? toPlainDate(date) : undefined;
}
