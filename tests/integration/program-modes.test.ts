import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clerk, liveCounter, newStick } from './backup-kit.ts';
import { administrator, signInLive, startAgain } from './live-kit.ts';
import { type Computer, newComputer, type Running } from './program-kit.ts';
import { somebody } from './program-people.ts';
import { scan } from './program-scan.ts';

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

/** Everything below a folder whose mode lets anybody but its owner at it, and every name that is not of the plain sort. */
function laxBelow(folder: string, plain: RegExp): string[] {
  return readdirSync(folder, { recursive: true }).flatMap((name) => {
    const path = join(folder, String(name));
    // A lock's file comes and goes.
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info) return [];
    const mode = info.mode & 0o777;
    const lax = mode === (info.isDirectory() ? 0o700 : 0o600) ? [] : [`${name} ${mode.toString(8)}`];
    return plain.test(String(name)) ? lax : [...lax, `${name} is not plain`];
  });
}

const parts = ['journal', 'vault', 'files', 'attachments', 'snapshot'];

test('what a counter keeps, and its backup, are their owner’s alone, under plain names', async () => {
  const umask = process.umask(0);
  try {
    const live = await liveCounter(computer);
    running = live.running;
    await running.desk.talents.register({ facts: somebody(1, '欧阳/../春晓') }).catch(() => undefined);
    await running.desk.talents.register({ facts: somebody(2) });
    const file = await running.desk.attachments.put({ name: '../../证件.png', file: new Blob([]) }).catch(() => undefined);
    expect(file).toBeUndefined();
    await scan(running.desk);
    const id = '0198c0de-0000-7000-8000-000000000009' as never;
    await running.desk.drafts.save({ id, title: '../草稿', fields: { 'identity.name': '../../etc' } });
    await running.desk.session.signOut();
    await signInLive(running.desk, administrator);
    const stick = newStick(computer);
    await running.desk.backup.choose({ path: stick });
    await running.desk.backup.make();
    await running.close();
    running = await startAgain(computer);
    await signInLive(running.desk, { ...clerk, passphrase: live.passphrase });

    const folder = running.host.paths.userData;
    const there = parts.filter((part) => existsSync(join(folder, part)));
    expect(there).toEqual(parts);
    const plain = /^[a-zA-Z0-9][a-zA-Z0-9./_-]*$/;
    for (const part of there) {
      expect(statSync(join(folder, part)).mode & 0o777, part).toBe(0o700);
      expect(laxBelow(join(folder, part), plain), part).toEqual([]);
    }
    expect(laxBelow(stick, plain)).toEqual([]);
  } finally {
    process.umask(umask);
  }
}, 120_000);
