import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { deskContract } from '../../shared/contract/desk.ts';
import type { CallMeta } from '../../shared/contract/desk-call.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { callsOf } from '../architecture/contract-calls.ts';
import { deskSamples } from '../security/desk-samples.ts';
import { type Computer, finished, member, newComputer, type Running, refused, signIn, startSignedIn } from './program-kit.ts';
import { recogniseDirectly, somebody } from './program-people.ts';

let computer: Computer;
let running: Running;
let lockAtPrint = false;
beforeEach(async () => {
  computer = newComputer();
  lockAtPrint = false;
  running = await startSignedIn(computer, {
    onEntry: ({ kind }, program) => {
      if (lockAtPrint && kind === 'paper.printed') void program.lock();
    },
  });
}, 120_000);
afterEach(async () => {
  vi.useRealTimers();
  await running?.close();
  computer?.remove();
});

const protectedCalls = callsOf(deskContract).filter(({ contract }) => (contract['~orpc'].meta as CallMeta).right !== 'anyone');

/** The code that each call of the contract is refused with, but for those that are anybody's. */
async function refusalsOfAll(desk: DeskClient): Promise<Record<string, string>> {
  const codes: Record<string, string> = {};
  for (const { name, path } of protectedCalls) {
    const call = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], desk) as (
      input: unknown,
    ) => Promise<unknown>;
    codes[name] = (await refused(call(deskSamples[name]))).code;
  }
  return codes;
}
const all = (code: string) => Object.fromEntries(protectedCalls.map(({ name }) => [name, code]));

describe('a desk that is locked', () => {
  test('refuses every call, and journals nothing but the lock', async () => {
    const { desk, entries } = running;
    expect((await desk.session.lock()).phase).toBe('locked');
    const before = entries.length;
    expect(await refusalsOfAll(desk)).toEqual(all('session-locked'));
    expect(entries).toHaveLength(before);
    expect(entries.at(-1)?.kind).toBe('session.locked');
  });

  test('opens by the PIN of whoever locked it, and by no other', async () => {
    const { desk } = running;
    await desk.session.lock();
    for (const pin of [member('supervisor').pin, member('clerk', true).pin, '424242'])
      expect((await refused(desk.session.unlock({ pin }))).code).toBe('wrong-credentials');
    expect((await desk.session.state()).phase).toBe('locked');
    expect((await desk.session.unlock({ pin: member('clerk').pin })).phase).toBe('signed-in');
    expect(await desk.talents.recent()).toEqual([]);
  });

  test('goes on printing: a paper whose lock came before its job lies in the folder all the same', async () => {
    const { desk } = running;
    const { matterId } = await recogniseDirectly(desk, somebody(1));
    lockAtPrint = true;
    const { jobId } = await desk.papers.print({ kind: 'recognition-certificate', matterId });
    expect((await desk.session.state()).phase).toBe('locked');
    lockAtPrint = false;
    await vi.waitFor(() => expect(existsSync(computer.paths.papers) && readdirSync(computer.paths.papers)).toHaveLength(1));
    expect((await refused(desk.papers.jobs())).code).toBe('session-locked');
    await desk.session.unlock({ pin: member('clerk').pin });
    expect((await finished(desk, jobId)).state).toBe('done');
  });

  test('locks itself when no call came for ten minutes; status and queue, which the page asks by itself, keep nobody awake', async () => {
    const { desk } = running;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await desk.talents.recent();
    vi.advanceTimersByTime(9 * 60_000);
    await desk.talents.recent();
    vi.advanceTimersByTime(9 * 60_000);
    await desk.counter.status();
    await desk.papers.jobs();
    await desk.session.state();
    expect((await desk.session.state()).phase).toBe('signed-in');
    vi.advanceTimersByTime(61_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(running.entries.at(-1)?.kind).toBe('session.locked'));
    expect((await desk.session.state()).phase).toBe('locked');
  });
});

describe('a desk that was signed out', () => {
  test('refuses every call, and shows nothing of who was there', async () => {
    const { desk } = running;
    await desk.talents.register({ facts: somebody(2) });
    const state = await desk.session.signOut();
    expect(state).toMatchObject({ phase: 'signed-out' });
    expect(state.staff).toBeUndefined();
    expect(await refusalsOfAll(desk)).toEqual(all('signed-out'));
  });

  test('is as it was for whoever signs in next: people, drafts, jobs, counts', async () => {
    const { desk } = running;
    const { personId, matterId } = await recogniseDirectly(desk, somebody(3));
    const { jobId } = await desk.papers.print({ kind: 'recognition-certificate', matterId });
    await finished(desk, jobId);
    const draft = { id: '0198c0de-0000-7000-8000-0000000000aa' as DraftId, title: '半份', fields: { 'identity.name': '半份' } };
    await desk.drafts.save(draft);
    const view = await desk.talents.get({ personId });
    const { today } = await desk.counter.status();
    await desk.session.signOut();

    const next = member('clerk', true);
    expect(await signIn(desk, next)).toMatchObject({ phase: 'signed-in', staff: { number: next.number } });
    expect(await desk.talents.get({ personId })).toEqual(view);
    expect(await desk.drafts.open({ draftId: draft.id })).toMatchObject({ draft });
    expect(await desk.papers.jobs()).toMatchObject([{ id: jobId, state: 'done' }]);
    expect((await desk.counter.status()).today).toEqual(today);
    const other = await desk.talents.register({ facts: somebody(4) });
    const [newest] = await desk.talents.history({ personId: other.personId });
    expect(newest?.staffName).toBe(next.name);
  });

  test('tells the page at once that nobody sits there any more', async () => {
    const { desk } = running;
    const notices = await desk.changes.watch();
    const told = (async () => {
      for await (const { nouns } of notices) if (nouns.includes('session')) return desk.session.state();
    })();
    await desk.session.signOut();
    expect(await told).toMatchObject({ phase: 'signed-out' });
  });
});

test('somebody else at a locked desk signs in with their own PIN, and the one before is signed out', async () => {
  const { desk, entries } = running;
  await desk.session.lock();
  await signIn(desk, member('supervisor'));
  expect(await desk.session.state()).toMatchObject({ phase: 'signed-in', staff: { number: member('supervisor').number } });
  expect(entries.slice(-3).map(({ kind, staffId }) => [kind, staffId])).toEqual([
    ['session.locked', member('clerk').id],
    ['session.signed-out', member('clerk').id],
    ['session.signed-in', member('supervisor').id],
  ]);
});

test('what each role may not do is refused by the program itself, whatever the page shows', async () => {
  const { desk } = running;
  await signIn(desk, member('administrator'));
  expect((await refused(desk.talents.register({ facts: somebody(5) }))).code).toBe('not-allowed');
  expect((await refused(desk.cards.issue({ personId: deskSamples['x'] as never }))).code).toBe('not-allowed');
});
