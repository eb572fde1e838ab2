import { z } from 'zod';
import { call, done } from './desk-call.ts';

/** Null: there is no limit. */
const days = z.int().min(1).max(365).nullable();

/** How many days this counter may work without any sync. */
export const syncLimitCalls = {
  state: call('settings.change').output(z.strictObject({ days })),
  /** Refuses `not-enrolled` in 试用, which is never synced. */
  set: call('settings.change').input(z.strictObject({ days })).output(done),
};
