import { z } from 'zod';
import { addDays, type PlainDate, plainDate } from './plain-date.ts';

/** The State Council's yearly notice as data: days off, and weekends that are worked instead (调休); both ends of what it speaks of. */
export const holidayCalendar = z.strictObject({
  from: plainDate,
  to: plainDate,
  off: z.array(plainDate).max(400),
  worked: z.array(plainDate).max(200),
});
export type HolidayCalendar = z.infer<typeof holidayCalendar>;

/** A day reached by counting working days; `weekendsOnly` where a day on the way is in no calendar, so that holidays weren't counted. */
export interface CountedDay {
  day: PlainDate;
  weekendsOnly: boolean;
}

/** Whether people work on that day: by the calendar where it speaks of it, otherwise from Monday to Friday. */
export function isWorkingDay(day: PlainDate, calendar: HolidayCalendar | undefined): boolean {
  if (calendar && covers(calendar, day)) {
    if (calendar.off.includes(day)) return false;
    if (calendar.worked.includes(day)) return true;
  }
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The day `count` working days after `from`, which itself isn't counted (民法典 第二百零一条). `count` is 0 to 1000; a calendar of days
 * off without end is given up after ten years.
 */
export function addWorkingDays(from: PlainDate, count: number, calendar: HolidayCalendar | undefined): CountedDay {
  let day = from;
  let left = count;
  let weekendsOnly = calendar === undefined;
  for (let step = 0; left > 0 && step < 3_660; step += 1) {
    day = addDays(day, 1);
    if (calendar && !covers(calendar, day)) weekendsOnly = true;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return { day, weekendsOnly };
}

/** How many working days lie after `from` up to and with `to`; 0 where `to` isn't later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: HolidayCalendar | undefined): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

function covers({ from, to }: HolidayCalendar, day: PlainDate): boolean {
  return from <= day && day <= to;
}
