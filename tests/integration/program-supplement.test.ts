import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/plain-date.ts';
import {
  type Computer,
  clockAhead,
  newComputer,
  print,
  type Running,
  refused,
  signIn,
  start,
  startSignedIn,
} from './program-kit.ts';
import { approval, approvedTier, directTier, signOff, somebody, takeIn } from './program-people.ts';

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

const matterOf = async (personId: Parameters<Running['desk']['talents']['get']>[0]['personId']) => {
  const [matter] = (await running.desk.talents.get({ personId })).recognitions;
  if (!matter) throw new Error('no matter');
  return matter;
};
const achievement = { what: 'material', code: 'achievement' } as const;
const contract = { what: 'material', code: 'employment-contract' } as const;

describe('before it is sent', () => {
  test('each tier’s conditions are met, not met or unknown, and what was seen is recorded', async () => {
    const { desk } = running;
    const { personId } = await desk.talents.register({ facts: somebody(1) });
    const top = async (materials: string[]) =>
      (await desk.recognitions.outlook({ personId, ...(materials.length > 0 && { materials }) })).tiers.find(
        ({ team }) => team === 'top',
      );
    expect((await top([]))?.counts).toEqual({ met: 0, missing: 1, unknown: 1 });
    expect(await top(['achievement'])).toMatchObject({
      counts: { met: 1, missing: 0, unknown: 1 },
      conditions: [{ state: 'met' }, { state: 'unknown', needs: ['degree', 'title'] }],
    });
    const materials = [{ kind: 'achievement', originals: 1, copies: 2, originalSeen: true }];
    const aspects = { innovation: '主持完成示例项目' };
    await desk.recognitions.receive({ personId, ...approvedTier, materials, aspects });
    const today = (await desk.counter.status()).today.date;
    expect(await matterOf(personId)).toMatchObject({
      aspects,
      materials: [{ kind: 'achievement', originals: 1, copies: 2, originalSeen: { on: today } }],
      conditions: [
        { code: 'achievement', state: 'met' },
        { code: 'doctor-or-full-senior', state: 'unknown' },
      ],
    });
  });

  test('a form that is half filled in outlasts a restart, and goes when it is sent', async () => {
    const { personId } = await running.desk.talents.register({ facts: somebody(2) });
    await running.desk.recognitions.keepForm({ personId, form: 'receive', text: '{"words":{"innovation":"半句"}}' });
    await running.close();
    running = await start(computer);
    await signIn(running.desk);
    const kept = () => running.desk.recognitions.keptForm({ personId, form: 'receive' });
    expect((await kept()).text).toContain('半句');
    await running.desk.recognitions.receive({ personId, ...directTier });
    expect((await kept()).text).toBe('');
  });

  test('a scan that was never stored, or one material twice, is refused, and no number is taken', async () => {
    const { desk } = running;
    const { personId } = await desk.talents.register({ facts: somebody(3) });
    const before = (await desk.counter.status()).numbersLeft.matter;
    const file = {
      ...(await approval(desk, (await desk.counter.status()).today.date)).document,
      sha256: 'b'.repeat(64) as never,
    };
    const one = { kind: 'achievement', originals: 0, copies: 0 };
    const send = (materials: (typeof one & { file?: typeof file })[]) =>
      refused(desk.recognitions.receive({ personId, ...approvedTier, materials }));
    expect((await send([{ ...one, file }])).data).toEqual({ fields: [{ path: 'materials.0.file', code: 'required' }] });
    expect((await send([one, one])).data).toEqual({ fields: [{ path: 'materials.1.kind', code: 'not-accepted' }] });
    expect((await desk.counter.status()).numbersLeft.matter).toBe(before);
  });
});

