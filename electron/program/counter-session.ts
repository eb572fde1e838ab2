import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionState } from '../../shared/contract/session-calls.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { maySignOff } from '../../shared/domain/staff/signed-act.ts';
import type { Staff } from '../../shared/domain/staff/staff.ts';
import type { OpenCounter } from '../desk/open-counter.ts';
import type { Credentials, SessionKeeper, SignOffRequest } from '../desk/session.ts';
import { createVault, openVault, type Vault, type VaultOptions, vaultExists } from '../vault/vault.ts';
import { VaultError } from '../vault/vault-error.ts';
import type { CounterOptions } from './counter-options.ts';
import type { EnrollingSession } from './going-live.ts';
import { readPlace, removePlace, writePlace } from './kept-place.ts';
import { type OpenedCounter, openCounter } from './open-counter.ts';
import type { RecoveringSession, SessionRecovery } from './recovery.ts';
import { checkedPin, noteSession } from './session-entries.ts';
import { sessionState } from './session-state.ts';
import { isMendedByBackup, type Stopped, stoppedBy } from './stopped-start.ts';
import type { Trial } from './trial.ts';
import { vaultRefusal } from './vault-refusal.ts';

export interface SessionOptions extends Omit<CounterOptions, 'vault' | 'onProgress'> {
  /** Only tests say otherwise. */
  readonly scrypt?: VaultOptions['scrypt'];
  readonly trial: Trial;
}

/** Main's own idle lock: longer than the page's, which sees hands on keyboard and mouse, and there where the page is not. */
const idleLockMs = 10 * 60_000;

