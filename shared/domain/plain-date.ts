import { z } from 'zod';

/** A calendar date without a time or zone, `YYYY-MM-DD`: birth dates, due dates and validity are never timestamps. */
export const plainDate = z.string().refine(isPlainDate, { message: 'not-a-date' }).brand<'PlainDate'>();
export type PlainDate = z.infer<typeof plainDate>;

/** Whether the text is a date that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Reads `YYYY-MM-DD`. Throws a RangeError for anything that is not a date. */
export function toPlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a date: ${text}`);
  return text as PlainDate;
}

/** The date it is in China (UTC+8, no summer time since 1991) at an instant, in milliseconds since 1970. */
export function chinaDateAt(instantMs: number): PlainDate {
  return toPlainDate(new Date(instantMs + 8 * 3_600_000).toISOString().slice(0, 10));
}

/** The same day of a later (or, negative, earlier) year; 29 February becomes 28 February where it must. */
export function addYears(date: PlainDate, years: number): PlainDate {
  const year = Number(date.slice(0, 4)) + years;
  const month = Number(date.slice(5, 7));
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return toPlainDate(`${String(year).padStart(4, '0')}-${date.slice(5, 7)}-${String(day).padStart(2, '0')}`);
}

/** The date `days` later (negative: earlier). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return toPlainDate(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}

/** Seconds since 1970 at the beginning of that day in China; what a card token's dates are written as (RFC 8392 NumericDate). */
export function chinaMidnightSeconds(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00+08:00`) / 1000;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
