import { z } from 'zod';
import { type EvidenceFile, evidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { isPlainDate } from '../../../../shared/domain/plain-date.ts';
import { tidyDate } from '../../ui/tidy-date.ts';

/** An approving body's approval as it is being typed. */
export interface ApprovalDraft {
  body: string;
  reference: string;
  approvedOn: string;
  document: EvidenceFile | undefined;
}
export type ApprovalField = keyof ApprovalDraft;
export type ApprovalFault = 'required' | 'too-long' | 'not-a-date' | 'in-the-future';

const keptDraft = z.object({
  body: z.string(),
  reference: z.string(),
  approvedOn: z.string(),
  document: evidenceFile.optional(),
});

/** What was kept of an approval, or one that begins with the usual body. */
export function readApproval(text: string, usualBody: string): ApprovalDraft {
  const kept = text === '' ? undefined : keptDraft.safeParse(JSON.parse(text)).data;
  return kept ? { ...kept, document: kept.document } : { ...emptyApproval, body: usualBody };
}

export const emptyApproval: ApprovalDraft = { body: '', reference: '', approvedOn: '', document: undefined };

/** What is wrong with a field, or undefined. `today` is the counter's date. The main process checks again. */
export function approvalFault(draft: ApprovalDraft, field: ApprovalField, today: string): ApprovalFault | undefined {
  if (field === 'document') return draft.document ? undefined : 'required';
  const text = draft[field].trim();
  if (text === '') return 'required';
  if (field !== 'approvedOn') return text.length > 100 ? 'too-long' : undefined;
  const date = tidyDate(text).text;
  if (!isPlainDate(date)) return 'not-a-date';
  return date > today ? 'in-the-future' : undefined;
}

/** The fields that keep the approval from being entered, in the order of the page. */
export function faultyFields(draft: ApprovalDraft, today: string): ApprovalField[] {
  return (['body', 'reference', 'approvedOn', 'document'] as const).filter((field) => approvalFault(draft, field, today));
}