/** Who sits at the desk. Signing in opens the counter, signing out closes it and forgets the keys; locking keeps it open. */
export class CounterSession implements SessionKeeper, EnrollingSession, RecoveringSession {
  readonly #options: SessionOptions;
  #vault: Vault | undefined;
  #phase: SessionState['phase'] = 'starting';
  #stopped: Stopped | undefined;
  #progress: SessionState['progress'];
  #staff: Staff | undefined;
  #place: string | undefined;
  #open: OpenedCounter | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  private constructor(options: SessionOptions) {
    this.#options = options;
  }

  static async open(options: SessionOptions): Promise<CounterSession> {
    const session = new CounterSession(options);
    await session.#findVault();
    return session;
  }

  get counter(): OpenCounter {
    return this.#open?.counter ?? refuse('signed-out', {});
  }

  /** Whoever is signed in, locked or not. */
  get staff(): Staff | undefined {
    return this.#staff;
  }

  get isLocked(): boolean {
    return this.#phase === 'locked';
  }

  get isEnrolled(): boolean {
    return this.#phase !== 'enrol';
  }

  state(): SessionState {
    return sessionState({
      phase: this.#phase,
      vault: this.#vault,
      sample: this.#options.trial,
      staff: this.#staff,
      counter: this.#open?.counter.ledger.counter(),
      place: this.#place,
      progress: this.#progress,
      stopped: this.#stopped,
    });
  }

  startTrial(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#phase !== 'enrol') refuse('already-enrolled', {});
      // Somebody looked at 正式启用 and went back.
      if (this.#vault) return this.#become('signed-out');
      const members = this.#options.trial.staff.map(({ id, number, pin }) => ({ staffId: id, staffNumber: number, pin }));
      const { vault } = await createVault(this.#vaultOptions(), { mode: 'trial', members });
      await vault.close();
      this.#vault = vault;
      this.#become('signed-out');
    });
  }

  leaveTrial(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#vault?.mode !== 'trial') refuse('already-enrolled', {});
      await this.#leave();
      this.#become('enrol');
    });
  }

  whileEnrolling<T>(step: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => (this.#phase === 'enrol' ? step() : refuse('already-enrolled', {})));
  }

  whileRestorable<T>(step: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () =>
      this.#phase === 'enrol' || (this.#phase === 'stopped' && this.#stopped?.restorable)
        ? step()
        : refuse('already-enrolled', {}),
    );
  }

  awaitLiveStart(): void {
    this.#become('starting');
  }

  signIn({ staffNumber, pin, passphrase }: Credentials): Promise<void> {
    return this.#inTurn(async () => {
      const vault = this.#vault;
      // 试用 was left for 正式启用: it is gone back to by its own call, if at all.
      if (this.#phase === 'enrol' || this.#phase === 'starting') refuse('not-enrolled', {});
      if (this.#phase === 'stopped' || !vault) return;
      // Somebody else at a locked desk: the keys go with whoever sat there, and come with whoever sits down.
      if (vault.isOpen) {
        // A wrong PIN must not send away who sits here.
        await this.#checked(staffNumber, pin);
        await this.#leave();
      }
      const staffId = await this.#openWith(vault, () => vault.signIn(staffNumber, pin, passphrase));
      if (staffId) await this.#enter(staffId);
    });
  }

  whileSignedOut<T>(step: (vault: Vault) => Promise<T>): Promise<T> {
    return this.#inTurn(() => step(this.#needSignedOut()));
  }

  recover({ member, ...recovery }: SessionRecovery): Promise<void> {
    return this.#inTurn(async () => {
      const vault = this.#needSignedOut();
      const ask = async () => {
        this.#progress = undefined;
        this.#become('starting');
        this.#open = await openCounter({ ...this.#options, vault, onProgress: (progress) => this.#tellProgress(progress) });
        return member(this.counter);
      };
      let staffId: StaffId;
      try {
        staffId = await vault.recover({ ...recovery, member: ask });
      } catch (error) {
        await this.#leave();
        const refusal = error instanceof Refusal ? error : vaultRefusal(error);
        if (!refusal) return this.#stop(error);
        this.#become('signed-out');
        throw refusal;
      }
      await this.#enter(staffId);
    });
  }

  /** At a live counter: 试用 shows everybody's PIN, and has nothing to recover. */
  #needSignedOut(): Vault {
    if (this.#phase !== 'signed-out' || this.#vault?.mode !== 'office') refuse('not-enrolled', {});
    return this.#vault;
  }

  unlock(pin: string): Promise<void> {
    return this.#inTurn(async () => {
      const staff = this.#staff;
      if (this.#phase !== 'locked' || !staff) return;
      await this.#checked(staff.number, pin);
      await this.#note('session.unlocked', staff.id);
      this.#become('signed-in');
      this.noteActivity();
    });
  }

  lock(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#phase !== 'signed-in' || !this.#staff) return;
      this.#become('locked');
      this.#options.tickets.clear();
      // The lock holds whether or not it can be written down: on a full disk, too, somebody may leave the counter.
      await this.#note('session.locked', this.#staff.id).catch((error) =>
        this.#options.log.incident(error, 'the entry of a lock'),
      );
    });
  }

  signOut(): Promise<void> {
    return this.#inTurn(async () => {
      // Whoever leaves on purpose begins at the beginning the next time.
      if (this.#open && this.#staff) await removePlace(this.#open.counter.files, this.#staff.id);
      await this.#leave();
    });
  }

  async keepPlace(address: string): Promise<void> {
    if (!this.#staff) return;
    this.#place = address;
    await writePlace(this.counter.files, this.#staff.id, address);
  }

  signOff({ staffNumber, pin, act, subjectId }: SignOffRequest): Promise<{ ticket: string; staff: Staff }> {
    return this.#inTurn(async () => {
      // A lock or a sign-out may have come first: what it took away must not be given after it.
      if (this.#phase !== 'signed-in') refuse(this.#phase === 'locked' ? 'session-locked' : 'signed-out', {});
      const staffId = await this.#checked(staffNumber, pin);
      const staff = this.counter.ledger.staff(staffId);
      if (!staff || !maySignOff(staff, { act, subjectId, signedIn: this.#staff?.id })) refuse('second-person-needed', {});
      return { ticket: this.#options.tickets.give({ act, subjectId }, staff.id), staff };
    });
  }

  /** A call came from somebody's hands: the idle lock begins anew. */
  noteActivity(): void {
    clearTimeout(this.#idle);
    if (this.#phase !== 'signed-in') return;
    this.#idle = setTimeout(() => void this.lock().catch((error) => this.#options.log.incident(error, 'idle lock')), idleLockMs);
    this.#idle.unref();
  }

  /** The program ends: everything is brought to a stop that the next start goes on from. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#leave());
  }

  async #findVault(): Promise<void> {
    const options = this.#vaultOptions();
    try {
      if (!(await vaultExists(options.dir))) {
        // A journal whose keys are gone: another counter over it would bury it.
        if (existsSync(join(this.#options.host.paths.userData, 'journal')))
          throw new VaultError('vault-missing', 'A journal is here, and no vault', { file: 'vault' });
        return this.#become('enrol');
      }
      this.#vault = await openVault(options);
      this.#become('signed-out');
    } catch (error) {
      this.#stop(error);
    }
  }

  /** Opens the vault and with it the counter; undefined where the start was stopped. Refusals leave everything as it was. */
  async #openWith(vault: Vault, signIn: () => Promise<StaffId>): Promise<StaffId | undefined> {
    let staffId: StaffId;
    try {
      staffId = await signIn();
    } catch (error) {
      const refusal = error instanceof Refusal ? error : vaultRefusal(error);
      // The passphrase may have been right all the same: then it is not asked for again.
      this.#options.changes.tell(['session']);
      if (refusal) throw refusal;
      this.#stop(error);
      return undefined;
    }
    this.#progress = undefined;
    this.#become('starting');
    try {
      this.#open = await openCounter({ ...this.#options, vault, onProgress: (progress) => this.#tellProgress(progress) });
      return staffId;
    } catch (error) {
      await vault.close();
      this.#stop(error);
      return undefined;
    }
  }

  async #enter(staffId: StaffId): Promise<void> {
    try {
      const staff = this.counter.ledger.staff(staffId);
      if (!staff) throw new Error('the vault opened for somebody who is not on the staff');
      const place = await readPlace(this.counter.files, staff.id, this.#options.log);
      await this.#note('session.signed-in', staff.id);
      this.#staff = staff;
      this.#place = place;
    } catch (error) {
      // Nobody sits here, so nothing may stay open.
      await this.#leave();
      throw error;
    }
    this.#become('signed-in');
    this.noteActivity();
  }

  async #leave(): Promise<void> {
    const { tickets, log } = this.#options;
    clearTimeout(this.#idle);
    tickets.clear();
    const [open, staff] = [this.#open, this.#staff];
    if (open && staff)
      await this.#note('session.signed-out', staff.id).catch((error) => log.incident(error, 'the entry of a sign-out'));
    await open?.anchor('day-end').catch((error) => log.incident(error, 'signing the head at a sign-out'));
    this.#open = undefined;
    this.#staff = undefined;
    this.#place = undefined;
    if (open) this.#become('signed-out');
    // What was acknowledged is in the journal; a room that does not close properly must not keep the keys in memory.
    await open?.close().catch((error) => log.incident(error, 'closing the counter'));
    if (this.#vault?.isOpen) await this.#vault.close();
  }

  async #checked(staffNumber: string, pin: string): Promise<StaffId> {
    const vault = this.#vault ?? refuse('signed-out', {});
    return checkedPin({ vault, decisions: () => this.counter.decisions }, { staffNumber, pin, by: this.#staff?.id ?? null });
  }

  #note(kind: Parameters<typeof noteSession>[1], staffId: StaffId): Promise<void> {
    return noteSession(this.counter.decisions, kind, staffId);
  }

  #tellProgress(progress: NonNullable<SessionState['progress']>): void {
    this.#progress = progress;
    this.#options.changes.tell(['session']);
  }

  #stop(error: unknown): void {
    this.#options.log.incident(error, 'the start');
    const stopped = stoppedBy(error);
    // A bug: the desk stays where it was, with an incident to name.
    if (!stopped) {
      this.#become(this.#vault ? 'signed-out' : 'enrol');
      throw error;
    }
    const { userData } = this.#options.host.paths;
    this.#stopped = { ...stopped, ...(isMendedByBackup(stopped, userData) && { restorable: true }) };
    this.#become('stopped');
  }

  #become(phase: SessionState['phase']): void {
    this.#phase = phase;
    this.#options.changes.tell(['session']);
  }

  #vaultOptions(): VaultOptions {
    const { host, clock, scrypt } = this.#options;
    return { dir: join(host.paths.userData, 'vault'), clock, secrets: host.secrets, ...(scrypt && { scrypt }) };
  }

  /** One step after the other: two sign-ins at once, or a lock amid a sign-out, would open or close half a counter. */
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(step, step);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
