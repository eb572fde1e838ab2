import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process and everything that it started, itself first; by /proc, since nothing tells it otherwise. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = parentOf(Number(name));
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** Those that show pages; in a counter without a desk, the hidden one of the records. */
export function pagesAmong(pids: readonly number[]): number[] {
  return pids.filter((pid) => readProc(pid, 'cmdline')?.includes('--type=renderer'));
}

/** Sends a signal to each that is still there. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Resolves when none of them runs any more; one that waits to be collected by its parent does not. */
export async function whenGone(pids: readonly number[]): Promise<void> {
  for (let left = pids; left.length > 0; left = left.filter(isRunning)) await sleep(20);
}

function isRunning(pid: number): boolean {
  const state = afterName(pid)?.[0];
  return state !== undefined && state !== 'Z';
}

function parentOf(pid: number): number | undefined {
  const parent = afterName(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/** State, parent and so on; the name before them may have any character in it. */
function afterName(pid: number): string[] | undefined {
  const stat = readProc(pid, 'stat');
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended while it was looked at.
    return undefined;
  }
}
