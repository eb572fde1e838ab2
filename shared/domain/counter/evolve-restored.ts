import type { Entry, Row, RowKind, RowRef, RowState } from '../entry.ts';

type Restored = Extract<Entry, { kind: 'counter.restored' }>;

/** The new device, and every run of numbers that it must not go on with. */
export function restoredRows({ facts: { counter, frozenBlocks } }: Restored): RowRef[] {
  return [{ kind: 'counter', id: counter.deviceId }, ...frozenBlocks.map((id) => ({ kind: 'number-block' as const, id }))];
}

/** One of these rows. Throws where a run of numbers was never granted: the journal holds no such entry unless it was damaged. */
export function evolveRestored({ facts }: Restored, ref: RowRef, before: RowState[RowKind] | undefined): Row {
  const { counter, generation } = facts;
  if (ref.kind === 'counter') return { kind: 'counter', id: ref.id, state: { ...counter, version: generation } };
  if (ref.kind !== 'number-block' || !before) throw new Error(`no ${ref.kind} ${ref.id} for the entry to build on`);
  const block = before as RowState['number-block'];
  return { kind: 'number-block', id: ref.id, state: { ...block, version: block.version + 1, frozen: true } };
}
