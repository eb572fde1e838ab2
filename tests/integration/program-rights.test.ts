import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceFile } from '../../shared/domain/evidence/evidence-file.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { type Computer, member, newComputer, type Running, refused, root, signIn, startSignedIn } from './program-kit.ts';
import { approval, directTier, signOff, somebody, takeIn, withCard } from './program-people.ts';

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

/** Whoever sat here signs out first: what they have explained goes with them. */
async function as(who: ReturnType<typeof member>): Promise<void> {
  await running.desk.session.signOut();
  await signIn(running.desk, who);
}

describe('a scan', () => {
  const bytes = readFileSync(join(root, 'tests', 'fixtures', 'scans', 'document.png'));
  const uncovered = () => running.entries.filter(({ kind }) => kind === 'id-number.uncovered');
  /** The same picture each time, and bytes of its own. */
  const store = (n: number) =>
    running.desk.attachments.put({ name: `${n}.png`, file: new Blob([bytes, Buffer.from(`copy ${n}`)]) });

  async function withScans(): Promise<{ personId: PersonId; document: EvidenceFile; diploma: EvidenceFile }> {
    const [document, diploma] = [await store(1), await store(2)];
    const item = { originals: 0, copies: 1 };
    const evidence = [
      { kind: 'id-document', file: document, ...item },
      { kind: 'degree-certificate', file: diploma, ...item },
    ];
    const { personId } = await running.desk.talents.register({ facts: { ...somebody(31), evidence } });
    return { personId, document, diploma };
  }

  test('that shows a whole number takes a reason once per sign-in, and leaves an entry; another one takes none', async () => {
    const { desk } = running;
    const { personId, document, diploma } = await withScans();
    const { sha256 } = document;
    await desk.attachments.get({ sha256: diploma.sha256, personId });
    expect((await refused(desk.attachments.get({ sha256, personId }))).code).toBe('reason-needed');
    expect(uncovered()).toEqual([]);
    await desk.attachments.get({ sha256, personId, reason: '核对证件原件' });
    await desk.attachments.get({ sha256, personId });
    expect(uncovered()).toMatchObject([{ facts: { personId, reason: '核对证件原件', scan: sha256 }, localOnly: true }]);
    const [newest] = await desk.talents.history({ personId });
    expect(newest?.details).toEqual({ reason: '核对证件原件', scan: 'material' });

    // Signed in anew it is asked again; its hash alone, or somebody else's name, opens nothing.
    await as(member('clerk'));
    expect((await refused(desk.attachments.get({ sha256, personId }))).code).toBe('reason-needed');
    expect((await refused(desk.attachments.get({ sha256 }))).code).toBe('not-found');
    const { personId: stranger } = await desk.talents.register({ facts: somebody(32) });
    expect((await refused(desk.attachments.get({ sha256, personId: stranger, reason: '随便看看' }))).code).toBe('not-found');

    // Whoever may look at people, and not uncover: every scan but that.
    await as(member('administrator'));
    await desk.attachments.get({ sha256: diploma.sha256, personId });
    const asked = await refused(desk.attachments.get({ sha256, personId, reason: '核对证件原件' }));
    expect(asked).toEqual({ code: 'not-allowed', data: { right: 'talent.uncover' } });
    expect(uncovered()).toHaveLength(1);
    await as(member('clerk'));
  });

  test('of a form that is still being filled in is there for whoever goes on with it', async () => {
    const { desk } = running;
    const file = await store(3);
    const draft = { id: '0198c0de-0000-7000-8000-0000000000aa' as never, title: '半份' };
    await desk.drafts.save({ ...draft, fields: { 'evidence.0.file': JSON.stringify(file) } });
    await as(member('clerk', true));
    await desk.attachments.get({ sha256: file.sha256 });
    await as(member('administrator'));
    expect((await refused(desk.attachments.get({ sha256: file.sha256 }))).code).toBe('not-found');
    await as(member('clerk'));
  });
});

test('a request whose matter went on without it says so to everybody, and is closed by a supervisor or by whoever asked', async () => {
  const { desk } = running;
  const { matterId } = await takeIn(desk, somebody(41), directTier);
  const { cardNumber } = await withCard(desk, somebody(42));
  const grant = await desk.approvals.request({ asked: { act: 'recognition.grant-directly', matterId } });
  const cancel = await desk.approvals.request({
    asked: { act: 'card.change', cardNumber, change: 'cancel', reason: '本人申请' },
  });
  expect((await desk.approvals.list()).filter(({ moot }) => moot)).toEqual([]);
  await desk.recognitions.withdraw({ matterId, reason: '申请人撤回' });
  await as(member('supervisor'));
  const moot = () =>
    desk.approvals.list().then((list) => list.flatMap(({ id, mayDecide, moot: why }) => (why ? [{ id, mayDecide, why }] : [])));
  expect(await moot()).toEqual([
    { id: grant.approvalId, mayDecide: 'moot', why: { code: 'not-in-this-state', status: 'withdrawn' } },
  ]);
  expect((await refused(desk.approvals.approve(grant))).code).toBe('not-in-this-state');
  await desk.approvals.decline({ ...grant, reason: '申请已撤回' });
  expect(await moot()).toEqual([]);
  expect((await desk.approvals.list()).map(({ id, mayDecide }) => [id, mayDecide])).toEqual([[cancel.approvalId, 'yes']]);
  await as(member('clerk'));
  await desk.approvals.withdraw(cancel);
  // An approving body's decision overtakes one, too.
  const { matterId: other } = await takeIn(desk, somebody(43), directTier);
  const asked = await desk.approvals.request({ asked: { act: 'recognition.grant-directly', matterId: other } });
  const { today } = await desk.counter.status();
  await desk.recognitions.enterApproval({ matterId: other, approval: await approval(desk, today.date) });
  expect(await moot()).toMatchObject([{ id: asked.approvalId, mayDecide: 'no-right', why: { status: 'granted' } }]);
  await desk.approvals.withdraw(asked);
});

test('of twelve people with one phone each is asked about: none passes unseen, and the thirteenth can be registered', async () => {
  const { desk } = running;
  const phone = '13900139000';
  const told: { personId: PersonId; why: 'phone' }[] = [];
  for (let n = 0; n < 12; n += 1) {
    const facts = { ...somebody(60 + n), contact: { phone } };
    const { personId } = await desk.talents.register({ facts, toldFrom: told });
    told.push({ personId, why: 'phone' });
  }
  const facts = { ...somebody(80), contact: { phone } };
  expect(await desk.talents.likely({ phone })).toHaveLength(12);
  const unseen = await refused(desk.talents.register({ facts, toldFrom: told.slice(0, 11) }));
  expect(unseen).toMatchObject({ code: 'alike-undecided', data: { people: [told[11]] } });
  const { personId } = await desk.talents.register({ facts, toldFrom: told });
  expect((await desk.talents.get({ personId })).toldFrom).toHaveLength(12);
});

test('a sign-off that was given for one direct grant is spent by it, and the certificate names who signed', async () => {
  const { desk } = running;
  const { matterId, personId } = await takeIn(desk, somebody(51), directTier);
  const ticket = await signOff(desk, matterId);
  await desk.recognitions.grantDirectly({ matterId, ticket });
  const [newest] = await desk.talents.history({ personId });
  expect(newest?.details).toMatchObject({ signedOffBy: member('supervisor').name });
});
