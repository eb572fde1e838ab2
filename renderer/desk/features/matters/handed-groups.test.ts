import { expect, test } from 'vitest';
import type { MatterId } from '../../../../shared/domain/ids.ts';
import { handedGroups } from './handed-groups.ts';

const row = (id: string, handedOver?: { byName: string; at: string; note?: string }, mine = true) => ({
  matterId: id as MatterId,
  mine,
  ...(handedOver && { handedOver }),
});
const morning = { byName: '王敏', at: '2026-11-25T01:00:00.000Z', note: '周五公示期满' };
const noon = { byName: '王敏', at: '2026-11-25T04:00:00.000Z' };

test('what came in one hand-over is one group with its note; others’ and what was taken on are none', () => {
  expect(handedGroups([row('1', morning), row('2'), row('3', noon), row('4', morning), row('5', noon, false)])).toEqual([
    { ...morning, matterIds: ['1', '4'] },
    { ...noon, note: undefined, matterIds: ['3'] },
  ]);
});
