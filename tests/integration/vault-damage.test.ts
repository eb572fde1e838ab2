import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVault, openVault, type VaultOptions, vaultExists } from '../../electron/vault/vault.ts';
import {
  closedOffice,
  folderBytes,
  killAfter,
  lastSaid,
  li,
  newKeyring,
  tempFolder,
  told,
  vaultOptions,
  wang,
  zhang,
} from './vault-kit.ts';

let temp: ReturnType<typeof tempFolder>;
let options: VaultOptions;
beforeEach(() => {
  temp = tempFolder();
  options = vaultOptions(temp.dir, { secrets: newKeyring() });
});
afterEach(() => temp.remove());

const at = (name: string) => join(options.dir, name);
const flipped = (bytes: Uint8Array, i: number, mask = 1) => bytes.map((byte, each) => (each === i ? byte ^ mask : byte));
const write = (bytes: Uint8Array, ...names: string[]) => {
  for (const name of names) writeFileSync(at(name), bytes);
};
/** Each byte takes its turn where there is time: `VAULT_EVERY_BYTE=1`. */
const step = process.env['VAULT_EVERY_BYTE'] ? 1 : 3;
const signIn = async (member = wang) => (await openVault(options)).signIn(member.staffNumber, member.pin);

/** As somebody would who knows the format: the checksum fits again. */
function resealed(bytes: Uint8Array): Uint8Array {
  const body = bytes.subarray(0, -32);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

test('one byte changed anywhere in the vault’s file is mended from its copy, and the other way round', async () => {
  await closedOffice(options);
  const whole = readFileSync(at('vault'));
  for (let i = 0; i < whole.length; i += 31) {
    write(flipped(whole, i), i % 2 ? 'vault' : 'vault-copy');
    const vault = await openVault(options);
    expect(vault.wasMended).toBe(true);
    expect([readFileSync(at('vault')), readFileSync(at('vault-copy'))]).toEqual([whole, whole]);
  }
  expect(await signIn()).toBe(wang.staffId);
  expect((await openVault(options)).wasMended).toBe(false);
}, 60_000);

test('a byte changed in both is told before anybody signs in, whichever byte it is', async () => {
  await closedOffice(options, { members: [wang] });
  const whole = readFileSync(at('vault'));
  for (let i = 0; i < whole.length; i++) {
    write(flipped(whole, i, 1 << (i % 8)), 'vault', 'vault-copy');
    expect(await told(openVault(options))).toBe('vault-damaged');
  }
});

test('a file cut anywhere, emptied, or grown is told', async () => {
  await closedOffice(options);
  const [whole, attempts] = [readFileSync(at('vault')), readFileSync(at('attempts'))];
  for (let length = 0; length < whole.length; length += 29) {
    write(whole.subarray(0, length), 'vault', 'vault-copy');
    expect(await told(openVault(options))).toBe('vault-damaged');
    write(resealed(whole.subarray(0, length)), 'vault', 'vault-copy');
    write(attempts, 'attempts');
    expect(await told(signIn())).toBe('vault-damaged');
  }
  write(Buffer.concat([whole, Buffer.alloc(1)]), 'vault', 'vault-copy');
  expect(await told(openVault(options))).toBe('vault-damaged');
});

test('whoever changes a byte and makes the checksum anew gets nothing opened, and a word of it', async () => {
  await closedOffice(options, { members: [wang] });
  const whole = readFileSync(at('vault'));
  const attempts = readFileSync(at('attempts'));
  const seen = new Set<string>();
  for (let i = 0; i < whole.length - 32; i += step) {
    write(resealed(flipped(whole, i, 1 << (i % 7))), 'vault', 'vault-copy');
    write(attempts, 'attempts');
    const answer = await told(signIn());
    seen.add(typeof answer === 'string' ? answer : (answer as { code: string }).code);
  }
  const known = ['vault-damaged', 'vault-newer', 'wrong-credentials', 'keyring-unavailable', 'second-factor-needed'];
  expect(known).toEqual(expect.arrayContaining([...seen]));
  expect(seen).toContain('vault-damaged');
}, 60_000);

test('a member’s entry that is put back, taken out or taken over by another is noticed', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  const withWang = readFileSync(at('vault'));
  await vault.removeMember(wang.staffId);
  await vault.close();
  const without = readFileSync(at('vault'));
  const [old, now] = [headOf(withWang), headOf(without)];
  const changes = [
    { ...now, members: [...now.members, old.members[0]] },
    { ...now, members: [] },
    { ...now, members: [{ ...now.members[0], publicKey: old.members[0]?.publicKey }] },
    { ...now, members: now.members.map((each) => ({ ...each, cost: { N: 32, r: 1, p: 1 } })) },
    { ...now, recovery: { ...now.recovery, publicKey: old.members[0]?.publicKey } },
    { ...now, generation: now.generation + 1 },
    { ...now, mode: 'trial' },
    { ...now, more: 'than was written' },
  ];
  const attempts = readFileSync(at('attempts'));
  for (const head of changes) {
    for (const member of [zhang, wang]) {
      write(withHead(without, head), 'vault', 'vault-copy');
      write(attempts, 'attempts');
      const answer = await told(signIn(member));
      expect(['vault-damaged', 'wrong-credentials']).toContain((answer as { code?: string }).code ?? answer);
    }
  }
  write(without, 'vault', 'vault-copy');
  expect(await signIn(zhang)).toBe(zhang.staffId);
});

