import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftSaver, type SavePhase } from './draft-saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function deskWithDisk() {
  const disk: string[] = [];
  const phases: SavePhase[] = [];
  const writes: (() => void)[] = [];
  let isFull = false;
  const saver = new DraftSaver<string>({
    delayMs: 800,
    retryMs: 3_000,
    onPhase: (phase) => void phases.push(phase),
    save: async (draft) => {
      await new Promise<void>((resolve) => writes.push(resolve));
      if (isFull) throw new Error('disk-full');
      disk.push(draft);
    },
  });
  return {
    saver,
    disk,
    phases,
    writes,
    fill: (full: boolean) => {
      isFull = full;
    },
    /** The disk ends the write that is under way. */
    write: async () => {
      writes.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test('a pause in typing saves, and only the latest state', async () => {
  const { saver, disk, write } = deskWithDisk();
  saver.change('王');
  await vi.advanceTimersByTimeAsync(799);
  saver.change('王敏');
  await vi.advanceTimersByTimeAsync(799);
  expect(disk).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await write();
  expect(disk).toEqual(['王敏']);
});

test('an older state is never written after a newer one', async () => {
  const { saver, disk, writes, phases, write } = deskWithDisk();
  saver.change('一');
  void saver.flush();
  saver.change('二');
  void saver.flush();
  expect(writes).toHaveLength(1);
  await write();
  await write();
  expect(disk).toEqual(['一', '二']);
  expect(phases).toEqual(['unsaved', 'unsaved', 'saved']);
});

test('a save that failed is tried again by itself, with what was typed since', async () => {
  const { saver, disk, phases, write, fill } = deskWithDisk();
  fill(true);
  saver.change('一');
  void saver.flush();
  await write();
  expect(phases.at(-1)).toBe('failed');
  fill(false);
  await vi.advanceTimersByTimeAsync(3_000);
  await write();
  expect(disk).toEqual(['一']);
  expect(phases.at(-1)).toBe('saved');
});

test('closing waits for the save on its way and lets none follow; reopened, it goes on', async () => {
  const { saver, disk, write } = deskWithDisk();
  saver.change('一');
  void saver.flush();
  saver.change('二');
  let closed = false;
  void saver.close().then(() => {
    closed = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(closed).toBe(false);
  await write();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(closed).toBe(true);
  expect(disk).toEqual(['一']);
  saver.reopen();
  await vi.advanceTimersByTimeAsync(800);
  await write();
  expect(disk).toEqual(['一', '二']);
});
