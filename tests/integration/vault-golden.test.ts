import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openAttachments } from '../../electron/vault/attachments.ts';
import { openSealedFiles } from '../../electron/vault/sealed-file.ts';
import { openVault, type Vault } from '../../electron/vault/vault.ts';
import { sha256Hex } from '../../shared/domain/ids.ts';
import { attemptsKey, type OpenedVault, readSealed, readVault, sealedPlace } from './vault-format-reader.ts';
import { type Golden, goldenOptions, goldenScenarios, keysFor, writeGolden } from './vault-golden-scenarios.ts';
import { li, newKeyring, tempFolder, told } from './vault-kit.ts';

const root = join(import.meta.dirname, '../fixtures/vault/v1');
const expected = JSON.parse(readFileSync(join(root, 'expected.json'), 'utf8')) as Record<string, Golden>;
const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes as Uint8Array).toString('hex');

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

test('every golden scenario has its folder, and every folder its scenario', () => {
  expect(readdirSync(root).sort()).toEqual([...Object.keys(goldenScenarios), 'expected.json'].sort());
  expect(Object.keys(expected).sort()).toEqual(Object.keys(goldenScenarios).sort());
});

function subKeysOf(vault: Vault, names: string[]) {
  const keyOf = vault.keyOf as (name: string, epoch: number) => Uint8Array | undefined;
  const ofEpoch = (epoch: number) => Object.fromEntries(names.map((name) => [name, hex(keyOf.call(vault, name, epoch))]));
  return Object.fromEntries(vault.epochs.map((epoch) => [epoch, ofEpoch(epoch)]));
}

/** By the second reader: everything that the folder holds is what was meant. */
async function expectReads(dir: string, golden: Golden): Promise<void> {
  const fileOf = (...path: string[]) => readFileSync(join(dir, ...path));
  const vault = readVault(fileOf('vault', 'vault'));
  const ring = golden.keyringKey === null ? undefined : newKeyring(Buffer.from(golden.keyringKey, 'hex'));
  const wrapped = vault.head.factors.find(({ kind }) => kind === 'keyring')?.sealed;
  const secret = ring && wrapped !== undefined ? await ring.unwrap(Buffer.from(wrapped, 'base64url')) : undefined;
  const opened = vault.byPin({
    ...golden.member,
    ...(golden.passphrase !== null && { passphrase: golden.passphrase }),
    ...(secret && { unwrap: () => secret }),
  });
  expect([vault.head.mode, opened.body]).toEqual([golden.mode, vault.byRecoveryKey(golden.recoveryKey).body]);
  expect(opened.body.members.map(({ staffId }) => staffId)).toContain(golden.member.staffId);
  for (const [epoch, keys] of Object.entries(golden.subKeys))
    for (const [name, key] of Object.entries(keys)) expect(hex(opened.subKey(name, Number(epoch)))).toBe(key);
  expectSealed(fileOf, { golden, opened, newest: vault.head.epoch });
  const attempts = { bytes: fileOf('vault', 'attempts'), name: 'attempts', key: attemptsKey(opened.secret as Buffer) };
  const { byTag } = JSON.parse(readSealed('TCST', attempts).toString());
  const tag = opened.body.members.find(({ staffId }) => staffId === golden.member.staffId)?.tag as string;
  expect(byTag).toEqual({ [Buffer.from(tag, 'base64url').toString('hex')]: { failures: golden.failures } });
}

function expectSealed(
  fileOf: (...path: string[]) => Buffer,
  { golden, opened, newest }: { golden: Golden; opened: OpenedVault; newest: number },
): void {
  const marks = { bytes: fileOf('vault', 'marks'), name: 'marks', key: opened.subKey('marks', newest) };
  expect(JSON.parse(readSealed('TCSM', marks).toString())).toMatchObject(golden.marks);
  // The draft was written in epoch 1, the attachment in the newest.
  const draft = sealedPlace('files', opened.subKey('files', 1), golden.draft.name);
  const packed = readSealed('TCSF', { bytes: fileOf('files', draft.name), ...draft });
  const length = packed.readUInt16BE(0);
  expect([packed.toString('utf8', 2, 2 + length), packed.toString('utf8', 2 + length)]).toEqual(Object.values(golden.draft));
  const hash = Buffer.from(golden.attachment.sha256, 'hex');
  const scan = sealedPlace('attachments', opened.subKey('attachments', newest), hash);
  expect(readSealed('TCSA', { bytes: fileOf('attachments', scan.name), ...scan }).toString()).toBe(golden.attachment.text);
}

describe.each(Object.entries(expected))('the golden vault "%s" of format 1', (name, golden) => {
  const { staffId, staffNumber, pin } = golden.member;

  test('opens for its member with the keys, marks, drafts and attachments that it had', async () => {
    cpSync(join(root, name), temp.dir, { recursive: true });
    const vault = await openVault(goldenOptions(temp.dir, golden));
    const wrong = await told(vault.signIn(staffNumber, '000003', golden.passphrase ?? undefined));
    expect(wrong).toEqual({ code: 'wrong-credentials', attemptsLeft: 4 - golden.failures });
    expect(await vault.signIn(staffNumber, pin, golden.passphrase ?? undefined)).toBe(staffId);
    expect([vault.mode, vault.wasMended]).toEqual([golden.mode, false]);
    expect(subKeysOf(vault, Object.keys(golden.subKeys['1'] as object))).toEqual(golden.subKeys);
    const { own, received, lost } = vault.marks();
    expect({ own: { ...own, chain: hex(own?.chain) }, received: { ...received, chain: hex(received?.chain) } }).toEqual(
      golden.marks,
    );
    expect(lost).toBe(false);
    const files = await openSealedFiles({ dir: join(temp.dir, 'files'), ...keysFor(vault, 'files') });
    expect(Buffer.from((await files.read(golden.draft.name)) as Uint8Array).toString()).toBe(golden.draft.text);
    const attachments = await openAttachments({ dir: join(temp.dir, 'attachments'), ...keysFor(vault, 'attachments') });
    const scan = await attachments.get(sha256Hex.parse(golden.attachment.sha256));
    expect(Buffer.from(scan).toString()).toBe(golden.attachment.text);
    const { gone } = golden;
    if (gone) expect(await told(vault.checkPin(gone.staffNumber, gone.pin))).toMatchObject({ code: 'wrong-credentials' });
    await vault.close();
  });

  test('opens by its recovery key', async () => {
    cpSync(join(root, name), temp.dir, { recursive: true });
    const vault = await openVault(goldenOptions(temp.dir, golden));
    const passphrase = golden.passphrase ?? undefined;
    await vault.recover({ recoveryKey: golden.recoveryKey, member: li, ...(passphrase !== undefined && { passphrase }) });
    expect(subKeysOf(vault, Object.keys(golden.subKeys['1'] as object))).toEqual(golden.subKeys);
  });

  test('reads as the document says, without a line of the program', () => expectReads(join(root, name), golden));

  test('is like what the program writes today', async () => {
    const scenario = goldenScenarios[name];
    if (!scenario) throw new Error('no such scenario');
    await expectReads(temp.dir, await writeGolden(temp.dir, scenario));
  });
});
