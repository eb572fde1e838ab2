import { z } from 'zod';
import { call, done } from './desk-call.ts';

/** How somebody has arranged their desk: the columns hidden in each list. */
export const deskSettings = z.strictObject({ hiddenColumns: z.record(z.string().max(40), z.array(z.string().max(40)).max(30)) });
export type DeskSettings = z.infer<typeof deskSettings>;

/** Kept per member of staff, sealed beside the records and not in the page. */
export const deskSettingsCalls = {
  get: call('signed-in').output(deskSettings),
  showColumn: call('signed-in', 'disk-full')
    .input(z.strictObject({ list: z.enum(['matters']), column: z.string().min(1).max(40), shown: z.boolean() }))
    .output(done),
};
