import { z } from 'zod';
import { counter } from '../domain/counter/counter.ts';
import { signedAct } from '../domain/staff/signed-act.ts';
import { role, staff } from '../domain/staff/staff.ts';
import { call, done } from './desk-call.ts';
import { signOffTicket } from './recognition-calls.ts';

export const sessionState = z.strictObject({
  phase: z.enum(['enrol', 'starting', 'signed-out', 'locked', 'signed-in', 'stopped']),
  trial: z.boolean(),
  staff: staff.optional(),
  office: counter.shape.office.optional(),
  counterCode: z.string().optional(),
  /** With `enrol`: 试用 was begun on this computer and can be gone back to. */
  trialThere: z.boolean().optional(),
  /** The office's passphrase is asked for beside the PIN: once after each start, where no keyring keeps it. */
  needsPassphrase: z.boolean().optional(),
  /** Where this member of staff was when the program last ended without a sign-out: an address within the desk. */
  place: z.string().optional(),
  /** 试用: the sample staff and their PINs, shown at sign-in so that anyone can try. Never sent by a live counter. */
  sampleStaff: z.array(z.strictObject({ number: z.string(), name: z.string(), role, pin: z.string() })).optional(),
  /** With `starting`: what is being replayed or rebuilt. With `stopped`: why the start was stopped (a damaged frame), and its number. */
  progress: z.strictObject({ what: z.enum(['replay', 'rebuild']), done: z.int(), total: z.int() }).optional(),
  stopped: z
    .strictObject({
      reason: z.enum(['journal-damaged', 'journal-behind', 'vault-damaged', 'newer-version', 'disk-full']),
      log: z.string(),
      frame: z.int().optional(),
      file: z.string().optional(),
      /** A backup can be restored in its place; what is here is set aside then. */
      restorable: z.literal(true).optional(),
    })
    .optional(),
});
export type SessionState = z.infer<typeof sessionState>;

/** Who sits at the desk, and a second person beside them. */
export const sessionCalls = {
  state: call('anyone').output(sessionState),
  /** 试用: a data folder of its own with sample staff and a trial number block. */
  startTrial: call('anyone', 'already-enrolled').output(sessionState),
  signIn: call('anyone', 'wrong-credentials', 'too-many-attempts', 'passphrase-needed', 'passphrase-wrong', 'keyring-unavailable')
    .input(
      z.strictObject({
        staffNumber: z.string().min(1).max(20),
        pin: z.string().min(1).max(64),
        passphrase: z.string().min(1).max(400).optional(),
      }),
    )
    .output(sessionState),
  unlock: call('anyone', 'wrong-credentials', 'too-many-attempts')
    .input(z.strictObject({ pin: z.string().min(1).max(64) }))
    .output(sessionState),
  lock: call('signed-in').output(sessionState),
  signOut: call('anyone').output(sessionState),
  /** Where the clerk is now, so that a killed program comes back there. */
  keepPlace: call('signed-in', 'disk-full')
    .input(
      z.strictObject({
        address: z
          .string()
          .max(200)
          .regex(/^\/[\w/?=&%.-]*$/, 'not-an-address'),
      }),
    )
    .output(done),
  /** A second person proves who they are beside the signed-in one. */
  signOff: call('signed-in', 'wrong-credentials', 'too-many-attempts', 'second-person-needed')
    .input(
      z.strictObject({
        staffNumber: z.string().min(1).max(20),
        pin: z.string().min(1).max(64),
        act: signedAct,
        /** What it is done to: a matter, a card, a day, a number on its image, a ledger as it is explained, a correction, a member of staff. */
        subjectId: z.string().max(8_000),
      }),
    )
    .output(z.strictObject({ ticket: signOffTicket, staff })),
};
