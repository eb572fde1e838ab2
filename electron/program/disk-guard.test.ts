import { describe, expect, it } from 'vitest';
import { type DiskSpace, diskLimits, openDiskGuard } from './disk-guard.ts';

function guardOf(given: { free: number }) {
  const seen: DiskSpace['level'][] = [];
  const guard = openDiskGuard({ folder: '/', free: async () => given.free, onChange: ({ level }) => seen.push(level) });
  return { guard, seen };
}
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: { code?: unknown }) => error.code,
  );

describe('the guard of the disk', () => {
  it('stops what is new below its limit, lets go on what must, and lets all go on once there is room', async () => {
    const given = { free: diskLimits.stop - 1 };
    const { guard, seen } = guardOf(given);
    expect((await guard.look()).level).toBe('full');
    expect(await codeOf(guard.needFor('talent.registered'))).toBe('disk-full');
    expect(await codeOf(guard.needForFile('draft/1'))).toBe('disk-full');
    expect(await codeOf(guard.needForBytes(1))).toBe('disk-full');
    for (const kind of ['session.signed-out', 'paper.printed', 'card.made'] as const)
      expect(await codeOf(guard.needFor(kind))).toBeUndefined();
    expect(await codeOf(guard.needForFile('print-intent/1'))).toBeUndefined();
    given.free = diskLimits.stop;
    expect(await codeOf(guard.needFor('talent.registered'))).toBeUndefined();
    expect((await guard.look()).level).toBe('low');
    given.free = diskLimits.warn;
    expect((await guard.look()).level).toBe('enough');
    expect(seen).toEqual(['full', 'low', 'enough']);
    guard.close();
  });

  it('a file that would go below the limit is refused before it does', async () => {
    const { guard } = guardOf({ free: diskLimits.stop + 1_000 });
    await guard.look();
    expect(await codeOf(guard.needForBytes(1_000))).toBeUndefined();
    expect(await codeOf(guard.needForBytes(1_001))).toBe('disk-full');
    guard.close();
  });

  it('a disk that can’t be asked stops nobody: it says so itself when it is written to', async () => {
    const guard = openDiskGuard({ folder: '/', free: () => Promise.reject(new Error('no')), onChange: () => {} });
    expect(await codeOf(guard.needFor('talent.registered'))).toBeUndefined();
    guard.close();
  });
});
