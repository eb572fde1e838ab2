import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import { filesBelow, liveCounter, restore, supervisor } from './backup-kit.ts';
import { administrator, signInLive } from './live-kit.ts';
import { type MountedStick, mountStick } from './mounted-stick.ts';
import { type Computer, newComputer, type Running, refused, start } from './program-kit.ts';

let computer: Computer;
let running: Running | undefined;
let stick: MountedStick | undefined;
beforeEach(() => {
  computer = newComputer();
}, 60_000);
afterEach(async () => {
  await running?.close();
  running = undefined;
  stick?.remove();
  stick = undefined;
  computer.remove();
});

/** A real FAT stick, or undefined after a line that says why there is none. */
function plugIn(sizeMebibytes: number): MountedStick | undefined {
  const found = mountStick(sizeMebibytes);
  if ('none' in found) {
    console.log(`Backups were not tried on a FAT stick: ${found.none}.`);
    return undefined;
  }
  console.log(`A FAT stick of ${sizeMebibytes} MiB: ${found.how}.`);
  stick = found;
  return found;
}

async function live(path: string) {
  const counter = await liveCounter(computer);
  running = counter.running;
  const { desk } = running;
  await signInLive(desk, administrator);
  await desk.backup.choose({ path });
  await signInLive(desk, supervisor);
  return { ...counter, desk };
}

describe('a FAT stick', () => {
  test('takes a backup, one more, and gives it back on another computer', async () => {
    const fat = plugIn(64);
    if (!fat) return;
    const { desk, recoveryKey } = await live(fat.path);
    const made = await desk.backup.make();
    expect((await desk.backup.make()).copiedBytes).toBeLessThan(made.bytes);
    expect([...filesBelow(fat.path).keys()].filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await running?.close();
    const other = newComputer();
    running = await start(other);
    const sheet = await restore(running, { stick: fat.path, recoveryKey });
    expect(sheet.entries).toBeGreaterThan(made.headSeq);
    other.remove();
  }, 300_000);

  test('that is full says so and keeps the backup before', async () => {
    const fat = plugIn(4);
    if (!fat) return;
    const { desk } = await live(fat.path);
    const made = await desk.backup.make();
    await fill(desk, 5);
    expect((await refused(desk.backup.make())).code).toBe('backup-target-full');
    expect((await desk.backup.state()).last).toEqual(made);
    const other = newComputer();
    const looking = await start(other);
    const [found] = await looking.desk.restore.look({ path: fat.path }).finally(() => looking.close());
    expect(found?.entries).toBe(made.headSeq);
    other.remove();
  }, 300_000);

  test('that is pulled half-way is told as gone; nothing is left in its place, and plugged in again it is gone on with', async () => {
    const fat = plugIn(64);
    if (!fat) return;
    const { desk } = await live(fat.path);
    const made = await desk.backup.make();
    await fill(desk, 12);
    const cut = refused(desk.backup.make());
    let step = (await desk.backup.state()).running?.step;
    while (step !== 'copying' && step !== 'checking') step = (await desk.backup.state()).running?.step;
    fat.pull();
    expect((await cut).code).toBe('backup-target-gone');
    expect(readdirSync(fat.path)).toEqual([]);
    expect((await desk.backup.state()).last).toEqual(made);
    fat.plugIn();
    expect((await desk.backup.make()).headSeq).toBeGreaterThan(made.headSeq);
  }, 300_000);
});

/** That many scans of a mebibyte, each another one. */
async function fill(desk: Running['desk'], count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const pdf = await sampleApproval(`stick ${n}`);
    // A PDF may go on behind its end with remarks.
    const padded = Buffer.concat([pdf, Buffer.from(`\n%${'x'.repeat(1024 * 1024)}${n}\n`)]);
    await desk.attachments.put({ name: `扫描${n}.pdf`, file: new Blob([padded], { type: 'application/pdf' }) });
  }
}
