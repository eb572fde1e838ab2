import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AdviceId, CardNumber } from '../../shared/domain/ids.ts';
import { type Computer, member, newComputer, print, type Running, signIn, startSignedIn } from './program-kit.ts';
import { directTier, inPerson, recogniseDirectly, somebody, takeIn, withCard } from './program-people.ts';

let computer: Computer;
let running: Running;
beforeAll(async () => {
  computer = newComputer();
  running = await startSignedIn(computer);
}, 120_000);
afterAll(async () => {
  await running?.close();
  computer?.remove();
});

/** Something of each kind that waits, half done and done. */
async function busyMorning(): Promise<void> {
  const { desk } = running;
  const employer = { name: '和林格尔新区云杉数据有限公司', uscc: '91150105WYLF55TH34' };
  const agent = { name: '李静', document: { kind: 'passport' as const, number: 'E00000001' } };
  const authorisation = { scope: '代为登记' };
  const { batchId } = await desk.batches.open({ employer, agent, authorisation, expected: 3 });
  const intake = { ...inPerson, applicant: { role: 'employer' as const, ...agent, authorisation }, batch: batchId };
  await desk.talents.register({ facts: { ...somebody(1), intake } });
  const handed = await takeIn(desk, somebody(2), directTier);
  const [, second] = [member('clerk'), member('clerk', true)];
  await desk.matters.handOn({ matterIds: [handed.matterId], to: second.id, note: '换班' });
  const lacking = await takeIn(desk, somebody(3), directTier);
  const items = [{ what: 'field', code: 'contribution', reason: 'unclear' }] as const;
  await desk.recognitions.askSupplement({ matterId: lacking.matterId, items: [...items], workingDays: 5 });
  const asked = await takeIn(desk, somebody(4), directTier);
  await desk.approvals.request({ asked: { act: 'recognition.grant-directly', matterId: asked.matterId } });
  await recogniseDirectly(desk, somebody(5));
  const { personId, cardNumber } = await withCard(desk, somebody(6));
  for (const kind of ['card-front', 'card-back'] as const) await print(desk, { kind, cardNumber });
  await expect.poll(async () => (await desk.talents.get({ personId })).cards[0]?.state).toBe('made');
  const other = await withCard(desk, somebody(7));
  await desk.approvals.request({
    asked: { act: 'card.change', cardNumber: other.cardNumber as CardNumber, change: 'cancel', reason: '本人申请' },
  });
  await desk.advice.give({ adviceId: '019a0000-0000-7000-8000-0000000000a1' as AdviceId, topics: ['recognition'] });
  await desk.session.signOut();
  await signIn(desk, member('administrator'));
  const added = { number: '1777', name: '新人', role: 'clerk', pin: '583920' } as const;
  const { staffId } = await desk.staff.enrol(added);
  await desk.staff.end({ staffId });
  await desk.session.signOut();
  await signIn(desk);
}

/** All that lists, queues and counts show, as the clerk sees them. */
async function shown() {
  const { desk } = running;
  // Somebody left: everything is sealed under a new key in the background, and the status says how far that is.
  await expect.poll(async () => (await desk.counter.status()).dataKey, { timeout: 60_000 }).toBeUndefined();
  const { savedAt: _saved, notices: _notices, unsent: _unsent, ...status } = await desk.counter.status();
  return {
    status,
    open: await desk.matters.list({ which: 'open' }),
    all: await desk.matters.list({ which: 'all' }),
    colleagues: await desk.matters.colleagues(),
    approvals: await desk.approvals.list(),
    batches: await desk.batches.list(),
    cards: await desk.cards.waiting(),
    recognitions: await desk.recognitions.waiting(),
    recent: await desk.talents.recent(),
    likely: await desk.talents.likely({ phone: somebody(3).contact.phone }),
    found: await desk.talents.search({ text: '测试', limit: 50 }),
  };
}

test('lists and queues are the same after a restart, and after the kept ledger was lost and all is told by the journal', async () => {
  await busyMorning();
  const before = await shown();
  expect([before.open.rows.length, before.approvals.length, before.batches.length, before.cards.length]).toEqual([3, 2, 1, 3]);
  await running.close();
  running = await startSignedIn(computer);
  expect(await shown()).toEqual(before);
  await running.close();
  rmSync(join(computer.paths.userData, 'snapshot'), { recursive: true });
  running = await startSignedIn(computer);
  expect(await shown()).toEqual(before);
}, 180_000);
