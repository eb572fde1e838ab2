import type { Entry, RowRef, RowState } from '../entry.ts';

type HandlingEntry = Extract<Entry, { kind: 'matters.handed-over' | 'matters.taken-on' }>;

/** The matters that went from one clerk to another, or were taken on. */
export function handledRows(entry: Entry): RowRef[] {
  if (entry.kind !== 'matters.handed-over' && entry.kind !== 'matters.taken-on') return [];
  return entry.facts.matters.map(({ matterId }) => ({ kind: 'recognition', id: matterId }));
}

/** A matter after it was handed over or taken on. Throws for a matter taken on that nobody handed over. */
export function evolveHandling(entry: HandlingEntry, before: RowState['recognition']): RowState['recognition'] {
  const version = before.version + 1;
  const { wall: at } = entry.at;
  if (entry.kind === 'matters.taken-on') {
    if (!before.handling) throw new Error(`nobody handed over the matter ${before.id}`);
    return { ...before, version, handling: { ...before.handling, takenOnAt: at } };
  }
  const { matters, to, note } = entry.facts;
  const from = matters.find(({ matterId }) => matterId === before.id)?.from;
  if (!from || !entry.staffId) throw new Error(`nobody handed over the matter ${before.id}`);
  return { ...before, version, handling: { by: to, handedOver: { by: entry.staffId, from, at, ...(note && { note }) } } };
}
