import { z } from 'zod';
import { backupPlace, backupProgress } from './backup-calls.ts';
import { call, done } from './desk-call.ts';

export const backupFound = z.strictObject({
  /** What `prepare` is told: the backup's own folder. */
  folder: z.string(),
  madeAt: z.string(),
  entries: z.int(),
  files: z.int(),
  bytes: z.int(),
  trial: z.boolean(),
});
export type BackupFound = z.infer<typeof backupFound>;

/** What the office writes down once: the passphrase is a new one, the recovery key stays as it was. */
export const restoreSheet = z.strictObject({
  /** Only where no keyring keeps the second factor. */
  passphrase: z.string().optional(),
  /** Which words are asked back, counted from 1. */
  ask: z.array(z.int()).max(2),
  entries: z.int(),
  people: z.int(),
  cards: z.int(),
});
export type RestoreSheet = z.infer<typeof restoreSheet>;

const folder = z.string().min(1).max(1_000);

/** 从备份恢复, on a computer without a counter: nobody can sign in there yet, and the recovery key is what counts. */
export const restoreCalls = {
  places: call('anyone', 'already-enrolled').output(z.array(backupPlace)),
  /** The backups in a folder, newest first. Nothing of them is believed before `prepare` has seen the key. */
  look: call(
    'anyone',
    'already-enrolled',
    'backup-not-found',
    'backup-unfinished',
    'backup-damaged',
    'backup-newer',
    'backup-target-gone',
    'backup-target-read-only',
    'field-refused',
  )
    .input(z.strictObject({ path: folder }))
    .output(z.array(backupFound)),
  /** How far `prepare` has come. */
  progress: call('anyone').output(z.strictObject({ running: backupProgress.optional() })),
  /**
   * Copies the backup beside the counter's place and verifies all of it: every file, the whole chain. The administrator's staff number
   * and a new PIN become the only way in. Nothing counts before `confirm`.
   */
  prepare: call(
    'anyone',
    'already-enrolled',
    'counter-folder-taken',
    'field-refused',
    'keyring-unavailable',
    'backup-running',
    'backup-not-found',
    'backup-unfinished',
    'backup-damaged',
    'backup-not-genuine',
    'backup-newer',
    'backup-of-trial',
    'backup-target-gone',
    'backup-target-read-only',
    'backup-source-unreadable',
    'backup-cancelled',
  )
    .input(
      z.strictObject({
        folder,
        recoveryKey: z.string().max(100),
        staffNumber: z.string().max(40),
        pin: z.string().max(64),
      }),
    )
    .output(restoreSheet),
  cancel: call('anyone').output(done),
  /** The new passphrase is written down (where a keyring keeps the second factor, the words are left empty): puts the counter in its place; the program starts anew, as that one. */
  confirm: call('anyone', 'already-enrolled', 'counter-folder-taken', 'field-refused')
    .input(z.strictObject({ words: z.array(z.string().max(60)).length(2) }))
    .output(done),
};
