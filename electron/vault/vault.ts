import { readdir } from 'node:fs/promises';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { Clock } from './clock.ts';
import { type NewVault, writeNewVault } from './create-vault.ts';
import { DiskVault, type NewMember, type Recovery } from './disk-vault.ts';
import { openFolder } from './durable-file.ts';
import type { Mark, MarkedLog, Marks } from './mark-file.ts';
import type { Keyring } from './second-factor.ts';
import type { SubKeyName } from './sub-keys.ts';
import type { ScryptCost } from './suite.ts';
import { VaultError } from './vault-error.ts';
import type { VaultMode } from './vault-file.ts';
import { readVaultFile } from './vault-folder.ts';

export type { NewVault } from './create-vault.ts';
export type { NewMember, Recovery } from './disk-vault.ts';
export type { Mark, MarkedLog, Marks } from './mark-file.ts';
export type { Keyring } from './second-factor.ts';
export type { VaultMode } from './vault-file.ts';

export interface VaultOptions {
  /** A folder of the vault's own; `createVault` makes it. It holds `vault`, `vault-copy`, `attempts` and `marks`. */
  readonly dir: string;
  readonly clock: Clock;
  /** The system's keyring; undefined where there is none that deserves the name. */
  readonly secrets: Keyring | undefined;
  /** What stretching a PIN costs; 128 MiB and a third of a second where left out. Only tests say otherwise. */
  readonly scrypt?: ScryptCost;
}

/** N = 2^17, r = 8. */
const fullCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** The keys of a counter, and who may have them. Everything asked of it takes turns. */
export interface Vault {
  readonly mode: VaultMode;
  readonly isOpen: boolean;
  /** Whether `signIn` needs the office passphrase now: there is no keyring, and none was typed since this program started. */
  readonly needsPassphrase: boolean;
  /** The vault's file or its copy was damaged or gone, and was written anew from the other one. */
  readonly wasMended: boolean;

  /**
   * Opens the vault: the first sign-in after a start, or after a sign-out. Throws the refusals `wrong-credentials` (with the attempts
   * left, and the wait where there are none), `too-many-attempts`, `disk-full` (an attempt that can't be counted isn't made), or a
   * VaultError: `vault-open`, `second-factor-needed`, `second-factor-wrong`, `keyring-unavailable`, `vault-damaged`, `vault-behind` (an
   * older file was brought back). Wrong number and wrong PIN look the same, in time as well.
   */
  signIn(staffNumber: string, pin: string, passphrase?: string): Promise<StaffId>;
  /** Checks a member's PIN while the vault is open: unlocking, a second person's sign-off. Same limit and refusals as `signIn`; `vault-closed`. */
  checkPin(staffNumber: string, pin: string): Promise<StaffId>;

  /** The newest key epoch: what is sealed now is sealed under it. Throws `vault-closed`, as everything below does. */
  readonly epoch: number;
  /** Every key epoch that something may still lie under, newest first. */
  readonly epochs: readonly number[];
  /** A copy of the 32-byte sub-key of that epoch; undefined where the vault has no such epoch. */
  keyOf(name: SubKeyName, epoch: number): Uint8Array | undefined;

  /** Who has a wrap of the data key. */
  members(): StaffId[];
  /** A first sign-in on this counter; whoever calls has seen to it that a supervisor stands beside. `staff-exists`; refusal `field-refused`. */
  addMember(member: NewMember): Promise<void>;
  /** Refusals as `signIn`, and `field-refused` for a new PIN that is too short. */
  changePin(change: { staffNumber: string; pin: string; newPin: string }): Promise<void>;
  /** A new PIN on the spot beside a supervisor; ends the member's waiting. `staff-unknown`. */
  resetPin(staffId: StaffId, newPin: string): Promise<void>;
  /** Deletes the wrap of somebody who leaves, and makes the next data key in the same writing. `staff-unknown`, `last-staff`. */
  removeMember(staffId: StaffId): Promise<void>;
  /** Makes the next data key, wrapped for everybody who is a member now. What lies under older ones stays readable. */
  beginEpoch(): Promise<number>;
  /**
   * Forgets every data key that is older than this one, for good; whoever calls has seen to it that nothing lies under them. One that came
   * meanwhile changes nothing of that.
   */
  dropOlderEpochs(than: number): Promise<void>;

  /** Makes another recovery key, to be shown and printed once: the sheet was lost, or was never printed. The old one opens nothing more. */
  newRecoveryKey(): Promise<string>;

  /** How far the journal is known to have come. */
  marks(): Marks;
  /** Notes a head: a sequence with the chain hash of that same one. Returns at once; it is on the disk within a second, or tried again. */
  noteMark(log: MarkedLog, mark: Mark): void;
  /** Writes what was noted, now. Throws the refusal `disk-full`. */
  saveMarks(): Promise<void>;

  /**
   * Opens a closed vault by the office's recovery key and makes this the only member, under a new second factor; everybody else gets a PIN
   * anew. The recovery key stays good. Throws `recovery-key-mistyped` (the check part tells), `recovery-key-wrong` (another office's).
   * Given as a function, the member is asked for while the keys are there and nothing is changed yet; where it throws, nothing is.
   */
  recover(recovery: Recovery): Promise<StaffId>;
  /** Whether this is the vault's recovery key; throws as `recover` does where it isn't. Opens nothing. */
  checkRecoveryKey(recoveryKey: string): void;

  /** Signs out: writes the marks and forgets the data keys. The second factor stays in memory, so that a PIN reopens this session. */
  close(): Promise<void>;
}

/** Whether a vault lies in that folder, or what is left of one: then `openVault` says what is wrong, and no new one is made over it. */
export async function vaultExists(dir: string): Promise<boolean> {
  try {
    return (await readdir(dir)).length > 0;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Enrolment: makes the data key of epoch 1 and wraps it for each first member, and once to a recovery key that is shown and printed now
 * and never again. The vault is open then. Throws `vault-exists`, `second-factor-needed`, `keyring-unavailable`, or the refusals
 * `field-refused` (a PIN or passphrase too short) and `disk-full`.
 */
export async function createVault(options: VaultOptions, vault: NewVault): Promise<{ vault: Vault; recoveryKey: string }> {
  if (await vaultExists(options.dir)) throw new VaultError('vault-exists', 'There is a vault here already');
  const all = { ...options, cost: options.scrypt ?? fullCost };
  const { recoveryKey, content, secret } = await writeNewVault(all, vault);
  const opened = new DiskVault(all, await readVaultFile(options.dir));
  await opened.openNew(content.body, secret);
  return { vault: opened, recoveryKey };
}

/** Reads and checks the vault's file; the vault is closed. Throws a VaultError: `vault-missing`, `vault-damaged`, `vault-newer`. */
export async function openVault(options: VaultOptions): Promise<Vault> {
  if (!(await vaultExists(options.dir))) throw new VaultError('vault-missing', 'There is no vault here', { file: 'vault' });
  await openFolder(options.dir);
  return new DiskVault({ ...options, cost: options.scrypt ?? fullCost }, await readVaultFile(options.dir));
}
