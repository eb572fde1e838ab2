import { describe, expect, test } from 'vitest';
import { deskContract } from '../../shared/contract/desk.ts';
import type { CallMeta } from '../../shared/contract/desk-call.ts';
import { recordsContract } from '../../shared/contract/records.ts';
import { refusals } from '../../shared/domain/refusal.ts';
import { mayDo, type Right, type Role, rights, rightsOf, role, signOffRights } from '../../shared/domain/staff/staff.ts';
import { type Call, callsOf } from './contract-calls.ts';

const calls = callsOf(deskContract);

describe('the desk’s contract', () => {
  test('each call names a right that there is, and each right has a call or a sign-off that needs it', () => {
    const named = calls.map(({ contract }) => (contract['~orpc'].meta as CallMeta).right);
    expect(named.filter((right) => !rights.includes(right))).toEqual([]);
    expect(calls.length).toBeGreaterThan(30);
    // The second person's right is asked of a ticket, and a reassigner's of whose matter it is.
    expect(rights.filter((right) => !named.includes(right))).toEqual([...signOffRights, 'matter.reassign']);
  });

  test('before sign-in only the session, its changes and enrolment can be asked for', () => {
    const open = calls.filter(({ contract }) => (contract['~orpc'].meta as CallMeta).right === 'anyone').map(({ name }) => name);
    expect(open.sort()).toEqual([
      'changes.watch',
      // From a start that was stopped, too: it says nothing of anybody.
      'diagnostics.gather',
      'diagnostics.save',
      // While the program waits to be enrolled, and at no other time.
      'goingLive.confirm',
      'goingLive.prepare',
      // While nobody is signed in at a live counter: whoever has the key off the sheet.
      'recovery.check',
      'recovery.complete',
      // The same: the recovery key is what counts, and there is nobody yet who could sign in.
      'restore.cancel',
      'restore.confirm',
      'restore.look',
      'restore.places',
      'restore.prepare',
      'restore.progress',
      'session.signIn',
      'session.signOut',
      'session.startTrial',
      'session.state',
      'session.unlock',
    ]);
  });

  test('each call answers with declared output and refusals of the one table', () => {
    for (const { name, contract } of calls) {
      const { outputSchema, errorMap } = contract['~orpc'];
      expect(outputSchema, name).toBeDefined();
      expect(Object.keys(refusals), name).toEqual(expect.arrayContaining(Object.keys(errorMap)));
      expect(Object.keys(errorMap), name).toEqual(
        expect.arrayContaining(['bad-input', 'signed-out', 'session-locked', 'not-allowed', 'not-enrolled']),
      );
    }
  });
});

test('each call to the records page has declared its output', () => {
  const without = callsOf(recordsContract).filter(({ contract }: Call) => contract['~orpc'].outputSchema === undefined);
  expect(without).toEqual([]);
});

/** Who may do what, written down a second time by hand: a change of rights is a change of this table, seen by whoever reviews it. */
const table: Record<Right, Record<Role, boolean>> = {
  anyone: { clerk: true, supervisor: true, administrator: true, auditor: true },
  'signed-in': { clerk: true, supervisor: true, administrator: true, auditor: true },
  'talent.view': { clerk: true, supervisor: true, administrator: true, auditor: true },
  'talent.register': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'talent.uncover': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'recognition.receive': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'recognition.grant': { clerk: false, supervisor: true, administrator: false, auditor: false },
  'card.withdraw': { clerk: false, supervisor: true, administrator: false, auditor: false },
  'document.accept': { clerk: false, supervisor: true, administrator: false, auditor: false },
  'date.confirm': { clerk: false, supervisor: true, administrator: false, auditor: false },
  'staff.witness': { clerk: false, supervisor: true, administrator: true, auditor: false },
  'card.issue': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'card.verify': { clerk: true, supervisor: true, administrator: true, auditor: false },
  'paper.print': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'advice.give': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'settings.change': { clerk: false, supervisor: false, administrator: true, auditor: false },
  'backup.make': { clerk: false, supervisor: true, administrator: true, auditor: false },
  'approval.request': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'approval.decide': { clerk: false, supervisor: true, administrator: false, auditor: false },
  'matter.hand-on': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'talent.correct': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'identity.correct': { clerk: false, supervisor: true, administrator: false, auditor: false },
  'request.handle': { clerk: true, supervisor: true, administrator: false, auditor: false },
  'request.decide': { clerk: false, supervisor: true, administrator: false, auditor: false },
  'matter.reassign': { clerk: false, supervisor: true, administrator: false, auditor: false },
  'audit.view': { clerk: false, supervisor: false, administrator: true, auditor: true },
};

describe('rights', () => {
  test.each(role.options.flatMap((who) => rights.map((right) => [who, right] as const)))(
    '%s, %s: as the table says',
    (who, right) => {
      expect(mayDo(who, right)).toBe(table[right][who]);
    },
  );

  test('no role has a right that does not exist, or one twice', () => {
    for (const who of role.options) {
      expect(rights).toEqual(expect.arrayContaining([...rightsOf[who]]));
      expect(new Set(rightsOf[who]).size).toBe(rightsOf[who].length);
    }
  });
});
