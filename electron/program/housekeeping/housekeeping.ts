import { setTimeout as sleep } from 'node:timers/promises';
import type { PlainDate } from '../../../shared/domain/plain-date.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { OpenCounter } from '../../desk/open-counter.ts';
import { redactPerson } from '../../desk/redact-person.ts';
import { beyondTheirDays } from '../../desk/retention.ts';
import { questionableOn } from '../../desk/trusted-today.ts';
import type { ProgramLog } from '../program-log.ts';
import { type NamingSources, namedAttachments } from './named-attachments.ts';

export interface HousekeepingOptions {
  readonly counter: OpenCounter;
  readonly naming: NamingSources;
  readonly attachments: { sweep(named: Iterable<string>, before: Date): Promise<number> };
  readonly log: ProgramLog;
  today(): PlainDate;
  /** Only tests say otherwise. */
  readonly pace?: HousekeepingPace | undefined;
}

export interface HousekeepingPace {
  readonly afterMs: number;
  readonly everyMs: number;
}

export interface Housekeeping {
  close(): Promise<void>;
}

/** A minute after sign-in, when the first person has been seen to, and every six hours of a counter that stays on. */
const unhurried: HousekeepingPace = { afterMs: 60_000, everyMs: 6 * 3_600_000 };
const graceMs = 24 * 3_600_000;

/** What a counter tidies away by itself, in the background: data that is beyond its days, and scans that nothing names. */
export function startHousekeeping(options: HousekeepingOptions): Housekeeping {
  const { log, pace = unhurried } = options;
  const stop = new AbortController();
  const { signal } = stop;
  const wait = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const work = async () => {
    await wait(pace.afterMs);
    while (!signal.aborted) {
      await tidy(options, signal).catch((error: unknown) => {
        if (!signal.aborted) log.incident(error, 'housekeeping');
      });
      await wait(pace.everyMs);
    }
  };
  const done = work();
  return {
    close: async () => {
      stop.abort();
      await done;
    },
  };
}

async function tidy(options: HousekeepingOptions, signal: AbortSignal): Promise<void> {
  await redactDue(options, signal);
  if (!signal.aborted) await sweepAttachments(options);
}

/** Refusals are no failures: what came up meanwhile holds the data back. */
async function redactDue({ counter, today, log }: HousekeepingOptions, signal: AbortSignal): Promise<void> {
  // What is taken off bears its day for ever, and can't be brought back: a date in question waits for a person.
  if (questionableOn({ counter: () => counter }, today())) return;
  const due = [];
  for await (const { personId, grounds } of beyondTheirDays(counter, today())) {
    if (signal.aborted) return;
    if (grounds.length === 0) due.push(personId);
  }
  for (const personId of due) {
    if (signal.aborted) return;
    await redactPerson(counter, { personId, because: 'retention', staffId: null, today: today() }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }
  if (due.length > 0) log.line(`retention: ${due.length} due`);
}

/** Removes what nothing names a day after it was put; nothing where a small file can't be read, since it may name any of them. */
export async function sweepAttachments({
  naming,
  attachments,
  log,
}: Pick<HousekeepingOptions, 'naming' | 'attachments' | 'log'>): Promise<void> {
  const before = new Date(Date.now() - graceMs);
  const { hashes, certain } = await namedAttachments(naming);
  if (!certain) return log.line('attachments: a small file is damaged, nothing was swept');
  const removed = await attachments.sweep(hashes, before);
  if (removed > 0) log.line(`attachments: ${removed} that nothing names were removed`);
}
