import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newPassphrase } from '../../electron/vault/passphrase.ts';
import { createVault, openVault, type VaultOptions, vaultExists } from '../../electron/vault/vault.ts';
import { closedOffice, li, newKeyring, tempFolder, told, vaultOptions, wang, zhang } from './vault-kit.ts';

let temp: ReturnType<typeof tempFolder>;
let options: VaultOptions;
beforeEach(() => {
  temp = tempFolder();
  options = vaultOptions(temp.dir, { secrets: newKeyring() });
});
afterEach(() => temp.remove());

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');

test('the right PIN opens the vault with the same keys for each member, and with keys of its own for each room', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  const journal = hex(vault.keyOf('journal', 1));
  const rooms = ['journal', 'records', 'tags', 'attachments', 'snapshot', 'files'] as const;
  expect(new Set(rooms.map((name) => hex(vault.keyOf(name, 1)))).size).toBe(rooms.length);
  expect([vault.mode, vault.epoch, vault.epochs, vault.keyOf('journal', 2)]).toEqual(['office', 1, [1], undefined]);
  await vault.close();
  for (const { staffId, staffNumber, pin } of [wang, zhang]) {
    const again = await openVault(options);
    expect(again.isOpen).toBe(false);
    expect(await again.signIn(staffNumber, pin)).toBe(staffId);
    expect([again.isOpen, hex(again.keyOf('journal', 1))]).toEqual([true, journal]);
    await again.close();
  }
});

test('a wrong PIN, another member’s PIN and a number that nobody has do not open it, and are told alike', async () => {
  await closedOffice(options);
  const vault = await openVault(options);
  const wrong = { code: 'wrong-credentials', attemptsLeft: 4 };
  expect(await told(vault.signIn(wang.staffNumber, '246802'))).toEqual(wrong);
  expect(await told(vault.signIn(zhang.staffNumber, wang.pin))).toEqual(wrong);
  expect(await told(vault.signIn('NOBODY', wang.pin))).toEqual(wrong);
  expect(vault.isOpen).toBe(false);
});

test('a number that nobody has is answered no sooner than a wrong PIN', async () => {
  const dear = { ...options, scrypt: { N: 2 ** 15, r: 8, p: 1 } };
  await closedOffice(dear, { members: [wang] });
  const vault = await openVault(dear);
  const tookMs = async (staffNumber: string) => {
    const began = performance.now();
    await told(vault.signIn(staffNumber, '000001'));
    return performance.now() - began;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let i = 0; i < 4; i++) {
    known.push(await tookMs(wang.staffNumber));
    unknown.push(await tookMs('NOBODY'));
  }
  // The least of each, as the machine has other work too; without the stretching it would be a tenth.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
});

test('what an input method makes full-width, and small letters in the number, are what was meant', async () => {
  await closedOffice(options);
  const vault = await openVault(options);
  expect(await vault.signIn(' ｗｍ1001 ', '２４６８０１')).toBe(wang.staffId);
});

test('a vault that is closed gives no key, no mark and no name', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  await vault.close();
  await vault.close();
  const asked = [
    () => vault.keyOf('journal', 1),
    () => vault.epoch,
    () => vault.epochs,
    () => vault.members(),
    () => vault.marks(),
    () => vault.noteMark('own', { seq: 1, chain: new Uint8Array(32) }),
  ];
  for (const ask of asked) expect(ask).toThrowError(expect.objectContaining({ code: 'vault-closed' }));
  const changes = [
    vault.checkPin(wang.staffNumber, wang.pin),
    vault.addMember(li),
    vault.changePin({ ...wang, newPin: '864209' }),
    vault.resetPin(wang.staffId, '864209'),
    vault.removeMember(wang.staffId),
    vault.beginEpoch(),
    vault.newRecoveryKey(),
    vault.saveMarks(),
  ];
  for (const change of changes) expect(await told(change)).toBe('vault-closed');
});

test('whoever sits at an open vault can have a PIN checked, and nobody can sign in to it a second time', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  expect(await vault.checkPin(zhang.staffNumber, zhang.pin)).toBe(zhang.staffId);
  expect(await told(vault.checkPin(zhang.staffNumber, wang.pin))).toEqual({ code: 'wrong-credentials', attemptsLeft: 4 });
  expect(await told(vault.signIn(wang.staffNumber, wang.pin))).toBe('vault-open');
});

test('a new member signs in by a PIN of their own, and a number or a person is a member once', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang] });
  await vault.addMember(li);
  expect(vault.members()).toEqual([wang.staffId, li.staffId]);
  expect(await told(vault.addMember({ ...zhang, staffNumber: 'lj9001' }))).toBe('staff-exists');
  expect(await told(vault.addMember({ ...li, staffNumber: 'LJ9002' }))).toBe('staff-exists');
  await vault.close();
  expect(await (await openVault(options)).signIn(li.staffNumber, li.pin)).toBe(li.staffId);
});

