import { z } from 'zod';
import { call, done } from './desk-call.ts';

/** 0: there is no limit. */
const days = z.int().min(0).max(365);

/** How many days this counter may work without any sync. */
export const syncLimitCalls = {
  state: call('settings.change').output(z.strictObject({ days })),
  /** Refuses `not-in-trial`: 试用 is never synced. */
  set: call('settings.change', 'not-in-trial').input(z.strictObject({ days })).output(done),
};
