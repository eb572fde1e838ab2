import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobId } from '../../shared/domain/ids.ts';
import { type Computer, finished, member, newComputer, type Running, refused, signIn, startSignedIn } from './program-kit.ts';
import { directTier, somebody } from './program-people.ts';

const papers = 40;
let computer: Computer;
let running: Running;
beforeEach(() => {
  computer = newComputer();
}, 120_000);
afterEach(async () => {
  await running?.close();
  computer?.remove();
});

const tray = () =>
  existsSync(computer.paths.papers) ? readdirSync(computer.paths.papers).filter((name) => name.endsWith('.pdf')) : [];

/** A batch on its way to the printer; it takes a second or two to come out. */
async function sendBatch(): Promise<JobId[]> {
  const { desk } = running;
  const { personId } = await desk.talents.register({ facts: somebody(1) });
  const { matterId } = await desk.recognitions.receive({ personId, ...directTier });
  const subject = { kind: 'receipt-received', matterId } as const;
  const first = await desk.papers.print(subject);
  const more = Array.from({ length: papers - 1 }, () => desk.papers.print({ ...subject, reprintReason: '批量' }));
  return [first, ...(await Promise.all(more))].map(({ jobId }) => jobId);
}

test('a locked desk prints on to the end of the batch, and the locked screen is told nothing of it', async () => {
  running = await startSignedIn(computer);
  const { desk } = running;
  const jobs = await sendBatch();
  await desk.session.lock();
  const out = tray().length;
  // Otherwise all was out before the lock, and the test would prove nothing.
  expect(out).toBeLessThan(papers);
  const shown = await desk.session.state();
  expect(Object.keys(shown).toSorted()).toEqual(
    ['counterCode', 'office', 'phase', 'place', 'sampleStaff', 'staff', 'trial'].filter((key) => key in shown),
  );
  expect(shown.phase).toBe('locked');
  for (const ask of [desk.papers.jobs(), desk.counter.status()]) expect((await refused(ask)).code).toBe('session-locked');
  while (tray().length < papers) await sleep(20);
  expect((await desk.session.state()).phase).toBe('locked');
  await desk.session.unlock({ pin: member('clerk').pin });
  for (const job of jobs) expect((await finished(desk, job)).state).toBe('done');
  console.info(`${out} of ${papers} papers were out at the lock, ${papers} when it was opened again`);
}, 120_000);

test('signing out amid a batch ends with the paper under way; the rest comes out at the next sign-in, each once', async () => {
  running = await startSignedIn(computer);
  const jobs = await sendBatch();
  await running.desk.session.signOut();
  const out = tray().length;
  expect(out).toBeLessThan(papers);
  await signIn(running.desk);
  for (const job of jobs) expect((await finished(running.desk, job)).state).toBe('done');
  expect(tray()).toHaveLength(papers);
}, 120_000);