test('a cost that would take the machine’s memory is no vault’s', async () => {
  await closedOffice(options, { members: [wang] });
  const whole = readFileSync(at('vault'));
  const head = headOf(whole);
  for (const cost of [
    { N: 2 ** 30, r: 8, p: 1 },
    { N: 2 ** 17, r: 1000, p: 1 },
    { N: 2 ** 17, r: 8, p: 1e9 },
    { N: 1000, r: 8, p: 1 },
  ]) {
    write(withHead(whole, { ...head, members: head.members.map((each) => ({ ...each, cost })) }), 'vault', 'vault-copy');
    expect(await told(openVault(options))).toBe('vault-damaged');
  }
});

test('a vault of a later program is not opened, and not called damaged; neither is it mended from an older copy', async () => {
  await closedOffice(options);
  const whole = readFileSync(at('vault'));
  for (const place of [4, 5]) {
    const newer = resealed(whole.map((byte, i) => (i === place ? 2 : byte)));
    write(newer, 'vault');
    expect(await told(openVault(options))).toBe('vault-newer');
    expect(Buffer.from(newer).equals(readFileSync(at('vault')))).toBe(true);
    write(flipped(newer, 100), 'vault');
    write(newer, 'vault-copy');
    expect(await told(openVault(options))).toBe('vault-newer');
    write(whole, 'vault', 'vault-copy');
  }
});

test('an older vault file that was brought back is noticed, and the recovery key is the way out', async () => {
  const { vault, recoveryKey } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  const old = readFileSync(at('vault'));
  await vault.removeMember(wang.staffId);
  await vault.close();
  write(old, 'vault', 'vault-copy');
  expect(await told(signIn(wang))).toBe('vault-behind');
  expect(await told(signIn(zhang))).toBe('vault-behind');
  const again = await openVault(options);
  expect(await again.recover({ recoveryKey, member: li })).toBe(li.staffId);
  await again.close();
  expect(await signIn(li)).toBe(li.staffId);
});

test('a change that was cut short between the two files was not made', async () => {
  const { vault } = await createVault(options, { mode: 'office', members: [wang, zhang] });
  cpSync(options.dir, join(temp.dir, 'before'), { recursive: true });
  await vault.resetPin(wang.staffId, '864209');
  const copy = readFileSync(at('vault-copy'));
  await vault.close();
  cpSync(join(temp.dir, 'before'), options.dir, { recursive: true });
  write(copy, 'vault-copy');
  const again = await openVault(options);
  expect(again.wasMended).toBe(false);
  expect(await again.signIn(wang.staffNumber, wang.pin)).toBe(wang.staffId);
  await again.addMember(li);
  expect(readFileSync(at('vault'))).toEqual(readFileSync(at('vault-copy')));
});

test('without the vault’s file its copy does; without both the vault is missing, and no new one is made in its place', async () => {
  await closedOffice(options);
  rmSync(at('vault'));
  expect((await openVault(options)).wasMended).toBe(true);
  expect(await signIn()).toBe(wang.staffId);
  rmSync(at('vault'));
  rmSync(at('vault-copy'));
  expect(await vaultExists(options.dir)).toBe(true);
  expect(await told(openVault(options))).toBe('vault-missing');
  expect(await told(createVault(options, { mode: 'office', members: [wang] }))).toBe('vault-exists');
});

