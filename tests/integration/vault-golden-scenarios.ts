import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAttachments } from '../../electron/vault/attachments.ts';
import { openSealedFiles } from '../../electron/vault/sealed-file.ts';
import { subKeyNames } from '../../electron/vault/sub-keys.ts';
import { createVault, type NewMember, type NewVault, type Vault, type VaultOptions } from '../../electron/vault/vault.ts';
import { cheap, HandClock, li, newKeyring, told, wang, zhang } from './vault-kit.ts';

/** What a golden folder holds, and how to get at it. */
export interface Golden {
  readonly mode: 'office' | 'trial';
  readonly member: NewMember;
  readonly gone: NewMember | null;
  readonly keyringKey: string | null;
  readonly passphrase: string | null;
  readonly recoveryKey: string;
  /** By epoch and name, in hex. */
  readonly subKeys: Record<string, Record<string, string>>;
  readonly marks: { own: { seq: number; chain: string }; received: { seq: number; chain: string } };
  /** Wrong PINs that were counted for `member`. */
  readonly failures: number;
  readonly draft: { name: string; text: string };
  readonly attachment: { sha256: string; text: string };
}

interface Scenario {
  readonly vault: NewVault;
  readonly keyringKey?: Uint8Array;
  readonly options: Pick<VaultOptions, 'scrypt'>;
  /** A member left, and a next epoch began. */
  readonly rotated?: boolean;
}

const keyringKey = new Uint8Array(32).fill(0x42);
const passphrase = 'lingpan langkang huanghun ninhao jiangao gaofo';

export const goldenScenarios: Record<string, Scenario> = {
  trial: { vault: { mode: 'trial', members: [wang, zhang] }, options: { scrypt: cheap } },
  passphrase: { vault: { mode: 'office', members: [wang, zhang], passphrase }, options: { scrypt: cheap }, rotated: true },
  // At the full cost, as an office has it.
  keyring: { vault: { mode: 'office', members: [wang] }, keyringKey, options: {} },
};

export function goldenOptions(dir: string, golden: Pick<Golden, 'keyringKey'>): VaultOptions {
  const secrets = golden.keyringKey === null ? undefined : newKeyring(Buffer.from(golden.keyringKey, 'hex'));
  return { dir: join(dir, 'vault'), clock: new HandClock(), secrets, scrypt: cheap };
}

export function keysFor(vault: Vault, name: 'files' | 'attachments') {
  return { epoch: vault.epoch, epochs: vault.epochs, keyOf: (epoch: number) => vault.keyOf(name, epoch) };
}

const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes as Uint8Array).toString('hex');
const chain = (fill: number) => new Uint8Array(32).fill(fill);

/** Writes a golden folder and gives what it holds. Random: it is written once, and then read for ever. */
export async function writeGolden(dir: string, { vault: wanted, keyringKey: key, options, rotated }: Scenario): Promise<Golden> {
  const ringKey = key ? hex(key) : null;
  const { scrypt: _, ...bare } = goldenOptions(dir, { keyringKey: ringKey });
  const { vault, recoveryKey } = await createVault({ ...bare, ...options }, wanted);
  const draft = { name: 'drafts/1', text: '王敏 的 草稿' };
  const early = await openSealedFiles({ dir: join(dir, 'files'), ...keysFor(vault, 'files') });
  await early.write(draft.name, Buffer.from(draft.text));
  if (rotated) {
    await vault.removeMember(zhang.staffId);
    await vault.addMember(li);
    await vault.beginEpoch();
    await vault.changePin({ ...wang, newPin: '864209' });
  }
  const text = '身份证 扫描件';
  const attachments = await openAttachments({ dir: join(dir, 'attachments'), ...keysFor(vault, 'attachments') });
  const { sha256 } = await attachments.put(Buffer.from(text));
  vault.noteMark('own', { seq: 41, chain: chain(0x41) });
  vault.noteMark('received', { seq: 7, chain: chain(0x07) });
  const member = rotated ? { ...wang, pin: '864209' } : wang;
  for (const pin of ['000001', '000002']) await told(vault.checkPin(member.staffNumber, pin));
  const ofEpoch = (epoch: number) => Object.fromEntries(subKeyNames.map((name) => [name, hex(vault.keyOf(name, epoch))]));
  const subKeys = Object.fromEntries(vault.epochs.map((epoch) => [epoch, ofEpoch(epoch)]));
  await vault.close();
  return {
    mode: wanted.mode,
    member,
    gone: rotated ? zhang : null,
    keyringKey: ringKey,
    passphrase: wanted.passphrase ?? null,
    recoveryKey,
    subKeys,
    marks: { own: { seq: 41, chain: hex(chain(0x41)) }, received: { seq: 7, chain: hex(chain(0x07)) } },
    failures: 2,
    draft,
    attachment: { sha256, text },
  };
}

// `node tests/integration/vault-golden-scenarios.ts FOLDER` writes them all into a folder that isn't there yet.
const target = process.argv[2];
if (import.meta.main && target !== undefined) {
  mkdirSync(target);
  const expected: Record<string, Golden> = {};
  for (const [name, scenario] of Object.entries(goldenScenarios))
    expected[name] = await writeGolden(join(target, name), scenario);
  writeFileSync(join(target, 'expected.json'), `${JSON.stringify(expected, undefined, 2)}\n`);
}
