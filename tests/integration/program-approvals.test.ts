import { cpSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalView } from '../../shared/contract/approval-calls.ts';
import type { AskedAct } from '../../shared/domain/approval/approval.ts';
import type { CardNumber } from '../../shared/domain/ids.ts';
import { toPlainDate } from '../../shared/domain/plain-date.ts';
import {
  type Computer,
  clockAhead,
  member,
  newComputer,
  outcomes,
  print,
  type Running,
  refused,
  type StartOptions,
  signIn,
  start,
} from './program-kit.ts';
import { approval, directTier, signOff, somebody, takeIn, withCard } from './program-people.ts';

let computer: Computer;
let running: Running;
beforeEach(async () => {
  computer = newComputer();
  running = await start(computer);
  await signIn(running.desk);
}, 60_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

const supervisor = member('supervisor');
const as = (who: { number: string; pin: string }) => signIn(running.desk, { ...member('clerk'), ...who });
const list = () => running.desk.approvals.list();
const kinds = () => running.entries.map(({ kind }) => kind);

const cancelling = (cardNumber: CardNumber): AskedAct => ({
  act: 'card.change',
  cardNumber,
  change: 'cancel',
  reason: '本人申请注销',
});

async function leave(asked: AskedAct, note = '主管出差，周五回来'): Promise<ApprovalView['id']> {
  return (await running.desk.approvals.request({ asked, note })).approvalId;
}

async function restart(options: StartOptions = {}, who = supervisor): Promise<void> {
  await running.close();
  running = await start(computer, options);
  await signIn(running.desk, who);
}

const cardState = async (personId: Awaited<ReturnType<typeof withCard>>['personId']) =>
  (await running.desk.talents.get({ personId })).cards.at(-1)?.state;

test('what a clerk alone leaves is approved days later by the supervisor, under their own name', async () => {
  const { desk } = running;
  const { personId, cardNumber } = await withCard(desk, somebody(1));
  const { matterId } = await takeIn(desk, somebody(2), directTier);
  await leave(cancelling(cardNumber));
  await leave({ act: 'recognition.grant-directly', matterId });
  await restart({ clock: clockAhead(3) });
  const waiting = await list();
  expect(waiting).toMatchObject([
    {
      asked: { change: 'cancel', reason: '本人申请注销' },
      requestedByName: '王敏',
      note: '主管出差，周五回来',
      mayDecide: 'yes',
      mine: false,
    },
    { asked: { act: 'recognition.grant-directly' }, mayDecide: 'yes', number: expect.stringMatching(/^\d{12}$/) },
  ]);
  for (const { id } of waiting) await running.desk.approvals.approve({ approvalId: id });
  expect(await list()).toEqual([]);
  expect(await cardState(personId)).toBe('cancelled');
  // Act and end are one entry each; whoever asked stays on the record beside whoever approved.
  const done = running.entries.filter(({ facts }) => 'approvalId' in facts);
  expect(done).toMatchObject([
    { kind: 'card.cancelled', staffId: supervisor.id, facts: { signedOffBy: supervisor.id, approvalId: waiting[0]?.id } },
    {
      kind: 'recognition.granted',
      staffId: supervisor.id,
      facts: { grant: { by: { way: 'direct', signedOffBy: supervisor.id } }, approvalId: waiting[1]?.id },
    },
  ]);
  const history = await running.desk.talents.history({ personId });
  expect(history.slice(0, 2).map(({ kind, staffName }) => [kind, staffName])).toEqual([
    ['card.cancelled', supervisor.name],
    ['approval.requested', '王敏'],
  ]);
  await restart({ clock: clockAhead(3) }, member('clerk'));
  expect(await list()).toEqual([]);
  expect(await cardState(personId)).toBe('cancelled');
}, 120_000);

test('the power goes the moment an approval is durable: the act is done and nothing waits any more', async () => {
  const after = newComputer();
  const filter = (path: string) => !/pages|lock-|\.sock$/.test(path);
  const onEntry: StartOptions['onEntry'] = ({ kind }) => {
    if (kind === 'card.cancelled') cpSync(computer.paths.userData, after.paths.userData, { recursive: true, filter });
  };
  const { personId, cardNumber } = await withCard(running.desk, somebody(1));
  const approvalId = await leave(cancelling(cardNumber));
  await restart({ onEntry });
  await running.desk.approvals.approve({ approvalId });
  await running.close();
  computer.remove();
  computer = after;
  running = await start(computer);
  await signIn(running.desk, supervisor);
  expect(await cardState(personId)).toBe('cancelled');
  expect(await list()).toEqual([]);
  expect((await refused(running.desk.approvals.approve({ approvalId }))).data).toEqual({ state: 'approved' });
}, 120_000);

describe('pressed twice', () => {
  test('it is left once, and approved once', async () => {
    const { cardNumber } = await withCard(running.desk, somebody(1));
    const asked = cancelling(cardNumber);
    const both = await outcomes([1, 2].map(() => running.desk.approvals.request({ asked })));
    expect(both.codes).toEqual([]);
    expect(new Set(both.given.map(({ approvalId }) => approvalId)).size).toBe(1);
    expect(kinds().filter((kind) => kind === 'approval.requested')).toHaveLength(1);
    const approvalId = both.given[0]?.approvalId as ApprovalView['id'];
    await as(supervisor);
    const twice = await outcomes([1, 2].map(() => running.desk.approvals.approve({ approvalId })));
    expect([twice.given.length, twice.codes]).toEqual([1, ['approval-over']]);
    expect(kinds().filter((kind) => kind === 'card.cancelled')).toHaveLength(1);
  });

  test('by another hand, or with another reason, it is refused and not silently the first', async () => {
    const { cardNumber } = await withCard(running.desk, somebody(1));
    await leave(cancelling(cardNumber));
    const other: AskedAct = { act: 'card.change', cardNumber, change: 'cancel', reason: '已离开新区' };
    expect((await refused(running.desk.approvals.request({ asked: other }))).code).toBe('approval-waiting');
    await as(member('clerk', true));
    expect((await refused(running.desk.approvals.request({ asked: cancelling(cardNumber) }))).code).toBe('approval-waiting');
  });
});

describe('while it waits', () => {
  test('the same act is absent and refused, beside the clerk too; withdrawn, it is there again', async () => {
    const { desk } = running;
    const { personId, matterId } = await takeIn(desk, somebody(1), directTier);
    const actions = async () => (await desk.talents.get({ personId })).recognitions[0]?.actions;
    expect(await actions()).toContain('grant-directly');
    const approvalId = await leave({ act: 'recognition.grant-directly', matterId });
    expect(await actions()).not.toContain('grant-directly');
    const ticket = await signOff(desk, matterId);
    expect((await refused(desk.recognitions.grantDirectly({ matterId, ticket }))).code).toBe('approval-waiting');
    await as(member('clerk', true));
    expect((await refused(desk.approvals.withdraw({ approvalId }))).code).toBe('belongs-to-another');
    await as(member('clerk'));
    await desk.approvals.withdraw({ approvalId });
    expect(await actions()).toContain('grant-directly');
    expect((await refused(desk.approvals.withdraw({ approvalId }))).data).toEqual({ state: 'withdrawn' });
  });

  test('of a card’s acts only the one that was left is absent, and is refused with a ticket, too', async () => {
    const { desk } = running;
    const { personId, cardNumber } = await withCard(desk, somebody(1));
    await leave(cancelling(cardNumber));
    const actions = (await desk.talents.get({ personId })).cards[0]?.actions;
    expect(actions).not.toContain('cancel');
    expect(actions).toContain('revoke');
    const { number: staffNumber, pin } = supervisor;
    const { ticket } = await desk.session.signOff({ staffNumber, pin, act: 'card.withdraw', subjectId: cardNumber });
    const beside = desk.cards.change({ cardNumber, act: 'cancel', reason: '本人申请注销', ticket });
    expect((await refused(beside)).code).toBe('approval-waiting');
  });

  test('the state may change: approving is refused in words, and it can be declined', async () => {
    const { desk } = running;
    const { personId, cardNumber } = await withCard(desk, somebody(1));
    for (const kind of ['card-front', 'card-back'] as const) await print(desk, { kind, cardNumber });
    while ((await cardState(personId)) !== 'made') await sleep(5);
    const approvalId = await leave({ act: 'card.change', cardNumber, change: 'void', reason: '卡面划伤' });
    await desk.cards.change({ cardNumber, act: 'hand-over', collector: { role: 'self', name: '测试1' } });
    await as(supervisor);
    const late = await refused(desk.approvals.approve({ approvalId }));
    expect(late).toEqual({ code: 'not-in-this-state', data: { status: 'collected' } });
    await desk.approvals.decline({ approvalId, reason: '卡已经领走' });
    expect(await list()).toEqual([]);
  });

  test('an approving body may be faster: the request is left over, and takes no number', async () => {
    const { desk } = running;
    const { matterId } = await takeIn(desk, somebody(1), directTier);
    const approvalId = await leave({ act: 'recognition.grant-directly', matterId });
    const approvedOn = toPlainDate(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
    await desk.recognitions.enterApproval({ matterId, approval: await approval(desk, approvedOn) });
    await as(supervisor);
    const before = (await desk.counter.status()).numbersLeft.certificate;
    expect((await refused(desk.approvals.approve({ approvalId }))).code).toBe('not-in-this-state');
    expect((await desk.counter.status()).numbersLeft.certificate).toBe(before);
  });
});

test('nobody decides what they asked for or took in, and a clerk decides nothing', async () => {
  const { desk } = running;
  await as(supervisor);
  const { matterId } = await takeIn(desk, somebody(1), directTier);
  const { cardNumber } = await (async () => {
    await as(member('clerk'));
    return withCard(desk, somebody(2));
  })();
  const asClerk = await leave({ act: 'recognition.grant-directly', matterId });
  expect((await refused(desk.approvals.approve({ approvalId: asClerk }))).code).toBe('not-allowed');
  expect((await list())[0]).toMatchObject({ mine: true, mayDecide: 'no-right' });
  await as(supervisor);
  expect((await list())[0]).toMatchObject({ mine: false, mayDecide: 'took-it-in' });
  expect((await refused(desk.approvals.approve({ approvalId: asClerk }))).code).toBe('second-person-needed');
  const own = await leave(cancelling(cardNumber));
  expect((await list())[1]).toMatchObject({ mine: true, mayDecide: 'own-request' });
  expect((await refused(desk.approvals.approve({ approvalId: own }))).code).toBe('second-person-needed');
  expect((await refused(desk.approvals.decline({ approvalId: own, reason: '不办了' }))).code).toBe('second-person-needed');
});

test('what was declined stays before whoever asked until they have read it, across a restart, and before nobody else', async () => {
  const { desk } = running;
  const { cardNumber } = await withCard(desk, somebody(1));
  const approvalId = await leave(cancelling(cardNumber));
  await as(supervisor);
  await desk.approvals.decline({ approvalId, reason: '本人没有签名' });
  expect(await list()).toEqual([]);
  await restart({}, member('clerk'));
  expect(await list()).toMatchObject([
    { state: 'declined', endReason: '本人没有签名', endedByName: supervisor.name, mine: true },
  ]);
  await running.desk.approvals.acknowledge({ approvalId });
  await running.desk.approvals.acknowledge({ approvalId });
  expect(kinds().filter((kind) => kind === 'approval.acknowledged')).toHaveLength(1);
  expect(await list()).toEqual([]);
  // It may be left again.
  await expect(leave(cancelling(cardNumber))).resolves.not.toBe(approvalId);
});

test('what couldn’t be done anyway is not left, and leaves no trace', async () => {
  const { desk } = running;
  const { cardNumber } = await withCard(desk, somebody(1));
  const destroy: AskedAct = { act: 'card.change', cardNumber, change: 'destroy', reason: '旧卡已收回' };
  expect((await refused(desk.approvals.request({ asked: destroy }))).code).toBe('not-in-this-state');
  const nobodys: AskedAct = {
    act: 'card.change',
    cardNumber: '202610000017' as CardNumber,
    change: 'cancel',
    reason: '本人申请',
  };
  expect((await refused(desk.approvals.request({ asked: nobodys }))).code).toBe('not-found');
  expect(kinds()).not.toContain('approval.requested');
});
