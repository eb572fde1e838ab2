import type { PlainDate } from '../domain/plain-date.ts';

/** A date as papers write it: `2026年11月5日`. */
export function chineseDate(date: PlainDate): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** A moment in China as lists write it: `2026-11-05 14:03:22`. */
export function chinaMoment(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
