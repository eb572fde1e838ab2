import type { HistoryItem } from '../../../../shared/contract/talent-calls.ts';
import { type EntryKind, entryFacts, localKinds } from '../../../../shared/domain/entry.ts';

/** Details that have words, in the order in which a line tells them. */
export const detailNames = [
  'asked',
  'to',
  'number',
  'team',
  'tier',
  'way',
  'body',
  'reference',
  'signedOffBy',
  'certificateNumber',
  'cardNumber',
  'replaces',
  'replacement',
  'collector',
  'collectorRole',
  'validTo',
  'paperKind',
  'employer',
  'ledgerRow',
  'reason',
  'note',
  'items',
  'dueOn',
] as const;
export type DetailName = (typeof detailNames)[number];

export type Keeping = 'uploaded' | 'notUploaded' | 'localOnly';

/** An entry's kind, or undefined for one of a newer program: it is shown by its code, never left out. */
export function knownKind(kind: string): EntryKind | undefined {
  return Object.hasOwn(entryFacts, kind) ? (kind as EntryKind) : undefined;
}

/** What a line tells besides what happened; what has no words or no value is left out. */
export function lineDetails({ details }: Pick<HistoryItem, 'details'>): { name: DetailName; value: string }[] {
  return detailNames.flatMap((name) => {
    const value = details[name];
    return value ? [{ name, value }] : [];
  });
}

/** Where an entry is: some never leave this counter, so that “not uploaded” would be no truth about them. */
export function keepingOf({ kind, uploaded }: Pick<HistoryItem, 'kind' | 'uploaded'>): Keeping {
  const known = knownKind(kind);
  if (known && localKinds.includes(known)) return 'localOnly';
  return uploaded ? 'uploaded' : 'notUploaded';
}
