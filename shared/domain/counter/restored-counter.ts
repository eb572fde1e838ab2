import { z } from 'zod';
import { counter } from './counter.ts';

/** A backup was made: how far it reaches and how much it is, and nothing of anybody. */
export const madeBackup = z.strictObject({
  headSeq: z.int().min(0),
  place: z.enum(['removable', 'documents', 'folder']),
  way: z.enum(['by-hand', 'daily']),
  files: z.int().min(0),
  bytes: z.int().min(0),
});

/**
 * This counter was restored from a backup, on a machine of its own. It goes on as another device with another card key; the numbers it
 * was given before may have been used by the device that was lost, after the backup, and are frozen.
 */
export const restoredCounter = z.strictObject({
  /** The counter as it is from now on. */
  counter,
  /** The how-manieth device that goes on with this journal; the one that was enrolled was the first. */
  generation: z.int().min(2),
  from: z.strictObject({
    deviceId: z.string(),
    backupId: z.string(),
    madeAt: z.iso.datetime({ offset: false }),
    headSeq: z.int().min(0),
  }),
  frozenBlocks: z.array(z.string()),
});
export type RestoredCounter = z.infer<typeof restoredCounter>;

/** Whether a run of numbers may be given from: one of a device that was lost may not. */
export function isFrozen(block: { readonly frozen?: true }): boolean {
  return block.frozen === true;
}
