import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import { clerk, filesBelow, liveCounter, newStick, supervisor } from './backup-kit.ts';
import { administrator, signInLive, startAgain } from './live-kit.ts';
import { type Computer, clockAhead, newComputer, type Running, refused, start } from './program-kit.ts';
import { somebody } from './program-people.ts';

let computer: Computer;
let running: Running | undefined;
beforeEach(() => {
  computer = newComputer();
}, 60_000);
afterEach(async () => {
  await running?.close();
  running = undefined;
  computer.remove();
});

async function live() {
  const counter = await liveCounter(computer);
  running = counter.running;
  const { desk } = running;
  for (let n = 1; n <= 20; n++) await putScan(desk, n);
  const stick = newStick(computer);
  await signInLive(desk, administrator);
  await desk.backup.choose({ path: stick });
  return { ...counter, desk, stick };
}

async function putScan(desk: DeskClient, n: number): Promise<void> {
  const file = new Blob([await sampleApproval(`scan ${n}`)], { type: 'application/pdf' });
  await desk.attachments.put({ name: `扫描${n}.pdf`, file });
}

describe('a backup', () => {
  test('is made while the counter works, and a second one copies only what is new', async () => {
    const { desk, stick } = await live();
    await desk.session.signOut();
    await signInLive(desk, clerk);
    const registering = (async () => {
      const told: string[] = [];
      for (let n = 1; n <= 15; n++) told.push((await desk.talents.register({ facts: somebody(n) })).personId);
      return told;
    })();
    await desk.session.signOff({ staffNumber: supervisor.number, pin: supervisor.pin, act: 'date.confirm', subjectId: '' });
    expect((await refused(desk.backup.make())).code).toBe('not-allowed');
    expect(new Set(await registering).size).toBe(15);
    await signInLive(desk, supervisor);
    const more = (async () => {
      for (let n = 16; n <= 40; n++) await desk.talents.register({ facts: somebody(n) });
    })();
    const made = await desk.backup.make();
    await more;
    const first = filesBelow(stick);
    const entry = running?.entries.find(({ kind }) => kind === 'backup.made');
    expect(entry?.facts).toMatchObject({ headSeq: made.headSeq, place: 'folder', way: 'by-hand', files: made.files });
    const second = await desk.backup.make();
    expect(second.headSeq).toBeGreaterThan(made.headSeq);
    expect(second.bytes).toBeGreaterThan(made.bytes);
    // The newest segment, which has grown, and the small files that were written since; none of the scans.
    const segments = [...filesBelow(join(computer.dir, 'data', 'counter', 'journal', 'own'))].map(([, size]) => size);
    expect(second.copiedBytes).toBeLessThan(Math.max(...segments) + 64 * 1024);
    expect(second.copiedBytes).toBeLessThan(second.bytes / 2);
    const stays = [...filesBelow(stick).keys()].filter((name) => first.has(name));
    expect(stays.length).toBeGreaterThan(20);
  }, 300_000);

  test('killed half-way is told as unfinished, and gone on with', async () => {
    const { stick, passphrase } = await live();
    await running?.close();
    const script = join(import.meta.dirname, 'backup-child.ts');
    const child = spawn(process.execPath, [script, computer.dir, passphrase], { stdio: ['ignore', 'ignore', 'inherit'] });
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
    const copied = [...filesBelow(stick).keys()].filter((name) => !name.endsWith('.tmp')).length;
    expect(copied).toBeGreaterThan(0);
    const other = newComputer();
    running = await start(other);
    expect((await refused(running.desk.restore.look({ path: stick }))).code).toBe('backup-unfinished');
    await running.close();
    other.remove();
    running = await startAgain(computer);
    await signInLive(running.desk, { ...administrator, passphrase });
    const made = await running.desk.backup.make();
    // What the killed one had copied stays; only the small files may have been written anew since.
    expect(made.copiedBytes).toBeLessThan((made.bytes * 3) / 4);
    expect([...filesBelow(stick).keys()].filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }, 300_000);

  test('is made by itself once a day where its place is there; where it isn’t, the desk says how old the last one is', async () => {
    const { desk, stick, passphrase } = await live();
    const first = await desk.backup.make();
    expect((await desk.counter.status()).backup).toBeUndefined();
    await running?.close();
    renameSync(stick, `${stick}-pulled`);
    running = await startAgain(computer, { clock: clockAhead(4), backup: { pollMs: 20 } });
    await signInLive(running.desk, { ...administrator, passphrase });
    expect((await running.desk.counter.status()).backup).toEqual({ daysOld: 4, lastAt: first.at });
    expect((await running.desk.backup.state()).place).toMatchObject({ path: stick, there: false });
    renameSync(`${stick}-pulled`, stick);
    await running.desk.session.lock();
    while (!running.entries.some(({ kind }) => kind === 'backup.made')) await sleep(10);
    await running.desk.session.unlock({ pin: administrator.pin });
    expect((await running.desk.counter.status()).backup).toBeUndefined();
    const made = running.entries.find(({ kind }) => kind === 'backup.made');
    expect(made?.facts).toMatchObject({ way: 'daily' });
    expect((await running.desk.backup.state()).last?.headSeq).toBeGreaterThan(first.headSeq);
  }, 300_000);

  test('ends with a sign-out, goes nowhere without a place, and only an administrator names a folder of their own', async () => {
    const { desk, stick } = await live();
    const cut = desk.backup.make().then(
      () => 'made',
      () => 'not made',
    );
    await desk.session.signOut();
    const told = await cut;
    expect(['made', 'not made']).toContain(told);
    await signInLive(desk, supervisor);
    const { code, data } = await refused(desk.backup.choose({ path: stick }));
    expect([code, JSON.stringify(data)]).toEqual(['field-refused', expect.stringContaining('place-not-offered')]);
    await signInLive(desk, administrator);
    expect((await refused(desk.backup.choose({ path: 'stick' }))).code).toBe('field-refused');
    expect((await refused(desk.backup.choose({ path: join(computer.dir, 'data', 'counter') }))).code).toBe(
      'backup-target-inside',
    );
    expect((await refused(desk.backup.choose({ path: join(computer.dir, 'nowhere') }))).code).toBe('backup-target-gone');
    expect((await desk.backup.state()).place?.path).toBe(stick);
  }, 300_000);
});
