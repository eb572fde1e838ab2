import type { Entry, Row, RowRef, RowState } from '../entry.ts';
import type { ApprovalId } from '../ids.ts';
import type { Approval } from './approval.ts';

/**
 * The request that an entry makes or ends. An act that was approved names its request, so that act and end are one entry: no kill leaves
 * one without the other.
 */
export function approvalRows(entry: Entry): RowRef[] {
  const id = entry.kind === 'approval.requested' ? entry.facts.approval.id : approvalIdOf(entry);
  return id ? [{ kind: 'approval', id }] : [];
}

function approvalIdOf({ facts }: Entry): ApprovalId | undefined {
  return 'approvalId' in facts ? facts.approvalId : undefined;
}

/** A request after an entry. Throws where the request that the entry ends is missing, or nobody ended it. */
export function evolveApproval(entry: Entry, ref: RowRef, before: RowState['approval'] | undefined): Row {
  if (entry.kind === 'approval.requested')
    return row(ref, {
      ...entry.facts.approval,
      version: 1,
      requestedAt: entry.at.wall,
      event: entry.event,
      state: 'waiting',
    });
  if (!before) throw new Error(`no approval ${ref.id} for the entry to build on`);
  const version = before.version + 1;
  if (entry.kind === 'approval.acknowledged') return row(ref, { ...before, version, seen: true });
  if (!entry.staffId) throw new Error(`nobody ended the approval ${ref.id}`);
  const reason = entry.kind === 'approval.declined' ? entry.facts.reason : undefined;
  const ended = { by: entry.staffId, at: entry.at.wall, ...(reason && { reason }) };
  return row(ref, { ...before, version, state: endOf(entry), ended });
}

function endOf({ kind }: Entry): Approval['state'] {
  if (kind === 'approval.declined') return 'declined';
  return kind === 'approval.withdrawn' ? 'withdrawn' : 'approved';
}

function row({ id }: RowRef, state: Approval): Row {
  return { kind: 'approval', id, state };
}
