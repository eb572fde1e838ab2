import type { StaffLine } from '../../shared/contract/staff-calls.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { enrolMember } from '../../shared/domain/staff/new-member.ts';
import type { Role, Staff } from '../../shared/domain/staff/staff.ts';
import { deskCalls } from './desk-door.ts';
import { onTicket } from './on-ticket.ts';
import type { DeskRoom, StaffKeys } from './open-counter.ts';

/** Who may sign in here: the administrator's list, and everybody's own PIN. */
export function staffCalls(room: DeskRoom) {
  const calls = deskCalls.staff;
  const thenDone = async (step: Promise<unknown>) => {
    await step;
    return {};
  };
  return {
    list: calls.list.handler(() => listStaff(room)),
    enrol: calls.enrol.handler(async ({ input }) => ({ staffId: await enrol(room, input) })),
    resetPin: calls.resetPin.handler(({ input }) => thenDone(resetPin(room, input))),
    end: calls.end.handler(({ input }) => thenDone(endAccess(room, input.staffId))),
    changePin: calls.changePin.handler(({ input }) => thenDone(changePin(room, input))),
  };
}

function listStaff(room: DeskRoom): StaffLine[] {
  const { ledger, staffKeys } = room.counter();
  return ledger.staffList().map(({ leftOn, ...member }) => ({
    ...member,
    access: leftOn ? 'left' : accessOf(staffKeys, member.id),
    ...(leftOn && { leftOn }),
  }));
}

function accessOf(staffKeys: StaffKeys, id: StaffId): StaffLine['access'] {
  if (staffKeys.isSample(id)) return 'sample';
  return staffKeys.has(id) ? 'active' : 'no-pin';
}

/** The entry first: somebody whom the journal doesn't know could sign in otherwise, if a kill came in between. */
async function enrol(room: DeskRoom, input: { number: string; name: string; role: Role; pin: string }): Promise<StaffId> {
  const { ledger, decisions, staffKeys } = room.counter();
  const id = room.newId() as StaffId;
  const { pin, ...typed } = input;
  let staff: Staff | undefined;
  await decisions.record(room.staff().id, ['staff'], async () => {
    staff = enrolMember({ id, ...typed }, ledger.staffList());
    staffKeys.check({ ...staff, pin });
    return { kind: 'staff.enrolled', command: { way: 'administrator' }, facts: { staff } };
  });
  if (staff) await staffKeys.give({ id, number: staff.number, pin });
  return id;
}

interface PinReset {
  readonly staffId: StaffId;
  readonly pin: string;
  readonly ticket?: string | undefined;
}

/**
 * The entry first: a reset without one would be a way to be somebody else unseen. Beside whoever resets stands a second person, who is not
 * the one whose PIN it is: alone, an administrator could be everybody. Whoever has no PIN yet can't be anybody's mask.
 */
async function resetPin(room: DeskRoom, { staffId, pin, ticket }: PinReset): Promise<void> {
  const { decisions, staffKeys } = room.counter();
  const by = room.staff().id;
  needOwnPin(room, staffId);
  const { number } = activeMember(room, staffId);
  await onTicket(room.counter(), { ticket, act: 'staff.reset-pin', subjectId: staffId }, async (signedOffBy) => {
    await decisions.record(by, ['staff'], async () => {
      staffKeys.check({ ...activeMember(room, staffId), pin });
      if (staffKeys.has(staffId)) mustBeAnother(signedOffBy, [by, staffId]);
      return { kind: 'staff.pin-reset', command: {}, facts: { staffId, ...(signedOffBy && { signedOffBy }) } };
    });
    await staffKeys.give({ id: staffId, number, pin });
  });
}

function mustBeAnother(signedOffBy: StaffId | undefined, others: readonly StaffId[]): void {
  if (!signedOffBy) refuse('sign-off-needed', {});
  if (others.includes(signedOffBy)) refuse('second-person-needed', {});
}

/** The wrap first: until it is gone the access is not ended. Killed after that, the list says so, and it is ended again. */
async function endAccess(room: DeskRoom, staffId: StaffId): Promise<void> {
  const { decisions, staffKeys, dataKey } = room.counter();
  if (staffId === room.staff().id) refuse('own-access', {});
  const by = room.staff().id;
  needOwnPin(room, staffId);
  await decisions.record(room.staff().id, ['staff'], async () => {
    activeMember(room, staffId);
    await staffKeys.remove(staffId);
    return { kind: 'staff.left', command: {}, facts: { staffId, on: room.clock.today() } };
  });
  await dataKey.afterLeaving(by);
}

async function changePin(room: DeskRoom, { pin, newPin }: { pin: string; newPin: string }): Promise<void> {
  const { decisions, staffKeys } = room.counter();
  const { id: staffId, number } = room.staff();
  needOwnPin(room, staffId);
  try {
    await staffKeys.change({ number, pin, newPin });
  } catch (error) {
    // Wrong PINs at an open counter are journaled, wherever they are typed.
    if (error instanceof Refusal && (error.code === 'wrong-credentials' || error.code === 'too-many-attempts')) {
      const facts = { reason: error.code };
      await decisions.record(staffId, ['session'], async () => ({ kind: 'session.refused', command: {}, facts }));
    }
    throw error;
  }
  await decisions.record(staffId, ['staff'], async () => ({ kind: 'staff.pin-changed', command: {}, facts: { staffId } }));
}

/** 试用 shows the PINs of its sample staff to everybody: one that was changed would shut the next person out. */
function needOwnPin(room: DeskRoom, staffId: StaffId): void {
  if (room.counter().staffKeys.isSample(staffId)) refuse('sample-member', {});
}

function activeMember(room: DeskRoom, staffId: StaffId): Staff {
  const found = room
    .counter()
    .ledger.staffList()
    .find(({ id, leftOn }) => id === staffId && leftOn === undefined);
  return found ?? refuse('not-found', { what: 'staff' });
}
