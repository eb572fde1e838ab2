import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StaffId } from '../../shared/domain/ids.ts';
import { createVault, type Vault } from '../vault/vault.ts';
import type { CounterRooms } from './counter-rooms.ts';
import { KeyRotation, type KeyRotationOptions } from './key-rotation.ts';

const clock = { boot: 'b', nowMs: () => 0, monotonicMs: () => 0 };
const [stays, leaves] = ['019a0000-0000-7000-8000-000000000001' as StaffId, '019a0000-0000-7000-8000-000000000002' as StaffId];
let dir: string;
let vault: Vault;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'key-rotation-'));
  const members = [
    { staffId: stays, staffNumber: '1001', pin: '246801' },
    { staffId: leaves, staffNumber: '1002', pin: '135792' },
  ];
  ({ vault } = await createVault(
    { dir, clock, secrets: undefined, scrypt: { N: 16, r: 1, p: 1 } },
    { mode: 'office', members, passphrase: 'six words that an office keeps here' },
  ));
});
afterEach(async () => {
  await vault.close();
  rmSync(dir, { recursive: true });
});

/** Rooms in which nothing lies under an older key, but what comes down late. */
function emptyRooms(late: string[] = [], rekeyed = async () => {}): CounterRooms {
  const reseal = async (name: string) => late.splice(late.indexOf(name), 1).length > 0;
  const room = { adopt: () => {}, underOlderEpochs: async () => [...late], reseal };
  const journal = { adoptEpoch: () => {}, isUnderOtherEpoch: false, underOtherEpochs: () => [] };
  const healed = { rekey: () => {}, rekeyed };
  return { files: room, snapshots: room, attachments: room, journal, healed } as unknown as CounterRooms;
}

test('somebody’s access that ends just before the older keys go takes no key away that everything lies under', async () => {
  const recorded: [string, readonly number[]][] = [];
  const decisions = {
    record: async (_: unknown, __: unknown, decide: () => Promise<{ kind: string }>) => {
      const { kind } = await decide();
      recorded.push([kind, vault.epochs]);
      if (kind !== 'data-key.resealed' || !vault.members().includes(leaves)) return;
      await vault.removeMember(leaves);
      rotation.adopt();
    },
  } as unknown as KeyRotationOptions['decisions'];
  const onTrouble = (error: unknown) => expect(error).toBeUndefined();
  const rotation = new KeyRotation({ vault, rooms: emptyRooms(), decisions, onChange: () => {}, onTrouble });
  await rotation.begin(stays);
  while (vault.epochs.length > 1) await sleep(5);
  await rotation.close();
  // Under the second everything lay when the third came; it goes when all of it was sealed anew once more, and not before.
  expect(recorded).toEqual([
    ['data-key.replaced', [2, 1]],
    ['data-key.resealed', [2, 1]],
    ['data-key.resealed', [3, 2]],
  ]);
  expect(vault.epochs).toEqual([3]);
}, 20_000);

test('what came down under an older key while the rows were made anew is sealed anew before that key goes', async () => {
  const late: string[] = [];
  let rounds = 0;
  const rooms = emptyRooms(late, async () => {
    if (++rounds === 1) late.push('snapshot');
  });
  const lying: string[][] = [];
  const decisions = {
    record: async (_: unknown, __: unknown, decide: () => Promise<unknown>) => {
      await decide();
      lying.push([...late]);
    },
  } as unknown as KeyRotationOptions['decisions'];
  const rotation = new KeyRotation({ vault, rooms, decisions, onChange: () => {}, onTrouble: () => {} });
  await rotation.begin(stays);
  while (vault.epochs.length > 1) await sleep(5);
  await rotation.close();
  expect([rounds, lying, late]).toEqual([2, [[], []], []]);
}, 20_000);
