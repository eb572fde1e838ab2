import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { deskContract } from '../../shared/contract/desk.ts';
import { whyNotDecide } from '../../shared/domain/approval/decide-approval.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { handOn } from '../../shared/domain/matter/hand-on.ts';
import { maySignOff, signedAct } from '../../shared/domain/staff/signed-act.ts';
import { role } from '../../shared/domain/staff/staff.ts';
import { callsOf } from '../architecture/contract-calls.ts';
import { outcomeOf } from './desk-calling.ts';
import { deskSamples } from './desk-samples.ts';
import { whoMayCall, whoMaySign } from './rights-table.ts';
import { openStubDesk } from './stub-desk.ts';

const calls = callsOf(deskContract).map(({ name, path }) => ({
  name,
  path,
  line: whoMayCall.find((group) => group.calls.includes(name)),
  sample: deskSamples[name],
}));
const guarded = calls.filter(({ line }) => !line?.beforeSignIn);
const desk = openStubDesk();
const doorAnswers = ['signed-out', 'session-locked', 'not-allowed', 'not-enrolled', 'bad-input'];

beforeEach(() => {
  Object.assign(desk.door, { role: 'clerk', locked: false, enrolled: true });
  desk.acts.length = 0;
  desk.bugs.length = 0;
});
afterAll(() => desk.close());

test('each call stands in the table once, and no other does', () => {
  expect(whoMayCall.flatMap((group) => group.calls).sort()).toEqual(calls.map(({ name }) => name).sort());
});

describe.each(role.options)('the %s', (who) => {
  test.each(calls)('$name: let in or refused by right, as the table says', async ({ path, line, sample }) => {
    desk.door.role = who;
    const outcome = await outcomeOf(desk, path, sample);
    if (line?.roles.includes(who)) expect(doorAnswers).not.toContain(outcome);
    else {
      expect(outcome).toBe('not-allowed');
      expect(desk.acts).toEqual([]);
    }
  });
});

describe.each([
  ['nobody is signed in', { role: undefined }, 'signed-out'],
  ['the counter is locked', { locked: true }, 'session-locked'],
  ['the computer is no counter yet', { role: undefined, enrolled: false }, 'not-enrolled'],
] as const)('while %s', (_, door, code) => {
  test.each(guarded)('$name is refused, whatever it is given', async ({ path, sample }) => {
    Object.assign(desk.door, door);
    expect(await outcomeOf(desk, path, sample)).toBe(code);
    expect(await outcomeOf(desk, path, { junk: true })).toBe(code);
    expect(desk.acts).toEqual([]);
  });
});

const [someone, another] = ['someone', 'another'] as [StaffId, StaffId];

/** What handlers look at below the door: the second person's role, and whose work it is. */
describe('below the door', () => {
  test('each act that is signed stands in the table', () => {
    expect(Object.keys(whoMaySign).sort()).toEqual([...signedAct.options].sort());
  });

  test.each(role.options.flatMap((who) => signedAct.options.map((act) => [who, act] as const)))(
    'the %s as second person of %s: as the table says, and never who sits there or whose PIN it is',
    (who, act) => {
      const second = { id: someone, role: who };
      expect(maySignOff(second, { act, subjectId: 'x', signedIn: another })).toBe(whoMaySign[act].includes(who));
      expect(maySignOff(second, { act, subjectId: 'x', signedIn: someone })).toBe(false);
      expect(maySignOff(second, { act: 'staff.reset-pin', subjectId: someone, signedIn: another })).toBe(false);
    },
  );

  test.each(role.options)('the %s decides no request of their own, and another’s as a supervisor alone', (who) => {
    const asked = { act: 'recognition.grant-directly', matterId: 'm' as never } as const;
    const deciding = (requestedBy: StaffId) => whyNotDecide({ asked, requestedBy }, { id: someone, role: who });
    expect(deciding(another)).toBe(who === 'supervisor' ? undefined : 'no-right');
    expect(deciding(someone)).toBe(who === 'supervisor' ? 'own-request' : 'no-right');
  });

  test.each(role.options)('the %s hands on a colleague’s matter as a supervisor alone', (who) => {
    const matter = { id: 'm', personId: 'p', status: 'received', receivedBy: another } as never;
    const to = { id: 'third' as StaffId, number: '1002', name: '乙', role: 'clerk' } as const;
    const handing = () => handOn(undefined, { matters: [matter], to, staff: { id: someone, role: who } });
    if (who === 'supervisor') expect(handing().to).toBe('third');
    else expect(handing).toThrow('belongs-to-another');
  });
});
