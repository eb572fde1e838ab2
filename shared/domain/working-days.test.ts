import { expect, test } from 'vitest';
import { toPlainDate } from './plain-date.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const day = toPlainDate;
const calendar = {
  from: day('2026-09-28'),
  to: day('2026-10-31'),
  off: [day('2026-10-01'), day('2026-10-02'), day('2026-10-05')],
  worked: [day('2026-10-10')],
};

test('without a calendar weekends alone are left out, and it says so', () => {
  expect(addWorkingDays(day('2026-11-26'), 2, undefined)).toEqual({ day: '2026-11-30', weekendsOnly: true });
});

test('a calendar’s days off are not counted, and a weekend that is worked is', () => {
  expect(addWorkingDays(day('2026-09-30'), 1, calendar)).toEqual({ day: '2026-10-06', weekendsOnly: false });
  expect(addWorkingDays(day('2026-10-09'), 1, calendar)).toEqual({ day: '2026-10-10', weekendsOnly: false });
});

test('a day beyond the calendar is told of', () => {
  expect(addWorkingDays(day('2026-10-30'), 1, calendar)).toEqual({ day: '2026-11-02', weekendsOnly: true });
});

test('counting there and back agrees', () => {
  for (let count = 0; count < 40; count += 1) {
    const { day: to } = addWorkingDays(day('2026-09-30'), count, calendar);
    expect(workingDaysBetween(day('2026-09-30'), to, calendar)).toBe(count);
  }
});