describe('补正', () => {
  test('is asked for at once, comes in part by part, and leads back to 收件 and the decision', async () => {
    const { desk } = running;
    const { personId, matterId } = await takeIn(desk, somebody(10), approvedTier);
    const items = [
      { ...achievement, reason: 'missing' as const },
      { ...contract, reason: 'other' as const, words: '缺少签字页' },
    ];
    await desk.recognitions.askSupplement({ matterId, items, workingDays: 5 });
    expect(await matterOf(personId)).toMatchObject({ status: 'supplementing' });
    // While it waits it can't be decided, nor can another application be taken in.
    const today = (await desk.counter.status()).today.date;
    const early = desk.recognitions.enterApproval({ matterId, approval: await approval(desk, today) });
    expect((await refused(early)).code).toBe('not-in-this-state');
    expect((await refused(desk.recognitions.receive({ personId, ...directTier }))).code).toBe('recognition-open');
    expect((await print(desk, { kind: 'notice-supplement', matterId })).state).toBe('done');

    const materials = [{ kind: 'achievement', originals: 1, copies: 0 }];
    expect(await desk.recognitions.bringSupplement({ matterId, items: [achievement], materials })).toEqual({ complete: false });
    expect((await refused(desk.recognitions.bringSupplement({ matterId, items: [achievement] }))).code).toBe('field-refused');
    expect((await desk.recognitions.waiting()).find((one) => one.matterId === matterId)?.supplement?.left).toBe(1);
    expect(await desk.recognitions.bringSupplement({ matterId, items: [contract] })).toEqual({ complete: true });
    expect(await matterOf(personId)).toMatchObject({ status: 'received', materials });
    await desk.recognitions.enterApproval({ matterId, approval: await approval(desk, today) });
    expect((await matterOf(personId)).status).toBe('granted');
  });

  test('a second time needs its reason, and its notice is a first print', async () => {
    const { desk } = running;
    const { personId, matterId } = await takeIn(desk, somebody(11), approvedTier);
    const items = [{ ...achievement, reason: 'unclear' as const }];
    await desk.recognitions.askSupplement({ matterId, items, workingDays: 3 });
    await print(desk, { kind: 'notice-supplement', matterId });
    await desk.recognitions.bringSupplement({ matterId, goOn: true });
    const again = await refused(desk.recognitions.askSupplement({ matterId, items, workingDays: 3 }));
    expect(again.data).toEqual({ fields: [{ path: 'again', code: 'required' }] });
    await desk.recognitions.askSupplement({ matterId, items, workingDays: 3, again: '材料另有缺页' });
    await print(desk, { kind: 'notice-supplement', matterId });
    const notices = (await desk.talents.get({ personId })).papers.filter(({ subject }) => subject.kind === 'notice-supplement');
    expect(notices.map(({ reprint, spent }) => [reprint, spent])).toEqual([
      [undefined, true],
      [undefined, false],
    ]);
  });

  test('of what the pack doesn’t ask for, or for another reason without words, is refused', async () => {
    const { matterId } = await takeIn(running.desk, somebody(12), approvedTier);
    const ask = (items: Parameters<Running['desk']['recognitions']['askSupplement']>[0]['items']) =>
      refused(running.desk.recognitions.askSupplement({ matterId, items, workingDays: 5 }));
    expect((await ask([{ what: 'material', code: 'skill-certificate', reason: 'missing' }])).code).toBe('field-refused');
    expect((await ask([{ ...achievement, reason: 'other' }])).data).toEqual({
      fields: [{ path: 'items.0.words', code: 'required' }],
    });
  });

  test('asked for twice at the same moment is asked for once', async () => {
    const { desk } = running;
    const { personId, matterId } = await takeIn(desk, somebody(13), approvedTier);
    const ask = () =>
      desk.recognitions.askSupplement({ matterId, items: [{ ...achievement, reason: 'missing' }], workingDays: 5 });
    const settled = await Promise.allSettled([ask(), ask()]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await matterOf(personId)).supplements).toHaveLength(1);
  });

  test('outlasts a restart, is overdue after its day, and the promised day waits with it', async () => {
    const { personId, matterId } = await takeIn(running.desk, somebody(14), approvedTier);
    await running.desk.recognitions.askSupplement({ matterId, items: [{ ...achievement, reason: 'missing' }], workingDays: 1 });
    const { promised } = await matterOf(personId);
    await running.close();
    running = await start(computer, { clock: clockAhead(14) });
    await signIn(running.desk);
    const row = (await running.desk.matters.list({ which: 'open' })).rows.find((one) => one.matterId === matterId);
    expect(row).toMatchObject({ status: 'supplementing', overdue: true });
    const later = await matterOf(personId);
    expect(later.promised.day >= addDays(promised.day, 14)).toBe(true);
  });
});

test('an application that was withdrawn is decided by nobody, and makes room for another', async () => {
  const { desk } = running;
  const { personId, matterId } = await takeIn(desk, somebody(20), directTier);
  await desk.recognitions.withdraw({ matterId, reason: '申请人撤回' });
  const ticket = await signOff(desk, matterId);
  expect((await refused(desk.recognitions.grantDirectly({ matterId, ticket }))).code).toBe('not-in-this-state');
  const [newest] = await desk.talents.history({ personId });
  expect(newest).toMatchObject({ kind: 'recognition.withdrawn', details: { reason: '申请人撤回' } });
  await desk.recognitions.receive({ personId, ...directTier });
});
