import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';

/** Which data key each file of a counter's folder says that it lies under; read by its fixed place, with no code of the program's. */
export function epochsOnDisk(folder: string): Map<string, number> {
  const epochs = new Map<string, number>();
  const add = (room: string, fits: (name: string) => boolean, at: number) => {
    for (const name of readdirSync(join(folder, room)).filter(fits))
      epochs.set(`${room}/${name}`, readFileSync(join(folder, room, name)).readUInt32BE(at));
  };
  for (const room of ['files', 'snapshot', 'attachments']) add(room, (name) => name.endsWith('.sealed'), 6);
  add('vault', (name) => name === 'marks', 6);
  add('journal/own', (name) => name.endsWith('.tcj'), 12);
  return epochs;
}

/** How many files lie under which data key. */
export function countEpochs(folder: string): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const epoch of epochsOnDisk(folder).values()) counts[epoch] = (counts[epoch] ?? 0) + 1;
  return counts;
}

/** Waits until nothing is sealed anew any more; the greatest number of files that the bar spoke of. */
export async function resealed(desk: DeskClient): Promise<number> {
  for (let most = 0; ; ) {
    const { dataKey } = await desk.counter.status();
    if (!dataKey) return most;
    if (dataKey.stopped) throw new Error(`it stopped at ${dataKey.done} of ${dataKey.total}`);
    most = Math.max(most, dataKey.total);
    await sleep(10);
  }
}
