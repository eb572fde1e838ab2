import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Attempts } from './attempts.ts';
import type { DiskVaultOptions, NewMember } from './disk-vault.ts';
import { openFolder, placeFolder } from './durable-file.ts';
import { HeldKeys } from './held-keys.ts';
import { MarkFile } from './mark-file.ts';
import { boxDataKey, newMemberEntry } from './member.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { newSecondFactor, type Secret } from './second-factor.ts';
import { newPin, typedStaffNumber } from './typed-secrets.ts';
import { newDataKey, newestDataKey, type VaultContent, withMember } from './vault-content.ts';
import { encodeVaultFile, type VaultMode } from './vault-file.ts';
import { writeVaultFile } from './vault-folder.ts';

export interface NewVault {
  readonly mode: VaultMode;
  /** At least one. */
  readonly members: readonly NewMember[];
  /** Six random words or more (`newPassphrase`). Needed for an office without a keyring; beside a keyring it is a way in when that is lost. */
  readonly passphrase?: string;
}

/** Makes the vault's folder: beside its place first, so that a vault that is there at all is there with all its files. */
export async function writeNewVault(options: DiskVaultOptions, vault: NewVault): Promise<WrittenVault> {
  const written = await newContent(options, vault);
  const { secret, content } = written;
  const building = `${options.dir}.new`;
  await rm(building, { recursive: true, force: true });
  await openFolder(building);
  await writeVaultFile(building, encodeVaultFile(content.head, content.body, newestDataKey(content)));
  await new Attempts({ dir: building, clock: options.clock, secret }).begin();
  await MarkFile.begin(building, new HeldKeys(content.body).forMarks);
  await placeFolder(building, options.dir);
  return written;
}

export interface WrittenVault {
  readonly content: VaultContent;
  readonly secret: Secret;
  readonly recoveryKey: string;
}

async function newContent({ secrets, cost }: DiskVaultOptions, vault: NewVault): Promise<WrittenVault> {
  const { mode, passphrase } = vault;
  if (vault.members.length === 0) throw new RangeError('A vault without members would never open');
  const members = vault.members.map(({ staffId, staffNumber, pin }) => {
    const number = typedStaffNumber(staffNumber);
    return { staffId, staffNumber: number, pin: newPin(pin, { mode, staffNumber: number }) };
  });
  const vaultId = new Uint8Array(randomBytes(16));
  const { secret, ...factor } = await newSecondFactor({ mode, keyring: secrets, passphrase, cost, vaultId });
  const place = { vaultId, epoch: 1, dataKey: newDataKey() };
  const { printed, keys } = newRecoveryKey();
  const recovery = { publicKey: keys.publicKey, dataKey: boxDataKey(keys.publicKey, 'recovery', place) };
  let content: VaultContent = {
    head: { vaultId, mode, generation: 1, epoch: 1, ...factor, members: [], recovery },
    body: { dataKeys: [{ epoch: 1, key: place.dataKey }], members: [] },
  };
  const entries = members.map(({ staffNumber, pin }) => newMemberEntry({ secret, staffNumber, pin }, { ...place, cost }));
  for (const [i, entry] of (await Promise.all(entries)).entries()) content = withMember(content, entry, members[i] as NewMember);
  return { content, secret, recoveryKey: printed };
}
