import type { SessionState } from '../../shared/contract/session-calls.ts';
import { deskCalls } from './desk-door.ts';

export interface RecoveryForm {
  readonly recoveryKey: string;
  readonly staffNumber: string;
  readonly pin: string;
  /** Where a new one was shown: as it was copied. */
  readonly passphrase?: string | undefined;
}

/** The way back in by the recovery key. The program keeps one for as long as it runs. */
export interface RecoveryKeeper {
  check(recoveryKey: string): Promise<{ passphrase?: string }>;
  complete(form: RecoveryForm): Promise<SessionState>;
}

/** 用恢复密钥. */
export function recoveryCalls(keeper: RecoveryKeeper) {
  const calls = deskCalls.recovery;
  return {
    check: calls.check.handler(({ input }) => keeper.check(input.recoveryKey)),
    complete: calls.complete.handler(({ input }) => keeper.complete(input)),
  };
}
