import type { Entry, Row, RowRef, RowState } from '../entry.ts';
import { withFields } from '../talent/correction.ts';

/** The rows of entries about a person's requests, and of corrections. */
export function requestRows(entry: Entry): RowRef[] {
  switch (entry.kind) {
    case 'request.received':
      return [{ kind: 'request', id: entry.facts.request.id }];
    case 'request.answered': {
      const { requestId, personId } = entry.facts;
      return [{ kind: 'request', id: requestId }, ...(withdraws(entry) ? [{ kind: 'person', id: personId } as const] : [])];
    }
    case 'talent.corrected': {
      const { personId, requestId } = entry.facts;
      return [{ kind: 'person', id: personId }, ...(requestId ? [{ kind: 'request', id: requestId } as const] : [])];
    }
    default:
      return [];
  }
}

function withdraws(entry: Entry<'request.answered'>): boolean {
  return entry.facts.kind === 'withdraw-consent' && entry.facts.answer.decision === 'granted';
}

/** A request or a person after one of those entries; undefined for any other entry or row. */
export function evolveRequest(entry: Entry, ref: RowRef, before: RowState[Row['kind']] | undefined): Row | undefined {
  if (entry.kind === 'request.received') return { kind: 'request', id: ref.id, state: { ...entry.facts.request, version: 1 } };
  if (entry.kind !== 'request.answered' && entry.kind !== 'talent.corrected') return undefined;
  if (!before) throw new Error(`no ${ref.kind} ${ref.id} for the entry to build on`);
  return ref.kind === 'request'
    ? { kind: 'request', id: ref.id, state: requestAfter(entry, before as RowState['request']) }
    : { kind: 'person', id: ref.id, state: personAfter(entry, before as RowState['person']) };
}

type Changing = Entry<'request.answered'> | Entry<'talent.corrected'>;

function requestAfter(entry: Changing, before: RowState['request']): RowState['request'] {
  const version = before.version + 1;
  if (entry.kind === 'request.answered') return { ...before, version, answer: entry.facts.answer };
  const fields = entry.facts.changes.map(({ field }) => field);
  return { ...before, version, corrected: [...new Set([...(before.corrected ?? []), ...fields])] };
}

function personAfter(entry: Changing, person: RowState['person']): RowState['person'] {
  const version = person.version + 1;
  if (entry.kind === 'request.answered') return { ...person, version, consentWithdrawnOn: entry.facts.answer.answeredOn };
  const { changes, numberAccepted, toldFrom = [], proof } = entry.facts;
  const { numberAccepted: acceptedBefore, ...rest } = withFields(person, changes);
  const kept = changes.some(({ field }) => field === 'document.number') ? undefined : acceptedBefore;
  const accepted = numberAccepted ?? kept;
  const told = [...(person.toldFrom ?? []), ...toldFrom];
  return {
    ...rest,
    version,
    ...(accepted && { numberAccepted: accepted }),
    ...(told.length > 0 && { toldFrom: told }),
    ...(proof && { identityCorrectedBy: entry.id }),
  };
}
