import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { RestoreSheet } from '../../shared/contract/restore-calls.ts';
import { administrator, goLive, signInLive, startAgain } from './live-kit.ts';
import { type Computer, type Running, type StartOptions, start } from './program-kit.ts';

export interface LiveCounter {
  readonly running: Running;
  readonly passphrase: string;
  readonly recoveryKey: string;
}

export const clerk = { number: '1001', name: '王琳', pin: '530281' };
export const supervisor = { number: '2001', name: '李强', pin: '691350' };

/** A live counter with an administrator, a clerk and a supervisor; the clerk sits at it. */
export async function liveCounter(computer: Computer, options?: StartOptions): Promise<LiveCounter> {
  const { passphrase = '', recoveryKey } = await goLive(await start(computer, options));
  const running = await startAgain(computer, options);
  await signInLive(running.desk, { ...administrator, passphrase });
  await running.desk.staff.enrol({ ...clerk, role: 'clerk' });
  await running.desk.staff.enrol({ ...supervisor, role: 'supervisor' });
  await signInLive(running.desk, clerk);
  return { running, passphrase, recoveryKey };
}

/** A supervisor's sign-off at a live counter. */
export async function liveSignOff(desk: DeskClient, matterId: string): Promise<string> {
  const { number: staffNumber, pin } = supervisor;
  return (await desk.session.signOff({ staffNumber, pin, act: 'recognition.grant', subjectId: matterId })).ticket;
}

export function newStick(computer: Computer, name = 'stick'): string {
  const stick = join(computer.dir, name);
  mkdirSync(stick, { recursive: true });
  return stick;
}

/** Every file below a folder with its size, by its path within. */
export function filesBelow(folder: string): Map<string, number> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true }).map(String);
  const files = names.map((name) => [name, statSync(join(folder, name))] as const).filter(([, info]) => info.isFile());
  return new Map(files.map(([name, info]) => [name, info.size]));
}

export const newPin = '847205';

/** Restores the newest (or the oldest) backup in that folder on a computer without a counter; the program closes itself. */
export async function restore(
  running: Running,
  { stick, recoveryKey, oldest = false, pin = newPin }: { stick: string; recoveryKey: string; oldest?: boolean; pin?: string },
): Promise<RestoreSheet> {
  const found = await running.desk.restore.look({ path: stick });
  const sheet = await running.desk.restore.prepare({
    folder: found.at(oldest ? -1 : 0)?.folder ?? '',
    recoveryKey,
    staffNumber: administrator.number,
    pin,
  });
  const words = sheet.passphrase?.split(' ') ?? [];
  await running.desk.restore.confirm({ words: [0, 1].map((at) => words[(sheet.ask[at] ?? 0) - 1] ?? '') });
  await running.close();
  return sheet;
}
