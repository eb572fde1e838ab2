import type { StaffId } from '../../shared/domain/ids.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { Attempts } from './attempts.ts';
import type { Clock } from './clock.ts';
import { HeldKeys } from './held-keys.ts';
import { type Mark, type MarkedLog, MarkFile, type Marks } from './mark-file.ts';
import { newMemberEntry, type OpenMember, openDataKey, openMember, tagOf } from './member.ts';
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { findSecret, type Keyring, needsPassphrase, newSecondFactor, type Secret } from './second-factor.ts';
import type { SubKeyName } from './sub-keys.ts';
import type { BoxKeys, ScryptCost } from './suite.ts';
import { Turns } from './turns.ts';
import { newPin, typedPin, typedStaffNumber } from './typed-secrets.ts';
import {
  getMember,
  isSame,
  type MemberName,
  needStranger,
  newestDataKey,
  type VaultContent,
  withMember,
  withNewEntry,
  withNextEpoch,
  withoutMember,
  withoutOlderEpochs,
  withRecoveryKey,
} from './vault-content.ts';
import { VaultError } from './vault-error.ts';
import {
  encodeVaultFile,
  type LockedFile,
  type MemberEntry,
  openVaultBody,
  type VaultBody,
  type VaultMode,
} from './vault-file.ts';
import { writeVaultFile } from './vault-folder.ts';

export interface DiskVaultOptions {
  readonly dir: string;
  readonly clock: Clock;
  readonly secrets: Keyring | undefined;
  readonly cost: ScryptCost;
}

export interface NewMember extends MemberName {
  /** Six digits or more. */
  readonly pin: string;
}

export interface Recovery {
  readonly recoveryKey: string;
  readonly member: NewMember | (() => Promise<NewMember>);
  readonly passphrase?: string;
}

interface OpenVault {
  body: VaultBody;
  readonly secret: Secret;
  readonly keys: HeldKeys;
  readonly marks: MarkFile;
}

/** The vault in its folder. What each method promises is said at `Vault` in vault.ts. */
export class DiskVault {
  readonly wasMended: boolean;
  readonly #options: DiskVaultOptions;
  readonly #turns = new Turns();
  #file: LockedFile;
  #open: OpenVault | undefined;
  /** Outlives a sign-out, so that a PIN reopens a running session. */
  #secret: Secret | undefined;

  constructor(options: DiskVaultOptions, { head, bytes, wasMended }: LockedFile & { wasMended: boolean }) {
    this.#options = options;
    this.#file = { head, bytes };
    this.wasMended = wasMended;
  }

  get mode(): VaultMode {
    return this.#file.head.mode;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  get needsPassphrase(): boolean {
    return !this.#secret && needsPassphrase(this.#file.head, this.#options.secrets);
  }

  get epoch(): number {
    return this.#needOpen().keys.epoch;
  }

  get epochs(): readonly number[] {
    return this.#needOpen().keys.epochs;
  }

  keyOf(name: SubKeyName, epoch: number): Uint8Array | undefined {
    return this.#needOpen().keys.subKey(name, epoch);
  }

  members(): StaffId[] {
    return this.#needOpen().body.members.map(({ staffId }) => staffId);
  }

  marks(): Marks {
    return this.#needOpen().marks.marks;
  }

  noteMark(log: MarkedLog, mark: Mark): void {
    this.#needOpen().marks.note(log, mark);
  }

  async saveMarks(): Promise<void> {
    await this.#needOpen().marks.save();
  }