test('after a PIN was changed the old one opens nothing; the old one is asked for first', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  expect(await told(vault.changePin({ ...wang, pin: '111112', newPin: '864209' }))).toMatchObject({ code: 'wrong-credentials' });
  await vault.changePin({ ...wang, newPin: '864209' });
  await vault.close();
  const again = await openVault(options);
  expect(await told(again.signIn(wang.staffNumber, wang.pin))).toMatchObject({ code: 'wrong-credentials' });
  expect(await again.signIn(wang.staffNumber, '864209')).toBe(wang.staffId);
  expect(await again.checkPin(zhang.staffNumber, zhang.pin)).toBe(zhang.staffId);
});

test('a supervisor resets a PIN on the spot, and the member waits no longer', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  for (let i = 0; i < 5; i++) await told(vault.checkPin(wang.staffNumber, '000001'));
  expect(await told(vault.checkPin(wang.staffNumber, wang.pin))).toMatchObject({ code: 'too-many-attempts' });
  await vault.resetPin(wang.staffId, '864209');
  expect(await vault.checkPin(wang.staffNumber, '864209')).toBe(wang.staffId);
  expect(await told(vault.checkPin(wang.staffNumber, wang.pin))).toEqual({ code: 'wrong-credentials', attemptsLeft: 4 });
  expect(await told(vault.resetPin(li.staffId, '864209'))).toBe('staff-unknown');
});

test('somebody who left opens nothing any more, and the last one can’t leave', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  await vault.removeMember(wang.staffId);
  expect(vault.members()).toEqual([zhang.staffId]);
  expect(await told(vault.removeMember(wang.staffId))).toBe('staff-unknown');
  expect(await told(vault.removeMember(zhang.staffId))).toBe('last-staff');
  expect(await told(vault.checkPin(wang.staffNumber, wang.pin))).toEqual({ code: 'wrong-credentials', attemptsLeft: 4 });
  await vault.close();
  const again = await openVault(options);
  expect(await told(again.signIn(wang.staffNumber, wang.pin))).toMatchObject({ code: 'wrong-credentials' });
  expect(await again.signIn(zhang.staffNumber, zhang.pin)).toBe(zhang.staffId);
});

test('a next data key opens for every member and by the recovery key, none of whom was there, and the older one is still given', async () => {
  const { vault, recoveryKey } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  const first = hex(vault.keyOf('records', 1));
  expect(await vault.beginEpoch()).toBe(2);
  const second = hex(vault.keyOf('records', 2));
  expect(second).not.toBe(first);
  await vault.close();
  const again = await openVault(options);
  await again.signIn(zhang.staffNumber, zhang.pin);
  expect([again.epoch, again.epochs]).toEqual([2, [2, 1]]);
  expect([hex(again.keyOf('records', 1)), hex(again.keyOf('records', 2))]).toEqual([first, second]);
  await again.close();
  await again.recover({ recoveryKey, member: li });
  expect([hex(again.keyOf('records', 1)), hex(again.keyOf('records', 2))]).toEqual([first, second]);
});

test('a PIN has six digits or more, in an office none of those that are guessed first, and a passphrase has six words', async () => {
  const refused = (path: string, code: string) => ({ code: 'field-refused', fields: [{ path, code }] });
  const make = (pin: string, mode: 'office' | 'trial' = 'office') =>
    told(createVault(options, { mode, members: [{ ...wang, pin }] }));
  for (const pin of ['', '24680', '24680a', '2468O1']) {
    expect(await make(pin)).toEqual(refused('pin', 'pin-too-short'));
    expect(await make(pin, 'trial')).toEqual(refused('pin', 'pin-too-short'));
  }
  for (const pin of ['000000', '123456', '987654', '135791', '890123'])
    expect(await make(pin)).toEqual(refused('pin', 'pin-too-simple'));
  const short = vaultOptions(temp.dir);
  const passphrase = 'one two three four five five';
  expect(await told(createVault(short, { mode: 'office', members: [wang], passphrase }))).toEqual(
    refused('passphrase', 'passphrase-too-short'),
  );
  expect(await vaultExists(options.dir)).toBe(false);
  const { vault } = await createVault(options, { mode: 'trial', members: [{ ...wang, pin: '123456' }] });
  expect(await told(vault.resetPin(wang.staffId, '12345'))).toEqual(refused('pin', 'pin-too-short'));
  expect(await told(vault.addMember({ ...li, pin: '1' }))).toEqual(refused('pin', 'pin-too-short'));
  expect(await told(vault.changePin({ ...wang, pin: '123456', newPin: '1' }))).toEqual(refused('pin', 'pin-too-short'));
});

