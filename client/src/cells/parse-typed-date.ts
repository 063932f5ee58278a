/**
 * Dates as people type them: "fri", "+2w", "12 mar", "next tue", "12/3", ISO. Pure: today is given.
 *
 * Without a year it is the nearest such day that makes sense in a plan: this year's, unless that lies more
 * than a quarter back.
 */

import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  daysBetween,
  daysInMonth,
  parseCalendarDate,
  partsOf,
  weekdayOf,
} from '@tandem/shared/plan/calendar-date';
import { foldedText } from '@tandem/shared/plan/folded-text';
import {
  addWorkingDays,
  PLAIN_CALENDAR,
  type WorkingCalendar,
} from '@tandem/shared/plan/working-days';
import type { DateWords } from './date-words.ts';

export interface TypedDateContext {
  readonly today: CalendarDate;
  readonly words: DateWords;
  /** What "+3" counts from; today when the cell is empty. */
  readonly from?: CalendarDate;
  readonly calendar?: WorkingCalendar;
}

const LONGEST_LOOK_BACK = 90;
const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['now', 0],
  ['tomorrow', 1],
  ['tmr', 1],
  ['yesterday', -1],
]);

export function parseTypedDate(typed: string, context: TypedDateContext): CalendarDate | undefined {
  const text = foldedText(typed).replace(/^(on|by|due|until) /, '');
  if (text === '') return undefined;
  return (
    parseCalendarDate(text) ??
    namedDay(text, context) ??
    distance(text, context) ??
    weekday(text, context) ??
    endOf(text, context) ??
    withMonthName(text, context) ??
    inNumbers(text, context)
  );
}

function namedDay(text: string, { today }: TypedDateContext): CalendarDate | undefined {
  const days = NAMED_DAYS.get(text);
  return days === undefined ? undefined : addDays(today, days);
}

/** "+2w", "-3d", "+10wd", "in 2 weeks", "3 days". A bare "+5" is working days, as plans count. */
function distance(text: string, context: TypedDateContext): CalendarDate | undefined {
  const match =
    /^(in |\+|-)\s?(\d{1,3})\s?(d|days?|wd|working days?|w|wks?|weeks?|m|mo|months?)?$/.exec(
      text,
    ) ?? /^()(\d{1,3})\s?(days?|working days?|w|wks?|weeks?|months?)$/.exec(text);
  if (!match) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const count = Number(match[2]) * sign;
  const unit = match[3] ?? 'wd';
  // A signed distance moves the date that stands there; "in 2 weeks" speaks of now.
  const isMove = match[1] === '+' || match[1] === '-';
  const from = isMove ? (context.from ?? context.today) : context.today;
  if (unit === 'wd' || unit.startsWith('working')) {
    return addWorkingDays(context.calendar ?? PLAIN_CALENDAR, from, count);
  }
  if (unit.startsWith('w')) return addDays(from, count * 7);
  if (unit.startsWith('m')) return addMonths(from, count);
  return addDays(from, count);
}

/** "fri" is the coming one, "next fri" the one in the week after this, "this fri" the one in this week. */
function weekday(text: string, { today, words }: TypedDateContext): CalendarDate | undefined {
  const match = /^(?:(next|this|last) )?(.+?)\.?$/.exec(text);
  const wanted = words.weekdays.get(match?.[2] ?? '');
  if (match?.[2] === 'week' && match[1] === 'next') return addDays(today, 8 - weekdayOf(today));
  if (wanted === undefined) return undefined;
  const inThisWeek = addDays(today, wanted - weekdayOf(today));
  if (match?.[1] === 'next') return addDays(inThisWeek, 7);
  if (match?.[1] === 'last') return addDays(inThisWeek, -7);
  if (match?.[1] === 'this') return inThisWeek;
  return inThisWeek > today ? inThisWeek : addDays(inThisWeek, 7);
}

/** "eom", "end of march", "end of quarter". */
function endOf(text: string, { today, words }: TypedDateContext): CalendarDate | undefined {
  const { year, month } = partsOf(today);
  if (/^(eom|end of (the )?month)$/.test(text)) return lastOf(year, month);
  if (/^(eoq|end of (the )?quarter)$/.test(text)) return lastOf(year, Math.ceil(month / 3) * 3);
  if (/^(eoy|end of (the )?year)$/.test(text)) return lastOf(year, 12);
  if (/^(eow|end of (the )?week)$/.test(text))
    return addDays(today, Math.max(0, 5 - weekdayOf(today)));
  const named = words.months.get(/^end of ([\p{L}.]+)$/u.exec(text)?.[1]?.replace(/\.$/, '') ?? '');
  if (named === undefined) return undefined;
  return lastOf(named < month ? year + 1 : year, named);
}

/** "12 mar", "mar 12", "12. märz 2027", "fri 12 mar", "march 12th". */
function withMonthName(text: string, context: TypedDateContext): CalendarDate | undefined {
  const tokens = text
    .split(/[\s,./-]+/)
    .filter((token) => token !== '' && token !== 'of' && token !== 'de');
  let month: number | undefined;
  const numbers: number[] = [];
  for (const token of tokens) {
    const number = /^(\d{1,4})(st|nd|rd|th|er|e)?$/.exec(token)?.[1];
    if (number !== undefined) numbers.push(Number(number));
    else if (month === undefined && context.words.months.has(token))
      month = context.words.months.get(token);
    else if (!context.words.weekdays.has(token)) return undefined;
  }
  if (month === undefined) return undefined;
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return undefined;
  if (first > 31 && second !== undefined) return dayOf(second, month, first, context.today);
  return dayOf(first, month, second, context.today);
}

/** "12/3", "12.3.", "3/12/27": which is the month is the locale's affair, unless only one can be. */
function inNumbers(text: string, { today, words }: TypedDateContext): CalendarDate | undefined {
  const ordered = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(text);
  if (ordered) return calendarDateOf(Number(ordered[1]), Number(ordered[2]), Number(ordered[3]));
  const match = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4})?)?$/.exec(text);
  if (!match) return undefined;
  const year = match[3] === undefined ? undefined : Number(match[3]);
  const [first, second] = [Number(match[1]), Number(match[2])];
  // Dots are only ever written day first.
  const isDayFirst = text.includes('.') || words.order === 'day-month';
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return dayOf(day, month, year, today) ?? dayOf(month, day, year, today);
}

function dayOf(
  day: number,
  month: number,
  year: number | undefined,
  today: CalendarDate,
): CalendarDate | undefined {
  if (year !== undefined) return calendarDateOf(year < 100 ? 2000 + year : year, month, day);
  const thisYear = partsOf(today).year;
  for (const candidate of [thisYear, thisYear + 1, thisYear + 2, thisYear + 3]) {
    const date = calendarDateOf(candidate, month, day);
    if (date !== undefined && daysBetween(date, today) <= LONGEST_LOOK_BACK) return date;
  }
  return undefined;
}

function addMonths(date: CalendarDate, count: number): CalendarDate | undefined {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return calendarDateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

function lastOf(year: number, month: number): CalendarDate | undefined {
  return calendarDateOf(year, month, daysInMonth(year, month));
}