test('nothing that tells who works here lies in the folder, nor a PIN, nor the passphrase', async () => {
  const bare = vaultOptions(temp.dir);
  const passphrase = 'tianhe lianhua mantou luotuo chunjie huoche';
  const { vault, recoveryKey } = await createVault(bare, { mode: 'office', members: [wang, zhang], passphrase });
  await vault.addMember(li);
  await vault.changePin({ ...li, newPin: '864209' });
  await told(vault.checkPin('GUEST77', '555501'));
  await vault.close();
  const said = [wang, zhang, li].flatMap(({ staffId, staffNumber, pin }) => [
    staffId,
    staffId.replaceAll('-', ''),
    staffNumber,
    pin,
  ]);
  const secrets = [...said, '864209', 'GUEST77', '555501', passphrase, 'tianhe', recoveryKey, recoveryKey.replaceAll('-', '')];
  for (const [path, bytes] of folderBytes(temp.dir)) {
    for (const secret of secrets) {
      const forms = [
        Buffer.from(secret),
        Buffer.from(secret, 'utf16le'),
        Buffer.from(Buffer.from(secret).toString('base64url').slice(0, -1)),
      ];
      for (const form of [...forms, Buffer.from(Buffer.from(secret).toString('hex'))])
        expect(bytes.includes(form), `${secret} in ${path}`).toBe(false);
    }
  }
  expect(readdirSync(bare.dir).sort()).toEqual(['attempts', 'marks', 'vault', 'vault-copy']);
});

test('killed while vaults are made, the folder has none or a whole one', async () => {
  let hitAmid = 0;
  for (let kill = 0; kill < 12; kill++) {
    const dir = join(temp.dir, `office-${kill}`);
    await killAfter({ file: 'vault-change-child.ts', args: [dir, 'create'], ms: kill * 2 });
    const trial = vaultOptions(dir);
    const exists = await vaultExists(trial.dir);
    if (existsSync(`${trial.dir}.new`)) hitAmid += 1;
    if (!exists) await closedOffice(trial, { mode: 'trial' });
    const vault = await openVault(trial);
    expect([vault.wasMended, await vault.signIn(wang.staffNumber, wang.pin), vault.marks().lost]).toEqual([
      false,
      wang.staffId,
      false,
    ]);
    expect(existsSync(`${trial.dir}.new`)).toBe(false);
  }
  // Otherwise the kills struck where nothing was under way, and this would prove little.
  expect(hitAmid).toBeGreaterThan(0);
}, 60_000);

test('killed while PINs are reset, the vault opens by the last one that was acknowledged, or by the one under way', async () => {
  const trial = vaultOptions(temp.dir);
  await closedOffice(trial, { mode: 'trial', members: [zhang, { ...wang, pin: '100000' }] });
  let last = 100_000;
  for (let kill = 0; kill < 12; kill++) {
    const args = [temp.dir, String(last - 100_000 + 1)];
    const said = await killAfter({ file: 'vault-change-child.ts', args, ms: 10 + Math.random() * 40 });
    last = Math.max(last, lastSaid(said));
    const vault = await openVault(trial);
    const pins = [String(last), String(last + 1)];
    const opened = await Promise.all(pins.map((pin) => told(vault.signIn(wang.staffNumber, pin).then(() => vault.close()))));
    expect(opened).toContain('done');
    expect(vault.wasMended).toBe(false);
    if (opened[1] === 'done') last += 1;
  }
}, 60_000);

interface Head {
  readonly members: readonly { publicKey: string }[];
  readonly recovery: object;
  readonly generation: number;
}

function headOf(file: Buffer): Head {
  return JSON.parse(file.toString('utf8', 10, 10 + file.readUInt32BE(6)));
}

function withHead(file: Buffer, head: object): Uint8Array {
  const json = Buffer.from(JSON.stringify(head));
  const prefix = Buffer.from(file.subarray(0, 10));
  prefix.writeUInt32BE(json.length, 6);
  return resealed(Buffer.concat([prefix, json, file.subarray(10 + file.readUInt32BE(6))]));
}
