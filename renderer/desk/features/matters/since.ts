import { addDays, type PlainDate } from '../../../../shared/domain/plain-date.ts';

export const sinces = ['any', 'today', 'week', 'month'] as const;
export type Since = (typeof sinces)[number];

const daysBack: Record<Exclude<Since, 'any'>, number> = { today: 0, week: 6, month: 29 };

/** The first day that is meant, today counted as one of them; undefined for any. */
export function sinceDate(since: Since, today: PlainDate): PlainDate | undefined {
  return since === 'any' ? undefined : addDays(today, -daysBack[since]);
}
