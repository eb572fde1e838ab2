import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskLimits } from '../../electron/program/disk-guard.ts';
import type { DraftId, PersonId } from '../../shared/domain/ids.ts';
import { computerIn, print, type Running, refused, signIn, start, startSignedIn } from './program-kit.ts';
import { recogniseDirectly, somebody } from './program-people.ts';
import { type DiskKind, mayNotMount, mountSmallDisk, type SmallDisk } from './small-disk.ts';

const mebibyte = 1024 * 1024;
const stop = diskLimits.stop / mebibyte;
const warn = diskLimits.warn / mebibyte;

let disk: SmallDisk;
let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
  disk?.remove();
});

const level = async () => (await running?.desk.counter.status())?.disk?.level;

const fillsUp = (kind: DiskKind) => {
  beforeEach(() => {
    disk = mountSmallDisk(kind, 1_500);
  });

  test('warns, stops what is new well before it is full, lets the rest go on, and goes on by itself when there is room', async () => {
    const computer = computerIn(disk.dir);
    running = await startSignedIn(computer);
    const { desk } = running;
    const { personId, matterId } = await recogniseDirectly(desk, somebody(1));
    expect(await level()).toBeUndefined();

    disk.leaveFree(warn - 100);
    await desk.talents.register({ facts: somebody(2) });
    expect(await level()).toBe('low');

    disk.leaveFree(stop - 20);
    const before = (await desk.counter.status()).numbersLeft;
    expect((await refused(desk.talents.register({ facts: somebody(3) }))).code).toBe('disk-full');
    const draft = { id: '0198c0de-0000-7000-8000-0000000000aa' as DraftId, title: '半份', fields: {} };
    expect((await refused(desk.drafts.save(draft))).code).toBe('disk-full');
    const scan = new Blob([new Uint8Array(1_000)]);
    expect((await refused(desk.attachments.put({ name: 'a.pdf', file: scan }))).code).toMatch(/disk-full|file-not-accepted/);
    expect(await level()).toBe('full');
    // What there is can be looked at, and printed; nothing was taken by what was refused.
    expect((await desk.counter.status()).numbersLeft).toEqual(before);
    expect((await desk.talents.get({ personId })).id).toBe(personId);
    expect((await print(desk, { kind: 'recognition-certificate', matterId })).state).toBe('done');
    await desk.session.signOut();
    expect((await signIn(desk)).phase).toBe('signed-in');
    expect(await level()).toBe('full');

    disk.makeRoom();
    // The same program: nobody has to start it again.
    await desk.talents.register({ facts: somebody(3) });
    expect(await level()).toBeUndefined();
    expect((await desk.talents.search({ text: '测试', limit: 9 })).length).toBe(3);
  }, 60_000);

  test('filled to the last byte while people are registered loses nothing that was acknowledged', async () => {
    const computer = computerIn(disk.dir);
    // It takes the disk for empty: so the very write meets the end of it, whatever the limits are.
    running = await startSignedIn(computer, { diskFree: async () => Number.POSITIVE_INFINITY });
    const { desk } = running;
    const told = new Map<number, PersonId>();
    const codes = new Set<string>();
    const register = async (n: number) => {
      const call = desk.talents.register({ facts: somebody(n) });
      await call.then(
        ({ personId }) => told.set(n, personId),
        async () => codes.add((await refused(call)).code),
      );
    };
    for (const n of range(1, 19)) await register(n);
    disk.leaveFree(0);
    // At once: the records may be gone with the disk, and each would wait for them in vain.
    await Promise.all([...range(20, 49)].map(register));
    expect([...codes].filter((code) => code !== 'disk-full' && code !== 'records-unavailable')).toEqual([]);
    expect(codes.size).toBeGreaterThan(0);
    disk.makeRoom();
    const goesOn = async () => {
      await register(50);
      return told.has(50);
    };
    await expect.poll(goesOn, { timeout: 20_000 }).toBe(true);
    for (const n of range(51, 60)) await register(n);
    // A last block that the journal had begun took some more of them.
    expect([...told.keys()].filter((n) => n < 20 || n >= 50)).toEqual([...range(1, 19), ...range(50, 60)]);
    await running.close();
    running = await start(computer);
    await signIn(running.desk);
    for (const [n, personId] of told) {
      expect((await running.desk.talents.get({ personId })).identity.name).toBe(somebody(n).identity.name);
    }
  }, 60_000);
};

if (!mayNotMount) for (const kind of ['ext4', 'tmpfs'] as const) describe(`a disk that fills up (${kind})`, () => fillsUp(kind));
else
  test('a full disk was not tried: TALENT_COUNTER_NO_MOUNTS says that none may be mounted here', () => {
    console.warn('TALENT_COUNTER_NO_MOUNTS=1: what a full disk does was not tried.');
  });

function* range(from: number, to: number): Generator<number> {
  for (let n = from; n <= to; n += 1) yield n;
}
