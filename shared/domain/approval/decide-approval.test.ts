import { describe, expect, test } from 'vitest';
import { secondPersonActs } from '../card/card-life.ts';
import type { Entry } from '../entry.ts';
import { evolveRow, touched } from '../evolve.ts';
import type { ApprovalId, CardNumber, MatterId, PersonId, StaffId } from '../ids.ts';
import { toPlainDate } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import { signOffRights } from '../staff/staff.ts';
import { type Approval, type AskedAct, askedAct, askedKey, isUnsettled, rightForAsked } from './approval.ts';
import {
  acknowledgeDecline,
  declineApproval,
  findWaiting,
  mustBeDecidable,
  requestApproval,
  whyNotDecide,
  withdrawApproval,
} from './decide-approval.ts';

const clerk = { id: 'clerk' as StaffId, role: 'clerk' } as const;
const supervisor = { id: 'supervisor' as StaffId, role: 'supervisor' } as const;
const cancel = {
  act: 'card.change',
  cardNumber: '202610000017' as CardNumber,
  change: 'cancel',
  reason: '本人申请',
} as const satisfies AskedAct;
const grant = { act: 'recognition.grant-directly', matterId: 'm1' as MatterId } as const satisfies AskedAct;
const waiting: Approval = {
  id: 'a1' as ApprovalId,
  version: 1,
  asked: cancel,
  personId: 'p1' as PersonId,
  requestedBy: clerk.id,
  requestedOn: toPlainDate('2026-11-25'),
  requestedAt: '2026-11-25T01:14:00.000Z',
  event: '百校行',
  state: 'waiting',
};

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}

test('every act of a card that needs a second person can be left for one, and no other', () => {
  const left = secondPersonActs.map((change) => askedAct.safeParse({ ...cancel, change }).success);
  expect(left).toEqual(secondPersonActs.map(() => true));
  expect(askedAct.safeParse({ ...cancel, change: 'hand-over' }).success).toBe(false);
  expect(askedAct.safeParse({ act: 'date.confirm', today: '2026-11-25' }).success).toBe(false);
});

test('each act that can be left is decided by a right that also signs off beside the clerk', () => {
  for (const act of askedAct.options.map((option) => option.shape.act.value)) expect(signOffRights).toContain(rightForAsked[act]);
});

describe('what waits already', () => {
  test('is told by act and thing, whatever the reason; another act on the same card is another request', () => {
    expect(findWaiting([waiting], { ...cancel, reason: '已离开' })).toBe(waiting);
    expect(findWaiting([waiting], { ...cancel, change: 'revoke' })).toBeUndefined();
    expect(findWaiting([waiting], { ...cancel, cardNumber: '202610000025' as CardNumber })).toBeUndefined();
    expect(askedKey(grant)).not.toBe(askedKey({ ...grant, matterId: 'm2' as MatterId }));
  });

  test('is not asked for once more', () => {
    const context = {
      waiting: [waiting],
      newApprovalId: 'a2' as ApprovalId,
      personId: waiting.personId,
      today: waiting.requestedOn,
      staffId: clerk.id,
    };
    expect(codeOf(() => requestApproval({ asked: cancel }, context))).toBe('approval-waiting');
    const { approval } = requestApproval({ asked: grant, note: '主管出差' }, context);
    expect(approval).toEqual({
      id: 'a2',
      asked: grant,
      personId: 'p1',
      requestedBy: 'clerk',
      requestedOn: '2026-11-25',
      note: '主管出差',
    });
  });
});

describe('a request is decided', () => {
  test('by whoever has the act’s right and did not ask', () => {
    expect(whyNotDecide(waiting, supervisor)).toBeUndefined();
    expect(whyNotDecide(waiting, clerk)).toBe('no-right');
    expect(whyNotDecide({ ...waiting, requestedBy: supervisor.id }, supervisor)).toBe('own-request');
    expect(codeOf(() => mustBeDecidable(waiting, clerk))).toBe('not-allowed');
    expect(codeOf(() => declineApproval({ ...waiting, requestedBy: supervisor.id }, '不行', supervisor))).toBe(
      'second-person-needed',
    );
  });

  test('once', () => {
    for (const state of ['approved', 'declined', 'withdrawn'] as const) {
      expect(
        codeOf(() => mustBeDecidable({ ...waiting, state }, supervisor)),
        state,
      ).toBe('approval-over');
      expect(
        codeOf(() => withdrawApproval({ ...waiting, state }, clerk.id)),
        state,
      ).toBe('approval-over');
    }
  });

  test('and withdrawn or read only by whoever asked', () => {
    expect(codeOf(() => withdrawApproval(waiting, supervisor.id))).toBe('belongs-to-another');
    expect(codeOf(() => withdrawApproval(waiting, clerk.id))).toBe('done');
    expect(codeOf(() => acknowledgeDecline({ ...waiting, state: 'declined' }, supervisor.id))).toBe('belongs-to-another');
    expect(codeOf(() => acknowledgeDecline(waiting, clerk.id))).toBe('approval-over');
    expect(codeOf(() => acknowledgeDecline({ ...waiting, state: 'declined' }, clerk.id))).toBe('done');
  });
});

describe('a request in the records', () => {
  const entry = (kind: string, facts: object, staffId: StaffId = supervisor.id) =>
    ({ kind, facts, staffId, event: '百校行', at: { wall: '2026-11-28T02:00:00.000Z' } }) as unknown as Entry;
  const ref = { kind: 'approval', id: 'a1' } as const;
  const after = (one: Entry, before?: Approval) => evolveRow(one, ref, before).state as Approval;

  test('begins with its entry, and bears when and at which event that was', () => {
    const { id, asked, personId, requestedBy, requestedOn } = waiting;
    const made = entry('approval.requested', { approval: { id, asked, personId, requestedBy, requestedOn } }, clerk.id);
    expect(touched(made)).toEqual([ref]);
    expect(after(made)).toEqual({ ...waiting, requestedAt: '2026-11-28T02:00:00.000Z' });
  });

  test('ends in the very entry of the act, whichever act that is', () => {
    const facts = {
      approvalId: 'a1',
      cardNumber: cancel.cardNumber,
      matterId: 'm1',
      blockId: 'b1',
      grant: { certificateNumber: 'c' },
    };
    for (const kind of ['card.cancelled', 'card.voided', 'card.revoked', 'card.destroyed', 'recognition.granted']) {
      expect(touched(entry(kind, facts)), kind).toContainEqual(ref);
      const ended = after(entry(kind, facts), waiting);
      expect(ended, kind).toMatchObject({ version: 2, state: 'approved', ended: { by: 'supervisor' } });
      expect(isUnsettled(ended)).toBe(false);
    }
    expect(touched(entry('card.cancelled', { cardNumber: cancel.cardNumber }))).not.toContainEqual(ref);
  });

  test('declined it stays unsettled until it is read', () => {
    const declined = after(entry('approval.declined', { approvalId: 'a1', reason: '没有签名' }), waiting);
    expect(declined).toMatchObject({ state: 'declined', ended: { reason: '没有签名' } });
    expect(isUnsettled(declined)).toBe(true);
    expect(isUnsettled(after(entry('approval.acknowledged', { approvalId: 'a1' }), declined))).toBe(false);
    expect(isUnsettled(after(entry('approval.withdrawn', { approvalId: 'a1' }), waiting))).toBe(false);
  });

  test('an end without its request is damage, and said so', () => {
    expect(() => after(entry('approval.withdrawn', { approvalId: 'a1' }))).toThrow('no approval a1');
  });
});
