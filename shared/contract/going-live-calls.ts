import { z } from 'zod';
import { goingLiveForm } from '../domain/counter/going-live.ts';
import { call, done } from './desk-call.ts';

/** What the office writes down by hand, once, and what of it is asked back: which words of the passphrase, which group of the key. */
export const liveSheet = z.strictObject({
  /** Only where no keyring keeps the second factor: typed after each start. */
  passphrase: z.string().optional(),
  recoveryKey: z.string(),
  /** Counted from 1. */
  ask: z.strictObject({ words: z.array(z.int()).max(2), group: z.int() }),
});
export type LiveSheet = z.infer<typeof liveSheet>;

/** 正式启用. But for `begin` there is nobody yet who could sign in: the program takes these calls only while it waits to be enrolled. */
export const goingLiveCalls = {
  /** Leaves 试用, which is closed and stays as it is. Refuses `already-enrolled` at a live counter. */
  begin: call('settings.change', 'already-enrolled').output(done),
  /** Makes the live counter beside its place, and its keys. Asked again, everything is made anew, and what was shown before opens nothing. */
  prepare: call('anyone', 'already-enrolled', 'counter-folder-taken', 'field-refused', 'keyring-unavailable')
    .input(goingLiveForm)
    .output(liveSheet),
  /** The administrator has the sheet: puts the live counter in its place; the program starts anew, as that one. */
  confirm: call('anyone', 'already-enrolled', 'counter-folder-taken', 'field-refused')
    .input(z.strictObject({ words: z.array(z.string().max(60)).length(2).optional(), group: z.string().max(60) }))
    .output(done),
};
