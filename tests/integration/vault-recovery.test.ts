import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newPassphrase } from '../../electron/vault/passphrase.ts';
import { createVault, openVault, type VaultOptions } from '../../electron/vault/vault.ts';
import { readVault } from './vault-format-reader.ts';
import { closedOffice, li, newKeyring, tempFolder, told, vaultOptions, wang, zhang } from './vault-kit.ts';

let temp: ReturnType<typeof tempFolder>;
let options: VaultOptions;
beforeEach(() => {
  temp = tempFolder();
  options = vaultOptions(temp.dir, { secrets: newKeyring() });
});
afterEach(() => temp.remove());

test('the recovery key opens the vault on a machine with another keyring, for one new member; everybody else gets a PIN anew', async () => {
  const { vault, recoveryKey } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  const journalKey = vault.keyOf('journal', 1);
  vault.noteMark('own', { seq: 7, chain: new Uint8Array(32).fill(7) });
  await vault.close();
  const elsewhere = { ...options, secrets: newKeyring() };
  const restored = await openVault(elsewhere);
  expect(await told(restored.signIn(wang.staffNumber, wang.pin))).toBe('keyring-unavailable');
  const typed = ` ${recoveryKey.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o')} `;
  expect(await restored.recover({ recoveryKey: typed, member: li })).toBe(li.staffId);
  expect([restored.keyOf('journal', 1), restored.members(), restored.marks().own?.seq]).toEqual([journalKey, [li.staffId], 7]);
  expect(readVault(readFileSync(join(options.dir, 'vault'))).head.members).toHaveLength(1);
  await restored.addMember({ ...wang, pin: '864209' });
  await restored.close();
  const again = await openVault(elsewhere);
  expect(await told(again.signIn(wang.staffNumber, wang.pin))).toEqual({ code: 'wrong-credentials', attemptsLeft: 4 });
  expect(await told(again.signIn(zhang.staffNumber, zhang.pin))).toEqual({ code: 'wrong-credentials', attemptsLeft: 4 });
  expect(await again.signIn(wang.staffNumber, '864209')).toBe(wang.staffId);
  await again.close();
  // What the old machine had opens nothing of the new file.
  expect(await told((await openVault(options)).signIn(wang.staffNumber, wang.pin))).toBe('keyring-unavailable');
  expect(await again.recover({ recoveryKey, member: zhang })).toBe(zhang.staffId);
});

test('a recovery key with a slip of the pen is told apart from that of another office', async () => {
  const { recoveryKey } = await closedOffice(options);
  const other = await closedOffice({ ...options, dir: join(temp.dir, 'other') });
  const vault = await openVault(options);
  const swapped = recoveryKey.startsWith('7') ? `8${recoveryKey.slice(1)}` : `7${recoveryKey.slice(1)}`;
  for (const typed of ['', recoveryKey.slice(1), `${recoveryKey}0`, swapped, recoveryKey.replace(/^./, 'U'), '1234'])
    expect(await told(vault.recover({ recoveryKey: typed, member: li }))).toBe('recovery-key-mistyped');
  expect(await told(vault.recover({ recoveryKey: other.recoveryKey, member: li }))).toBe('recovery-key-wrong');
  expect(vault.isOpen).toBe(false);
  expect(await vault.signIn(wang.staffNumber, wang.pin)).toBe(wang.staffId);
  expect(await told(vault.recover({ recoveryKey, member: li }))).toBe('vault-open');
});

test('a recovery that lacks a second factor or a good PIN changes nothing', async () => {
  const { recoveryKey } = await closedOffice(options);
  const before = readFileSync(join(options.dir, 'vault'));
  const bare = await openVault({ ...options, secrets: undefined });
  expect(await told(bare.recover({ recoveryKey, member: li }))).toBe('second-factor-needed');
  expect(await told(bare.recover({ recoveryKey, member: li, passphrase: 'one two' }))).toMatchObject({ code: 'field-refused' });
  expect(await told(bare.recover({ recoveryKey, member: { ...li, pin: '1' } }))).toMatchObject({ code: 'field-refused' });
  expect([bare.isOpen, readFileSync(join(options.dir, 'vault'))]).toEqual([false, before]);
  expect(await (await openVault(options)).signIn(wang.staffNumber, wang.pin)).toBe(wang.staffId);
});

