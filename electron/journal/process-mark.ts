import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** How far the start time that a process notes of itself may lie from what the system says later. */
const startToleranceMs = 10_000;

/**
 * Names a process so that a later one with the same pid isn't taken for it: on Linux by boot and start tick, exactly; elsewhere by
 * start time. Letters and digits only, as it is part of a file name.
 */
export function ownProcessMark(): string {
  if (process.platform === 'linux') {
    const stat = parseStat(readFileSync('/proc/self/stat', 'latin1'));
    return `l${bootId(readFileSync('/proc/sys/kernel/random/boot_id', 'latin1'))}t${stat.startTick}`;
  }
  return `s${Math.round(performance.timeOrigin)}`;
}

/** Whether the process that made this mark still runs. Says yes where it can't tell: better refused than two writers. */
export async function isRunning(pid: number, mark: string): Promise<boolean> {
  if (process.platform === 'linux') return isRunningOnLinux(pid, mark);
  if (!mark.startsWith('s') || !hasProcess(pid)) return false;
  const startedAtMs = await findStartMs(pid);
  return startedAtMs === undefined || Math.abs(startedAtMs - Number(mark.slice(1))) <= startToleranceMs;
}

async function isRunningOnLinux(pid: number, mark: string): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(`/proc/${pid}/stat`, 'latin1');
  } catch {
    // Hidden (hidepid) or gone.
    return hasProcess(pid);
  }
  const stat = parseStat(text);
  // A killed process that nobody has waited for holds its pid, but writes no more.
  if (stat.state === 'Z' || stat.state === 'X') return false;
  return mark === `l${bootId(await readFile('/proc/sys/kernel/random/boot_id', 'latin1'))}t${stat.startTick}`;
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code !== 'ESRCH';
  }
}

async function findStartMs(pid: number): Promise<number | undefined> {
  try {
    const windows = `(Get-Process -Id ${pid}).StartTime.ToUniversalTime().ToString('o')`;
    const { stdout } =
      process.platform === 'win32'
        ? await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', windows], { timeout: 10_000 })
        : await run('ps', ['-o', 'lstart=', '-p', String(pid)], { timeout: 10_000, env: { ...process.env, LC_ALL: 'C' } });
    const startedAtMs = Date.parse(stdout.trim());
    return Number.isNaN(startedAtMs) ? undefined : startedAtMs;
  } catch {
    return undefined;
  }
}

/** Fields 3 and 22 of /proc/pid/stat; the name before them may hold blanks and brackets. */
export function parseStat(text: string): { state: string; startTick: string } {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startTick: fields[19]?.trim() ?? '' };
}

function bootId(text: string): string {
  return text.replace(/[^0-9a-f]/g, '').slice(0, 16);
}
