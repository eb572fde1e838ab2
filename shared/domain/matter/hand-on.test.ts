import { expect, test } from 'vitest';
import type { Entry } from '../entry.ts';
import { evolveRow, peopleOf, touched } from '../evolve.ts';
import type { MatterId, PersonId, StaffId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Staff } from '../staff/staff.ts';
import { awaitsTakingOn, handlerOf, handOn, takeOn } from './hand-on.ts';
import type { Recognition } from './recognition.ts';

const member = (id: string, role: Staff['role'] = 'clerk'): Staff => ({ id: id as StaffId, number: '1001', name: id, role });
const [wang, su, boss] = [member('wang'), member('su'), member('boss', 'supervisor')];
const matter = (id: string, handler?: string): Recognition =>
  ({
    id: id as MatterId,
    version: 1,
    personId: `p-${id}` as PersonId,
    status: 'received',
    receivedBy: wang.id,
    ...(handler && { handling: { by: handler, handedOver: { by: 'wang', from: 'wang', at: '2026-11-25T01:00:00.000Z' } } }),
  }) as Recognition;

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}

test('a matter is whoever’s received it until it is handed on, also in entries older than handing on', () => {
  expect(handlerOf(matter('m'))).toBe('wang');
  expect(handlerOf(matter('m', 'su'))).toBe('su');
});

test('a clerk hands on their own, a supervisor an absent clerk’s, and each goes from whoever had it', () => {
  expect(codeOf(() => handOn(undefined, { matters: [matter('m')], to: boss, staff: su }))).toBe('belongs-to-another');
  const matters = [matter('m1'), matter('m2', 'boss'), matter('m3', 'su')];
  expect(handOn('周五公示期满', { matters, to: su, staff: boss })).toEqual({
    matters: [
      { matterId: 'm1', personId: 'p-m1', from: 'wang' },
      { matterId: 'm2', personId: 'p-m2', from: 'boss' },
    ],
    to: 'su',
    note: '周五公示期满',
  });
});

test('nothing goes to nobody, to whoever has it, to an auditor; and nothing that is done', () => {
  for (const to of [undefined, wang, member('x', 'auditor')])
    expect(codeOf(() => handOn(undefined, { matters: [matter('m')], to, staff: wang }))).toBe('field-refused');
  const granted = { ...matter('m'), status: 'granted' as const };
  expect(codeOf(() => handOn(undefined, { matters: [granted], to: su, staff: wang }))).toBe('not-in-this-state');
});

test('only the receiver takes on, and what they took on before is let go', () => {
  expect(codeOf(() => takeOn([matter('m', 'su')], wang.id))).toBe('belongs-to-another');
  const taken = matter('m', 'su');
  expect(awaitsTakingOn(taken, su.id)).toBe(true);
  expect(takeOn([taken], su.id)).toEqual({ matters: [{ matterId: 'm', personId: 'p-m' }] });
  const before = { ...taken, handling: { ...taken.handling, takenOnAt: '2026-11-25T02:00:00.000Z' } } as Recognition;
  expect(takeOn([before], su.id)).toBeUndefined();
});

test('the records keep who has it, who handed it on and what they said; handed on once more it must be taken on anew', () => {
  const entry = (kind: string, facts: object, staffId: StaffId = wang.id) =>
    ({ kind, facts, staffId, at: { wall: '2026-11-26T01:00:00.000Z' } }) as unknown as Entry;
  const ref = { kind: 'recognition', id: 'm' } as const;
  const handed = entry('matters.handed-over', { ...handOn('看材料', { matters: [matter('m')], to: su, staff: wang }) });
  expect(touched(handed)).toEqual([ref]);
  expect(peopleOf(handed)).toEqual(['p-m']);
  const first = evolveRow(handed, ref, matter('m')).state as Recognition;
  expect(first).toMatchObject({ version: 2, handling: { by: 'su', handedOver: { by: 'wang', from: 'wang', note: '看材料' } } });
  const taken = evolveRow(entry('matters.taken-on', takeOn([first], su.id) ?? {}, su.id), ref, first).state as Recognition;
  expect(awaitsTakingOn(taken, su.id)).toBe(false);
  const again = entry('matters.handed-over', { ...handOn(undefined, { matters: [taken], to: boss, staff: su }) }, su.id);
  const next = evolveRow(again, ref, taken).state as Recognition;
  expect(next.handling).toEqual({ by: 'boss', handedOver: { by: 'su', from: 'su', at: '2026-11-26T01:00:00.000Z' } });
});