  /** For whoever has just made it. */
  openNew(body: VaultBody, secret: Secret): Promise<void> {
    return this.#inTurn(async () => {
      this.#needClosed();
      this.#open = await this.#hold(body, secret);
      this.#secret = secret;
    });
  }

  signIn(staffNumber: string, pin: string, passphrase?: string): Promise<StaffId> {
    return this.#inTurn(async () => {
      this.#needClosed();
      const secret = this.#secret ?? (await findSecret(this.#file.head, { keyring: this.#options.secrets, passphrase }));
      this.#secret = secret;
      const { entry, keys } = await this.#check(secret, staffNumber, pin);
      const { vaultId, epoch } = this.#file.head;
      const body = this.#openBody(openDataKey(keys, entry.dataKey, { vaultId, epoch, holder: entry.tag }));
      keys.privateKey.fill(0);
      const open = await this.#hold(body, secret);
      if (open.marks.isNewer || open.marks.generation > this.#file.head.generation) {
        open.keys.forget();
        throw new VaultError('vault-behind', 'An older vault file was brought back', { file: 'vault' });
      }
      open.marks.noteGeneration(this.#file.head.generation);
      this.#open = open;
      return this.#staffIdOf(entry);
    });
  }

  checkPin(staffNumber: string, pin: string): Promise<StaffId> {
    return this.#inTurn(async () => {
      return this.#staffIdOf(await this.#confirm(staffNumber, pin));
    });
  }

  addMember({ staffId, staffNumber, pin }: NewMember): Promise<void> {
    return this.#inTurn(async () => {
      const member = { staffId, staffNumber: typedStaffNumber(staffNumber) };
      needStranger(this.#content(), member);
      const entry = await this.#newEntry(member.staffNumber, pin);
      await this.#save(withMember(this.#content(), entry, member));
      // Who had the number before, or mistyped it, leaves nothing behind.
      await this.#attempts(this.#needOpen().secret).clear(entry.tag);
    });
  }

  changePin({ staffNumber, pin, newPin: next }: { staffNumber: string; pin: string; newPin: string }): Promise<void> {
    return this.#inTurn(async () => {
      const number = typedStaffNumber(staffNumber);
      newPin(next, { mode: this.mode, staffNumber: number });
      await this.#confirm(staffNumber, pin);
      await this.#save(withNewEntry(this.#content(), await this.#newEntry(number, next)));
    });
  }

  resetPin(staffId: StaffId, pin: string): Promise<void> {
    return this.#inTurn(async () => {
      const { staffNumber, tag } = getMember(this.#content(), staffId);
      await this.#save(withNewEntry(this.#content(), await this.#newEntry(staffNumber, pin)));
      await this.#attempts(this.#needOpen().secret).clear(tag);
    });
  }

  removeMember(staffId: StaffId): Promise<void> {
    // In one writing: killed between the two, the vault would go on under a key that somebody who left could have copied.
    return this.#inTurn(async () => this.#save(withNextEpoch(withoutMember(this.#content(), staffId))));
  }

  beginEpoch(): Promise<number> {
    return this.#inTurn(async () => {
      await this.#save(withNextEpoch(this.#content()));
      return this.epoch;
    });
  }

  dropOlderEpochs(than: number): Promise<void> {
    return this.#inTurn(async () => {
      const open = this.#needOpen();
      await open.marks.rewrite();
      await this.#save(withoutOlderEpochs(this.#content(), than));
    });
  }

  newRecoveryKey(): Promise<string> {
    return this.#inTurn(async () => {
      const { printed, keys } = newRecoveryKey();
      await this.#save(withRecoveryKey(this.#content(), keys.publicKey));
      return printed;
    });
  }

  recover({ recoveryKey, member, passphrase }: Recovery): Promise<StaffId> {
    return this.#inTurn(async () => {
      this.#needClosed();
      const { vaultId, epoch, mode, recovery } = this.#file.head;
      const keys = this.#recoveryKeys(recoveryKey);
      const body = this.#openBody(openDataKey(keys, recovery.dataKey, { vaultId, epoch, holder: 'recovery' }));
      if (typeof member === 'object') newPin(member.pin, { mode, staffNumber: typedStaffNumber(member.staffNumber) });
      const { secrets: keyring, cost } = this.#options;
      const { secret, ...factor } = await newSecondFactor({ mode, keyring, passphrase, cost, vaultId });
      const alone = { head: { ...this.#file.head, ...factor, members: [] }, body: { ...body, members: [] } };
      return this.#admitAlone(alone, secret, member);
    });
  }

  checkRecoveryKey(recoveryKey: string): void {
    this.#recoveryKeys(recoveryKey);
  }

  #recoveryKeys(recoveryKey: string): BoxKeys {
    const keys = readRecoveryKey(recoveryKey);
    if (!isSame(keys.publicKey, this.#file.head.recovery.publicKey))
      throw new VaultError('recovery-key-wrong', 'The recovery key of another office, or one that was replaced');
    return keys;
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      const open = this.#open;
      if (!open) return;
      try {
        await open.marks.close();
      } catch (error) {
        // On a full disk too, somebody may sign out: marks are a lower bound.
        if (!(error instanceof Refusal)) throw error;
      } finally {
        this.#open = undefined;
        open.keys.forget();
      }
    });
  }

  /** Old wraps went with the old second factor; what was sealed under it (the attempts) begins anew. */
  async #admitAlone(alone: VaultContent, secret: Secret, chosen: Recovery['member']): Promise<StaffId> {
    const before = this.#secret;
    const open = await this.#hold(alone.body, secret);
    this.#open = open;
    this.#secret = secret;
    try {
      const { pin, ...named } = typeof chosen === 'function' ? await chosen() : chosen;
      const member = { ...named, staffNumber: typedStaffNumber(named.staffNumber) };
      newPin(pin, { mode: this.mode, staffNumber: member.staffNumber });
      await this.#attempts(secret).begin();
      await this.#save(withMember(alone, await this.#newEntry(member.staffNumber, pin), member));
      return member.staffId;
    } catch (error) {
      this.#open = undefined;
      this.#secret = before;
      open.keys.forget();
      throw error;
    }
  }

  /** The member with that number and that PIN; the attempt was counted before anything was tried. */
  async #check(secret: Secret, typedNumber: string, pin: string): Promise<OpenMember> {
    const { head } = this.#file;
    const staffNumber = typedStaffNumber(typedNumber);
    const tag = tagOf(secret, staffNumber);
    const attempts = this.#attempts(secret);
    const members = head.members.map((each) => each.tag);
    const answer = await attempts.count(tag, members);
    const member = await openMember({ head, secret, staffNumber, pin: typedPin(pin) });
    if (!member) refuse('wrong-credentials', answer);
    await attempts.clear(tag);
    return member;
  }

  async #confirm(staffNumber: string, pin: string): Promise<MemberEntry> {
    const { entry, keys } = await this.#check(this.#needOpen().secret, staffNumber, pin);
    keys.privateKey.fill(0);
    return entry;
  }

  #attempts(secret: Secret): Attempts {
    const { dir, clock } = this.#options;
    return new Attempts({ dir, clock, secret });
  }

  async #newEntry(staffNumber: string, typed: string): Promise<MemberEntry> {
    const { secret } = this.#needOpen();
    const pin = newPin(typed, { mode: this.mode, staffNumber });
    const content = this.#content();
    const { vaultId, epoch } = content.head;
    const place = { vaultId, epoch, dataKey: newestDataKey(content), cost: this.#options.cost };
    return newMemberEntry({ secret, staffNumber, pin }, place);
  }

  #openBody(dataKey: Uint8Array | undefined): VaultBody {
    const body = dataKey && openVaultBody(this.#file, dataKey);
    dataKey?.fill(0);
    // Its checksum held, so this is no mishap: somebody changed the file and made the checksum anew.
    if (!body) throw new VaultError('vault-damaged', 'The vault’s file is not as it was written', { file: 'vault' });
    return body;
  }

  async #hold(body: VaultBody, secret: Secret): Promise<OpenVault> {
    const keys = new HeldKeys(body);
    return { body, secret, keys, marks: await MarkFile.read(this.#options.dir, keys.forMarks) };
  }

  async #save({ head, body }: VaultContent): Promise<void> {
    const open = this.#needOpen();
    const generation = Math.max(head.generation, open.marks.generation) + 1;
    const next = { ...head, generation };
    const bytes = encodeVaultFile(next, body, newestDataKey({ head, body }));
    await writeVaultFile(this.#options.dir, bytes);
    this.#file = { head: next, bytes };
    open.body = body;
    open.keys.adopt(body);
    open.marks.noteGeneration(generation);
  }

  #content(): VaultContent {
    return { head: this.#file.head, body: this.#needOpen().body };
  }

  #staffIdOf({ tag }: MemberEntry): StaffId {
    const member = this.#needOpen().body.members.find((each) => isSame(each.tag, tag));
    if (!member) throw new VaultError('vault-damaged', 'A member without a name', { file: 'vault' });
    return member.staffId;
  }

  #needOpen(): OpenVault {
    return this.#open ?? closed();
  }

  #needClosed(): void {
    if (this.#open) throw new VaultError('vault-open', 'The vault is open already');
  }

  /** One after the other: attempts are counted one by one, and stretching takes 128 MiB each time. */
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    return this.#turns.take('vault', step);
  }
}

function closed(): never {
  throw new VaultError('vault-closed', 'The vault is closed');
}
