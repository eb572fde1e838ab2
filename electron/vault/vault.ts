import type { StaffId } from '../../shared/domain/ids.ts';
import type { Clock } from './clock.ts';
import type { SubKeyName } from './sub-keys.ts';
import type { ScryptCost } from './suite.ts';

/**
 * `office`: real data. What a PIN is stretched to opens only together with a second factor: a secret that the system's keyring holds or,
 * on a machine without one, an office passphrase.
 * `trial` (试用): sample people, sample staff, and PINs that the sign-in page shows. The second factor lies beside the file in plain
 * and the PIN alone opens it, so this keeps nothing secret from whoever has the disk. It is the same code and the same format, no more.
 */
export type VaultMode = 'office' | 'trial';

export interface VaultOptions {
  /** A folder of the vault's own. It holds `vault`, `vault-copy`, `attempts` and `marks`. */
  readonly dir: string;
  readonly clock: Clock;
  /** The system's keyring; undefined where there is none that deserves the name. */
  readonly secrets: Keyring | undefined;
  /** What stretching a PIN costs; N = 2^17, r = 8, p = 1 (128 MiB, under a second) where left out. Only tests say otherwise. */
  readonly scrypt?: ScryptCost;
}

export interface Keyring {
  wrap(secret: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

export interface NewMember {
  readonly staffId: StaffId;
  /** 工号: what is typed at sign-in. */
  readonly staffNumber: string;
  /** Six digits or more. */
  readonly pin: string;
}

export interface NewVault {
  readonly mode: VaultMode;
  /** At least one. */
  readonly members: readonly NewMember[];
  /** Six random words or more (`newPassphrase`). Needed for an office without a keyring; beside a keyring it is a way in when that is lost. */
  readonly passphrase?: string;
}

/** A log's head as it was noted outside the journal: its sequence, and the chain hash there. */
export interface Mark {
  readonly seq: number;
  readonly chain: Uint8Array;
}
export type MarkedLog = 'own' | 'received';

export interface Marks {
  readonly own: Mark | undefined;
  readonly received: Mark | undefined;
  /** The file with the marks was gone or damaged: a person is told, and marks kept elsewhere have to do. */
  readonly lost: boolean;
}

/** The keys of a counter, and who may have them. Everything asked of it takes turns. */
export interface Vault {
  readonly mode: VaultMode;
  readonly isOpen: boolean;
  /** Whether `signIn` needs the office passphrase now: there is no keyring, and none was typed since this program started. */
  readonly needsPassphrase: boolean;
  /** The vault's file was damaged or gone, and its copy stood in for it and was written back. */
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
  /** Deletes the wrap of somebody who leaves; `beginEpoch` belongs after it. `staff-unknown`, `last-staff`. */
  removeMember(staffId: StaffId): Promise<void>;
  /** Makes the next data key, wrapped for everybody who is a member now. What lies under older ones stays readable. */
  beginEpoch(): Promise<number>;

  /** How far the journal is known to have come. */
  marks(): Marks;
  /** Notes a head. Returns at once and never throws for the disk's sake: it is written within a second, or with the next one. */
  noteMark(log: MarkedLog, mark: Mark): void;
  /** Writes what was noted, now. Throws the refusal `disk-full`. */
  saveMarks(): Promise<void>;

  /**
   * Opens a closed vault by the office's recovery key and makes this the only member, under a new second factor; everybody else gets a PIN
   * anew. The recovery key stays good. Throws `recovery-key-mistyped` (the check part tells), `recovery-key-wrong` (another office's).
   */
  recover(recovery: { recoveryKey: string; member: NewMember; passphrase?: string }): Promise<StaffId>;

  /** Signs out: writes the marks and forgets the data keys. The second factor stays in memory, so that a PIN reopens this session. */
  close(): Promise<void>;
}

/** Whether a vault lies in that folder. */
export async function vaultExists(_dir: string): Promise<boolean> {
  throw new Error('not built yet');
}

/**
 * Enrolment: makes the data key of epoch 1 and wraps it for each first member, and once to a recovery key that is shown and printed now
 * and never again. The vault is open then. Throws `vault-exists`, `second-factor-needed`, `keyring-unavailable`, or the refusals
 * `field-refused` (a PIN or passphrase too short) and `disk-full`.
 */
export async function createVault(_options: VaultOptions, _vault: NewVault): Promise<{ vault: Vault; recoveryKey: string }> {
  throw new Error('not built yet');
}

/** Reads and checks the vault's file; the vault is closed. Throws a VaultError: `vault-missing`, `vault-damaged`, `vault-newer`. */
export async function openVault(_options: VaultOptions): Promise<Vault> {
  throw new Error('not built yet');
}