test('recovered without a keyring, the office has a passphrase from then on', async () => {
  const { recoveryKey } = await closedOffice(options);
  const passphrase = newPassphrase();
  const bare = { ...options, secrets: undefined };
  const vault = await openVault(bare);
  await vault.recover({ recoveryKey, member: li, passphrase });
  await vault.close();
  const next = await openVault(bare);
  expect(next.needsPassphrase).toBe(true);
  expect(await next.signIn(li.staffNumber, li.pin, passphrase)).toBe(li.staffId);
});

test('after a new recovery key was made the old sheet opens nothing', async () => {
  const { vault, recoveryKey } = await createVault(options, { mode: 'office', members: [wang] });
  const newer = await vault.newRecoveryKey();
  await vault.close();
  expect(await told(vault.recover({ recoveryKey, member: li }))).toBe('recovery-key-wrong');
  expect(await vault.recover({ recoveryKey: newer, member: li })).toBe(li.staffId);
});

test('marks outlast the vault being closed, only rise, and tell the chain hash', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang] });
  expect(vault.marks()).toEqual({ own: undefined, received: undefined, lost: false });
  const chain = (fill: number) => new Uint8Array(32).fill(fill);
  for (const seq of [1, 2, 5, 3]) vault.noteMark('own', { seq, chain: chain(seq) });
  vault.noteMark('received', { seq: 900, chain: chain(9) });
  await vault.close();
  const again = await openVault(options);
  await again.signIn(wang.staffNumber, wang.pin);
  const noted = { own: { seq: 5, chain: chain(5) }, received: { seq: 900, chain: chain(9) }, lost: false };
  expect(again.marks()).toEqual(noted);
  // A next data key leaves them readable, before and after they are written anew.
  await again.beginEpoch();
  await again.close();
  await again.signIn(wang.staffNumber, wang.pin);
  expect(again.marks()).toEqual(noted);
});

test('marks are on the disk within a second without anybody asking, or at once when asked; a failed write is tried again', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang] });
  const seqOnDisk = async () => {
    const copy = { ...options, dir: join(temp.dir, 'copy') };
    cpSync(options.dir, copy.dir, { recursive: true });
    const other = await openVault(copy);
    await other.signIn(wang.staffNumber, wang.pin);
    return other.marks().own?.seq;
  };
  const note = (seq: number) => vault.noteMark('own', { seq, chain: new Uint8Array(32) });
  note(1);
  await vault.saveMarks();
  expect(await seqOnDisk()).toBe(1);
  for (let seq = 2; seq <= 500; seq++) note(seq);
  await expect.poll(seqOnDisk, { timeout: 5_000 }).toBe(500);
  renameSync(options.dir, `${options.dir}-away`);
  note(501);
  await expect(vault.saveMarks()).rejects.toMatchObject({ code: 'ENOENT' });
  await setTimeout(700);
  renameSync(`${options.dir}-away`, options.dir);
  await expect.poll(seqOnDisk, { timeout: 5_000 }).toBe(501);
});

test('marks that are no marks are refused', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang] });
  for (const mark of [
    { seq: 1.5, chain: new Uint8Array(32) },
    { seq: 2 ** 60, chain: new Uint8Array(32) },
    { seq: 1, chain: new Uint8Array(31) },
  ])
    expect(() => vault.noteMark('own', mark)).toThrow();
  expect(vault.marks().own).toBeUndefined();
});

test('lost or damaged marks are told, and noted anew', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang] });
  vault.noteMark('own', { seq: 5, chain: new Uint8Array(32) });
  await vault.close();
  rmSync(join(options.dir, 'marks'));
  await vault.signIn(wang.staffNumber, wang.pin);
  expect(vault.marks()).toEqual({ own: undefined, received: undefined, lost: true });
  vault.noteMark('own', { seq: 6, chain: new Uint8Array(32) });
  await vault.close();
  await vault.signIn(wang.staffNumber, wang.pin);
  expect(vault.marks()).toMatchObject({ own: { seq: 6 }, lost: false });
});
