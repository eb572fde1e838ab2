import { z } from 'zod';
import { numberSeries } from '../domain/counter/counter.ts';
import { plainDate } from '../domain/plain-date.ts';
import { call, done } from './desk-call.ts';
import { signOffTicket } from './recognition-calls.ts';
import { startNotice } from './start-notice.ts';

export const counterStatus = z.strictObject({
  online: z.boolean(),
  /** Since when there was no connection; null on a counter that has no central API yet. */
  offlineSince: z.string().nullable(),
  unsent: z.strictObject({ count: z.int(), oldest: z.string().nullable() }),
  numbersLeft: z.strictObject({ card: z.int(), certificate: z.int(), matter: z.int() }),
  /** In December: the series of which the next year's numbers are missing. */
  nextYearMissing: z.array(numberSeries),
  printer: z.strictObject({
    name: z.string(),
    state: z.enum(['ready', 'working', 'stopped']),
    waiting: z.int(),
    reason: z.string().optional(),
  }),
  savedAt: z.string().nullable(),
  trial: z.boolean(),
  host: z.string(),
  /** The disk: `low` is a warning; `full` means that nothing new is written until there is room. Absent while there is enough. */
  disk: z.strictObject({ level: z.enum(['low', 'full']), freeMebibytes: z.int().min(0) }).optional(),
  /** The pack in force, and where the newest one was refused: the last good one stays. */
  policy: z.strictObject({
    pack: z.string(),
    refused: z
      .strictObject({ file: z.string(), faults: z.array(z.strictObject({ line: z.int(), path: z.string(), code: z.string() })) })
      .optional(),
  }),
  notices: z.array(startNotice),
  /** The computer's date lies before the newest record's: nothing that bears a date is done until a supervisor confirms it. */
  questionable: z.strictObject({ today: plainDate, lastEntry: plainDate }).optional(),
  /** `cards`: to issue and to make; `handOver`: made, and not collected yet. */
  waiting: z.strictObject({ recognitions: z.int(), cards: z.int(), handOver: z.int(), jobs: z.int() }),
  today: z.strictObject({
    date: plainDate,
    registered: z.int(),
    recognised: z.int(),
    cards: z.int(),
    papers: z.int(),
    advised: z.int(),
  }),
});
export type CounterStatus = z.infer<typeof counterStatus>;

/** The state of the counter itself. */
export const counterCalls = {
  status: call('signed-in').output(counterStatus),
  /** A second person has looked at a calendar: the computer's date is right, though records with a later one are here. */
  confirmDate: call('talent.register', 'sign-off-needed', 'second-person-needed', 'disk-full', 'records-unavailable')
    .input(z.strictObject({ today: plainDate, ticket: signOffTicket }))
    .output(done),
};
