import type { Entry, RowState } from '../entry.ts';

/** In how many days before the end a counter that wasn't synced is warned. */
export const syncWarningDays = 5;
/** What the settings offer where nothing was set. */
export const usualSyncLimitDays = 30;

const dayMs = 86_400_000;

/** The counter's row with the limit that was set, or without one. Another number of days goes on counting from where it began. */
export function withSyncLimit(entry: Entry<'sync-limit.set'>, before: RowState['counter'], version: number): RowState['counter'] {
  const { syncLimit, ...counter } = before;
  const { days } = entry.facts;
  if (days === null) return { ...counter, version };
  return { ...counter, version, syncLimit: { days, since: syncLimit?.since ?? entry.at.wall } };
}

/** How a counter stands that may work so many days without a sync: the days that are left, and whether there are none any more. */
export function syncLeft(
  { days, since }: { days: number; since: string },
  { lastSyncMs, nowMs }: { lastSyncMs: number | undefined; nowMs: number },
): { daysLeft: number; isOver: boolean } {
  const endMs = Math.max(Date.parse(since), lastSyncMs ?? Number.NEGATIVE_INFINITY) + days * dayMs;
  return { daysLeft: Math.max(0, Math.ceil((endMs - nowMs) / dayMs)), isOver: nowMs >= endMs };
}
