/** Working days: weekends and holidays taken out. All rules and cascades count in these (decision X11). */

import {
  addDays,
  type CalendarDate,
  dayNumber,
  fromDayNumber,
  type Weekday,
  weekdayOf,
} from './calendar-date.ts';

export interface WorkingCalendar {
  /** Days of the week on which nobody works. A weekend of all seven days is read as none. */
  readonly weekend: readonly Weekday[];
  readonly holidays: ReadonlySet<CalendarDate>;
}

export const SATURDAY_AND_SUNDAY: readonly Weekday[] = [6, 7];

export const PLAIN_CALENDAR: WorkingCalendar = {
  weekend: SATURDAY_AND_SUNDAY,
  holidays: new Set(),
};

/** No calendar that people keep has a longer run of days off; beyond it a search gives up. */
const LONGEST_RUN_OF_DAYS_OFF = 3_660;

export function isWorkingDay(calendar: WorkingCalendar, date: CalendarDate): boolean {
  return !isWeekend(calendar, date) && !calendar.holidays.has(date);
}

/** The date itself when it is a working day, else the first one after it. */
export function sameOrNextWorkingDay(calendar: WorkingCalendar, date: CalendarDate): CalendarDate {
  return seek(calendar, date, 1);
}

/** The date itself when it is a working day, else the last one before it. */
export function sameOrPreviousWorkingDay(
  calendar: WorkingCalendar,
  date: CalendarDate,
): CalendarDate {
  return seek(calendar, date, -1);
}

/**
 * The date `count` working days after `date` (before it when negative). Zero gives the date as it is, day
 * off or not. From a day off, the first step lands on the next working day in that direction.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  date: CalendarDate,
  count: number,
): CalendarDate {
  const step = count < 0 ? -1 : 1;
  const perWeek = 7 - weekendOf(calendar).size;
  let at = date;
  let left = Math.abs(count);
  // Whole weeks in strides, so that a date in the year 9999 costs no more than one next week. Holidays make a
  // stride too short, never too long; the last day is always walked, so it is a working day.
  for (
    let weeks = Math.floor((left - 1) / perWeek);
    weeks >= 1;
    weeks = Math.floor((left - 1) / perWeek)
  ) {
    const next = addDays(at, step * 7 * weeks);
    const passed = Math.abs(workingDaysBetween(calendar, at, next));
    if (passed === 0) break;
    at = next;
    left -= passed;
  }
  for (; left > 0; left -= 1) {
    const next = seek(calendar, addDays(at, step), step);
    // The calendar ends on 9999-12-31 and begins on 0001-01-01.
    if (next === at) break;
    at = next;
  }
  return at;
}

/**
 * Signed working days from `from` to `to`: how many working days lie after `from` up to and with `to`;
 * negative when `to` is earlier. For working days `addWorkingDays(c, from, workingDaysBetween(c, from, to)) === to`.
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: CalendarDate,
  to: CalendarDate,
): number {
  if (from === to) return 0;
  if (from > to) return -countWorkingDays(calendar, dayNumber(to), dayNumber(from) - 1);
  return countWorkingDays(calendar, dayNumber(from) + 1, dayNumber(to));
}

/** Working days in the closed interval of day numbers; whole weeks are counted, not walked. */
function countWorkingDays(calendar: WorkingCalendar, first: number, last: number): number {
  const weekend = weekendOf(calendar);
  const wholeWeeks = Math.floor((last - first + 1) / 7);
  let count = wholeWeeks * (7 - weekend.size);
  for (let day = first + wholeWeeks * 7; day <= last; day += 1) {
    if (!weekend.has(weekdayOf(fromDayNumber(day)))) count += 1;
  }
  for (const holiday of calendar.holidays) {
    const day = dayNumber(holiday);
    if (day >= first && day <= last && !weekend.has(weekdayOf(holiday))) count -= 1;
  }
  return count;
}

function seek(calendar: WorkingCalendar, date: CalendarDate, step: 1 | -1): CalendarDate {
  let at = date;
  for (let tried = 0; tried < LONGEST_RUN_OF_DAYS_OFF; tried += 1) {
    if (isWorkingDay(calendar, at)) return at;
    at = addDays(at, step);
  }
  return date;
}

function isWeekend(calendar: WorkingCalendar, date: CalendarDate): boolean {
  return calendar.weekend.includes(weekdayOf(date)) && weekendOf(calendar).size > 0;
}

function weekendOf(calendar: WorkingCalendar): ReadonlySet<Weekday> {
  const days = new Set(calendar.weekend);
  return days.size >= 7 ? new Set() : days;
}