test('a vault is made once, and where one was, none is made over what is left of it', async () => {
  expect(await vaultExists(options.dir)).toBe(false);
  expect(await told(openVault(options))).toBe('vault-missing');
  await closedOffice(options);
  expect(await vaultExists(options.dir)).toBe(true);
  expect(await told(createVault(options, { mode: 'office', members: [li] }))).toBe('vault-exists');
  expect(readFileSync(join(options.dir, 'vault'))).toEqual(readFileSync(join(options.dir, 'vault-copy')));
});

test('unless a test says otherwise, stretching a PIN takes 128 MiB and its time', async () => {
  const { scrypt: _cheap, ...dear } = options;
  const { vault } = await createVault(dear, { mode: 'office', members: [wang] });
  await vault.close();
  const file = readFileSync(join(options.dir, 'vault')).toString('latin1');
  expect(file).toContain('"cost":{"N":131072,"r":8,"p":1}');
  const began = performance.now();
  expect(await vault.signIn(wang.staffNumber, wang.pin)).toBe(wang.staffId);
  expect(performance.now() - began).toBeGreaterThan(50);
});

test('an office without a keyring is opened by its passphrase first, and in the same session by the PIN alone', async () => {
  const bare = vaultOptions(temp.dir);
  expect(await told(createVault(bare, { mode: 'office', members: [wang] }))).toBe('second-factor-needed');
  const passphrase = newPassphrase();
  await closedOffice(bare, { passphrase });
  const vault = await openVault(bare);
  expect(vault.needsPassphrase).toBe(true);
  expect(await told(vault.signIn(wang.staffNumber, wang.pin))).toBe('second-factor-needed');
  expect(await told(vault.signIn(wang.staffNumber, wang.pin, newPassphrase()))).toBe('second-factor-wrong');
  expect(await told(vault.signIn(wang.staffNumber, '246802', passphrase))).toEqual({
    code: 'wrong-credentials',
    attemptsLeft: 4,
  });
  expect(await vault.signIn(wang.staffNumber, wang.pin, passphrase.toUpperCase().replace(/ /g, '-'))).toBe(wang.staffId);
  await vault.close();
  expect(vault.needsPassphrase).toBe(false);
  expect(await vault.signIn(zhang.staffNumber, zhang.pin)).toBe(zhang.staffId);
  // The next start asks for it again.
  const next = await openVault(bare);
  expect([next.needsPassphrase, await told(next.signIn(zhang.staffNumber, zhang.pin))]).toEqual([true, 'second-factor-needed']);
});

test('on another machine the right PIN opens nothing, as its keyring holds no secret or another one', async () => {
  await closedOffice(options);
  const elsewhere = await openVault({ ...options, secrets: newKeyring() });
  expect(await told(elsewhere.signIn(wang.staffNumber, wang.pin))).toBe('keyring-unavailable');
  const bare = await openVault({ ...options, secrets: undefined });
  expect(await told(bare.signIn(wang.staffNumber, wang.pin))).toBe('second-factor-needed');
  const liar = { wrap: async () => new Uint8Array(40), unwrap: async () => new Uint8Array(32) };
  expect(await told((await openVault({ ...options, secrets: liar })).signIn(wang.staffNumber, wang.pin))).toBe(
    'keyring-unavailable',
  );
  expect(await told(createVault(vaultOptions(join(temp.dir, 'b'), { secrets: liar }), { mode: 'office', members: [wang] }))).toBe(
    'keyring-unavailable',
  );
});

test('a passphrase beside a keyring opens where the keyring was lost', async () => {
  const passphrase = newPassphrase();
  await closedOffice(options, { passphrase });
  const withRing = await openVault(options);
  expect(withRing.needsPassphrase).toBe(false);
  expect(await withRing.signIn(wang.staffNumber, wang.pin)).toBe(wang.staffId);
  const lost = await openVault({ ...options, secrets: newKeyring() });
  expect(await lost.signIn(wang.staffNumber, wang.pin, passphrase)).toBe(wang.staffId);
});

test('in 试用 the PIN alone opens, with a keyring there or not', async () => {
  await closedOffice(options, { mode: 'trial' });
  const vault = await openVault({ ...options, secrets: undefined });
  expect([vault.mode, vault.needsPassphrase]).toEqual(['trial', false]);
  expect(await told(vault.signIn(wang.staffNumber, zhang.pin))).toMatchObject({ code: 'wrong-credentials' });
  expect(await vault.signIn(wang.staffNumber, wang.pin)).toBe(wang.staffId);
});
