import { checkUscc } from '../../standards/gb-32100.ts';
import { checkDocumentNumber } from '../../standards/identity-document.ts';
import { checkPersonName } from '../../standards/person-name.ts';
import type { EntryFacts } from '../entry.ts';
import type { BatchId, StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import type { Batch, BatchFacts } from './batch.ts';
import { refusedUnless } from './refused-field.ts';

export interface OpenBatchContext {
  readonly open: readonly Batch[];
  readonly newBatchId: BatchId;
  readonly today: PlainDate;
  readonly staffId: StaffId;
}

/** Opens an employer's hand-in. Refuses `batch-open` (the one of this employer and agent) and `field-refused`. */
export function openBatch(facts: BatchFacts, context: OpenBatchContext): EntryFacts<'batch.opened'> {
  const { open, newBatchId, today, staffId } = context;
  const { employer, agent, authorisation } = facts;
  const uscc = checkUscc(employer.uscc);
  const name = checkPersonName(agent.name);
  const number = checkDocumentNumber(agent.document.number, { kind: agent.document.kind, today });
  const { expiresOn } = authorisation;
  const fields = [
    ...(uscc.ok ? [] : [{ path: 'employer.uscc', code: uscc.code }]),
    ...(name.ok ? [] : [{ path: 'agent.name', code: name.code }]),
    ...(number.ok || number.overridable ? [] : [{ path: 'agent.document.number', code: number.code }]),
    ...refusedUnless(!expiresOn || expiresOn >= today, 'authorisation.expiresOn', 'authorisation-expired'),
  ];
  if (fields.length > 0) refuse('field-refused', { fields });
  const same = open.find((one) => one.employer.uscc === employer.uscc && one.agent.document.number === agent.document.number);
  if (same) refuse('batch-open', { batchId: same.id });
  const batch: Batch = {
    ...facts,
    id: newBatchId,
    version: 1,
    status: 'open',
    openedOn: today,
    openedBy: staffId,
    people: [],
  };
  return { batch };
}

/** Closes it: nobody more is registered from it. Refuses `not-in-this-state`. */
export function closeBatch(batch: Batch, today: PlainDate): EntryFacts<'batch.closed'> {
  if (batch.status !== 'open') refuse('not-in-this-state', { status: batch.status });
  return { batchId: batch.id, on: today };
}
