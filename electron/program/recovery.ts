import type { SessionState } from '../../shared/contract/session-calls.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { OpenCounter } from '../desk/open-counter.ts';
import type { RecoveryForm, RecoveryKeeper } from '../desk/recovery.ts';
import type { Host } from '../host/host.ts';
import { newPassphrase } from '../vault/passphrase.ts';
import { typedPassphrase, typedStaffNumber } from '../vault/typed-secrets.ts';
import type { NewMember, Vault } from '../vault/vault.ts';
import type { CounterClock } from './counter-clock.ts';
import { checkNewPin } from './new-pin.ts';
import type { Trial } from './trial.ts';
import { vaultRefusal } from './vault-refusal.ts';

export interface SessionRecovery {
  readonly recoveryKey: string;
  readonly passphrase?: string;
  /** Who it is for, asked while the counter is open and nothing of the vault is changed yet. */
  member(counter: OpenCounter): Promise<NewMember>;
}

/** What a recovery needs of whoever keeps the session. */
export interface RecoveringSession {
  state(): SessionState;
  /** Runs the step while nobody is signed in at a live counter; refuses `not-enrolled` otherwise. */
  whileSignedOut<T>(step: (vault: Vault) => Promise<T>): Promise<T>;
  /** Opens vault and counter by the recovery key, and the member sits at the desk. */
  recover(recovery: SessionRecovery): Promise<void>;
}

export interface RecoveryOptions {
  readonly session: RecoveringSession;
  readonly host: Host;
  readonly clock: CounterClock;
  readonly trial: Trial;
}

const freeAttempts = 5;
const firstDelayMs = 30_000;
const longestDelayMs = 15 * 60_000;

/**
 * 用恢复密钥. The key opens the vault, the journal says who is an administrator, and that one person gets a PIN; everybody else's wraps are
 * gone, and each gets a PIN anew beside them. Attempts are limited in memory only: no limit is needed against guessing 128 bits.
 */
export class Recovery implements RecoveryKeeper {
  readonly #options: RecoveryOptions;
  /** The new passphrase that was shown, until it is in use. */
  #passphrase: string | undefined;
  #failures = 0;
  #waitUntilMs = 0;

  constructor(options: RecoveryOptions) {
    this.#options = options;
  }

  check(recoveryKey: string): Promise<{ passphrase?: string }> {
    return this.#options.session.whileSignedOut(async (vault) => {
      this.#checkKey(vault, recoveryKey);
      if (this.#options.host.secrets) return {};
      this.#passphrase ??= newPassphrase();
      return { passphrase: this.#passphrase };
    });
  }

  async complete({ recoveryKey, staffNumber, pin, passphrase }: RecoveryForm): Promise<SessionState> {
    const { session, host } = this.#options;
    await session.whileSignedOut(async (vault) => this.#checkKey(vault, recoveryKey));
    const shown = host.secrets ? undefined : this.#passphrase;
    if (!host.secrets && (!shown || typedPassphrase(passphrase ?? '') !== shown))
      refuse('field-refused', { fields: [{ path: 'passphrase', code: 'not-as-shown' }] });
    const member = (counter: OpenCounter) => this.#admit(counter, { staffNumber, pin });
    await session.recover({ recoveryKey, ...(shown && { passphrase: shown }), member });
    this.#passphrase = undefined;
    return session.state();
  }

  /** The entry first: a recovery without one would be a way to be somebody else unseen. */
  async #admit(counter: OpenCounter, typed: { staffNumber: string; pin: string }): Promise<NewMember> {
    const number = typedStaffNumber(typed.staffNumber);
    const staff = counter.ledger.staffList().find((each) => each.number === number && each.leftOn === undefined);
    if (staff?.role !== 'administrator') refuse('not-an-administrator', {});
    checkNewPin({ number, pin: typed.pin, path: 'pin' }, { mode: 'office', trial: this.#options.trial });
    const facts = { staffId: staff.id, epoch: counter.dataKey.epoch };
    await counter.decisions.record(staff.id, ['staff'], async () => ({ kind: 'vault.recovered', command: {}, facts }));
    return { staffId: staff.id, staffNumber: number, pin: typed.pin };
  }

  #checkKey(vault: Vault, recoveryKey: string): void {
    const now = this.#options.clock.monotonicMs();
    if (now < this.#waitUntilMs) refuse('too-many-attempts', { waitSeconds: Math.ceil((this.#waitUntilMs - now) / 1000) });
    try {
      vault.checkRecoveryKey(recoveryKey);
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      const beyond = this.#failures - freeAttempts;
      if (beyond >= 0) this.#waitUntilMs = now + Math.min(longestDelayMs, firstDelayMs * 2 ** beyond);
      const refusal = error instanceof Refusal ? error : vaultRefusal(error);
      throw refusal ?? error;
    }
  }
}
