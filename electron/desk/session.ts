import type { SessionState } from '../../shared/contract/session-calls.ts';
import type { SignOffRight, Staff } from '../../shared/domain/staff/staff.ts';
import { deskCalls } from './desk-door.ts';

/** Who sits at the desk, and whether the vault is open. The program keeps one for as long as it runs. */
export interface SessionKeeper {
  state(): SessionState;
  startTrial(): Promise<void>;
  /** Opens the counter. Refuses `wrong-credentials`, `too-many-attempts`, and what the office's passphrase or the keyring lacks. */
  signIn(credentials: Credentials): Promise<void>;
  unlock(pin: string): Promise<void>;
  lock(): Promise<void>;
  signOut(): Promise<void>;
  keepPlace(address: string): Promise<void>;
  /** A second person, other than the one signed in, who has the right; refuses `second-person-needed` otherwise. */
  signOff(request: SignOffRequest): Promise<{ ticket: string; staff: Staff }>;
}

export interface Credentials {
  readonly staffNumber: string;
  readonly pin: string;
  readonly passphrase?: string | undefined;
}

export interface SignOffRequest {
  readonly staffNumber: string;
  readonly pin: string;
  readonly act: SignOffRight;
  readonly subjectId: string;
}

/** Signing in, locking, and a second person's sign-off. */
export function sessionCalls(keeper: SessionKeeper) {
  const calls = deskCalls.session;
  const thenState = async (step: Promise<void>) => {
    await step;
    return keeper.state();
  };
  return {
    state: calls.state.handler(() => keeper.state()),
    startTrial: calls.startTrial.handler(() => thenState(keeper.startTrial())),
    signIn: calls.signIn.handler(({ input }) => thenState(keeper.signIn(input))),
    unlock: calls.unlock.handler(({ input }) => thenState(keeper.unlock(input.pin))),
    lock: calls.lock.handler(() => thenState(keeper.lock())),
    signOut: calls.signOut.handler(() => thenState(keeper.signOut())),
    keepPlace: calls.keepPlace.handler(async ({ input }) => {
      await keeper.keepPlace(input.address);
      return {};
    }),
    signOff: calls.signOff.handler(({ input }) => keeper.signOff(input)),
  };
}
