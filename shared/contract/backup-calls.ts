import { z } from 'zod';
import { call, done } from './desk-call.ts';

export const backupPlace = z.strictObject({
  /** A folder of this computer, as its system writes it. */
  path: z.string(),
  kind: z.enum(['removable', 'documents', 'folder']),
  /** What people call it: a stick's name. */
  label: z.string(),
  freeMebibytes: z.int().min(0),
  /** It lies on the disk that the counter itself lies on: lost with it. */
  sameDisk: z.boolean(),
});
export type BackupPlace = z.infer<typeof backupPlace>;

/** How far a long copy has come. */
export const backupProgress = z.strictObject({
  step: z.enum(['looking', 'copying', 'checking']),
  doneMebibytes: z.number(),
  totalMebibytes: z.number(),
});
export type BackupProgress = z.infer<typeof backupProgress>;

export const lastBackup = z.strictObject({
  at: z.string(),
  headSeq: z.int(),
  path: z.string(),
  files: z.int(),
  bytes: z.int(),
  copiedBytes: z.int(),
});
export type LastBackup = z.infer<typeof lastBackup>;

export const backupState = z.strictObject({
  /** Where backups go; absent until somebody chose. `there`: whether it can be written to now. */
  place: z.strictObject({ path: z.string(), kind: backupPlace.shape.kind, there: z.boolean() }).optional(),
  /** The last that was made and read back whole. */
  last: lastBackup.optional(),
  running: backupProgress.optional(),
  /** Why the last one that nobody asked for came to nothing: a refusal's code. */
  failed: z.string().optional(),
  /** The time of day from which one is made by itself. */
  dailyAt: z.string(),
});
export type BackupState = z.infer<typeof backupState>;

const path = z.string().min(1).max(1_000);

/** 备份: an encrypted, verified copy in a folder or on a stick. */
export const backupCalls = {
  state: call('backup.make').output(backupState),
  /** Sticks that are plugged in, and the user's documents. */
  places: call('backup.make').output(z.array(backupPlace)),
  /** Backups go there from now on. */
  choose: call('backup.make', 'backup-target-gone', 'backup-target-inside', 'backup-target-read-only', 'field-refused')
    .input(z.strictObject({ path }))
    .output(done),
  /** Answers when the backup is made, read back and verified. */
  make: call(
    'backup.make',
    'backup-running',
    'backup-place-missing',
    'backup-target-full',
    'backup-target-gone',
    'backup-target-read-only',
    'backup-target-inside',
    'backup-target-unsound',
    'backup-source-unreadable',
    'backup-cancelled',
  ).output(lastBackup),
  cancel: call('backup.make').output(done),
};
