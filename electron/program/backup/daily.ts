import { chinaDateAt, chinaMidnightSeconds } from '../../../shared/domain/plain-date.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** When the working day is over. One that was missed is made in the first quiet minute after the next sign-in. */
export const dailyHour = 18;
/** Work goes first. */
export const quietMs = 60_000;
/** A stick that is full or broken is not tried every minute. */
export const retryMs = 30 * 60_000;

/** Whether the last 18:00 (of China) has passed without a backup since. */
export function isDue(nowMs: number, lastMs: number | undefined): boolean {
  const today = chinaMidnightSeconds(chinaDateAt(nowMs)) * 1_000 + dailyHour * hourMs;
  const lastDue = today > nowMs ? today - dayMs : today;
  return lastMs === undefined || lastMs < lastDue;
}

/** After how many days without one the desk warns. */
export const lateDays = 3;

export function daysBetween(fromMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - fromMs) / dayMs));
}
