import type { MatterRow } from '../../../../shared/contract/hand-over-calls.ts';

export interface HandedGroup {
  byName: string;
  at: string;
  note: string | undefined;
  matterIds: MatterRow['matterId'][];
}

/** What was handed to whoever is signed in and not taken on yet, one group for each hand-over. */
export function handedGroups(rows: readonly Pick<MatterRow, 'matterId' | 'mine' | 'handedOver'>[]): HandedGroup[] {
  const groups = new Map<string, HandedGroup>();
  for (const { matterId, mine, handedOver } of rows) {
    if (!mine || !handedOver) continue;
    const { byName, at, note } = handedOver;
    const key = `${at} ${byName}`;
    const group = groups.get(key) ?? { byName, at, note, matterIds: [] };
    group.matterIds.push(matterId);
    groups.set(key, group);
  }
  return [...groups.values()];
}
