import { z } from 'zod';
import { call } from './desk-call.ts';
import { dataKeyProgress } from './status-calls.ts';

export const dataKeyState = z.strictObject({
  /** Which data key everything is written under: the first, the second… */
  epoch: z.int().min(1),
  /** While older ones are still needed. */
  progress: dataKeyProgress.optional(),
});
export type DataKeyState = z.infer<typeof dataKeyState>;

/** The key that everything on this computer lies under. */
export const dataKeyCalls = {
  state: call('settings.change').output(dataKeyState),
  /** Makes the next one; what lies under the older ones is sealed anew in the background. */
  replace: call('settings.change', 'data-key-under-way', 'disk-full', 'records-unavailable').output(dataKeyState),
};
