import { z } from 'zod';
import { call } from './desk-call.ts';
import { sessionState } from './session-calls.ts';

const recoveryKey = z.string().min(1).max(200);

/** 用恢复密钥: everybody forgot their PIN, or this computer's keyring is gone. */
export const recoveryCalls = {
  /** Whether this is the counter's recovery key. Where no keyring is, a new office passphrase comes with it, shown this once. */
  check: call('anyone', 'not-enrolled', 'recovery-key-mistyped', 'recovery-key-wrong', 'too-many-attempts')
    .input(z.strictObject({ recoveryKey }))
    .output(z.strictObject({ passphrase: z.string().optional() })),
  /** Opens the counter for one of its administrators, with a new PIN; everybody else gets a PIN anew. The passphrase as it was copied. */
  complete: call(
    'anyone',
    'not-enrolled',
    'recovery-key-mistyped',
    'recovery-key-wrong',
    'too-many-attempts',
    'not-an-administrator',
    'field-refused',
    'keyring-unavailable',
    'disk-full',
    'records-unavailable',
  )
    .input(
      z.strictObject({
        recoveryKey,
        staffNumber: z.string().min(1).max(20),
        pin: z.string().min(1).max(64),
        passphrase: z.string().min(1).max(400).optional(),
      }),
    )
    .output(sessionState),
};
