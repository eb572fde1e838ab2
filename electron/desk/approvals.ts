import { isDeepStrictEqual } from 'node:util';
import type { ApprovalView } from '../../shared/contract/approval-calls.ts';
import type { Approval } from '../../shared/domain/approval/approval.ts';
import {
  type AskForApproval,
  acknowledgeDecline,
  declineApproval,
  findWaiting,
  mustBeDecidable,
  requestApproval,
  whyNotDecide,
  withdrawApproval,
} from '../../shared/domain/approval/decide-approval.ts';
import type { ApprovalId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { approvedAct, mustLackOnlySignOff, personAsked, subjectOf } from './approvable-acts.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskDecision, DeskRoom } from './open-counter.ts';
import { teamName, tierName } from './tier-name.ts';
import { trustedToday } from './trusted-today.ts';
import { waitingApprovals } from './waiting-approval.ts';

/** 提交待审: what a clerk alone leaves for a second person, who decides under their own name whenever they come. No PIN is shared. */
export function approvalCalls(room: DeskRoom) {
  const calls = deskCalls.approvals;
  return {
    request: calls.request.handler(({ input }) => request(room, input)),
    approve: calls.approve.handler(({ input }) =>
      settle(room, input.approvalId, (approval) => {
        mustBeDecidable(approval, room.staff());
        return approvedAct(room, approval, room.staff().id);
      }),
    ),
    decline: calls.decline.handler(({ input }) =>
      settle(room, input.approvalId, (approval) => ({
        kind: 'approval.declined',
        command: input,
        facts: declineApproval(approval, input.reason, room.staff()),
      })),
    ),
    withdraw: calls.withdraw.handler(({ input }) =>
      settle(room, input.approvalId, (approval) => ({
        kind: 'approval.withdrawn',
        command: input,
        facts: withdrawApproval(approval, room.staff().id),
      })),
    ),
    acknowledge: calls.acknowledge.handler(async ({ input }) => {
      if ((await getApproval(room, input.approvalId)).seen) return {};
      return settle(room, input.approvalId, (approval) => ({
        kind: 'approval.acknowledged',
        command: input,
        facts: acknowledgeDecline(approval, room.staff().id),
      }));
    }),
    list: calls.list.handler(() => Promise.all(shown(room).map((approval) => viewOf(room, approval)))),
  };
}

/** Pressed twice it is one request: the second press finds the first. */
async function request(room: DeskRoom, command: AskForApproval): Promise<{ approvalId: ApprovalId }> {
  const { asked } = command;
  const { decisions } = room.counter();
  const staffId = room.staff().id;
  const personId = await personAsked(room, asked);
  const same = () => {
    const found = findWaiting(waitingApprovals(room.counter()), asked);
    return found?.requestedBy === staffId && isDeepStrictEqual(found.asked, asked) ? found.id : undefined;
  };
  let already = same();
  if (already) return { approvalId: already };
  const decide = async (): Promise<DeskDecision> => {
    already = same();
    const context = { waiting: waitingApprovals(room.counter()), personId, staffId, today: trustedToday(room) };
    const facts = requestApproval(command, { ...context, newApprovalId: room.newId() as ApprovalId });
    await mustLackOnlySignOff(room, asked, staffId);
    return { kind: 'approval.requested', command, facts };
  };
  try {
    const { entry } = await decisions.record(staffId, [`person:${personId}`], decide);
    if (entry.kind !== 'approval.requested') throw new Error('another entry came back');
    return { approvalId: entry.facts.approval.id };
  } catch (error) {
    if (already) return { approvalId: already };
    throw error;
  }
}

/** Everything about a person goes through that person's queue, so that an act and the end of its request meet no other change. */
async function settle(
  room: DeskRoom,
  id: ApprovalId,
  decide: (approval: Approval) => DeskDecision | Promise<DeskDecision>,
): Promise<Record<string, never>> {
  const { personId } = await getApproval(room, id);
  const { decisions } = room.counter();
  await decisions.record(room.staff().id, [`person:${personId}`], async () => decide(await getApproval(room, id)));
  return {};
}

async function getApproval(room: DeskRoom, id: ApprovalId): Promise<Approval> {
  return (await room.counter().records.get('approval', id)) ?? refuse('not-found', { what: 'approval' });
}

/** All that wait, and what was declined to whoever sits here. */
function shown(room: DeskRoom): Approval[] {
  const { id } = room.staff();
  return room
    .counter()
    .ledger.unsettledApprovals()
    .filter(({ state, requestedBy }) => state === 'waiting' || requestedBy === id);
}

async function viewOf(room: DeskRoom, approval: Approval): Promise<ApprovalView> {
  const counter = room.counter();
  const staff = room.staff();
  const { id, asked, personId, requestedBy, requestedAt, event, note, state, ended } = approval;
  const subject = await subjectOf(room, asked);
  const why = whyNotDecide(approval, staff) ?? (subject.notBy === staff.id ? 'took-it-in' : undefined);
  return {
    id,
    asked,
    personId,
    name: counter.ledger.findPerson(personId)?.name ?? '',
    number: subject.number,
    teamName: teamName(counter, subject),
    tierName: tierName(counter, subject),
    requestedByName: counter.ledger.staff(requestedBy)?.name ?? '',
    requestedAt,
    event,
    ...(note && { note }),
    state,
    mine: requestedBy === staff.id,
    mayDecide: why ?? 'yes',
    ...(ended && { endedByName: counter.ledger.staff(ended.by)?.name ?? '' }),
    ...(ended?.reason && { endReason: ended.reason }),
  };
}
