/**
 * Dates as people write them: "8 Mar 2027", "March 12, 2027", "2027-03-03", "12.3.2027", "1er juin 2027".
 *
 * A date without a year is no date here, and 3/12/2027 is two dates until the order of day and month is
 * known for the whole file (X13): the importer asks once, it never guesses row by row.
 */

import { type CalendarDate, calendarDateOf, partsOf } from '../../plan/calendar-date.ts';
import { foldedText } from '../../plan/folded-text.ts';
import type { DateOrder } from '../import-outcome.ts';
import { monthOf, withoutWeekday } from './month-names.ts';

export type WrittenDate =
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly rest: string }
  /** Two readings, and nothing says which. */
  | { readonly kind: 'either' }
  | { readonly kind: 'none' };

const NO_DATE: WrittenDate = { kind: 'none' };
const LONGEST_DATE = 120;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w/-])/;
const NUMBERS = /^(\d{1,2})([/.-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\w/:-])/;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|o|a|º|ª|\.)?(?:[ .,/-]+| ?(?:of|de|du) )([a-z]{3,12})\.?(?:[ ,./-]+(?:de |del |of )?|)'?(\d{4}|\d{2}(?!:))(?![\w/-])/;
const MONTH_FIRST =
  /^([a-z]{3,12})\.?[ .-]+(\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| |\.|-)'?(\d{4})(?![\w/-])/;
const LEAD_IN = /^(?:by|due|on|before|am|bis|le|el|den|the|au|target:?) +/;

/** A date at the beginning of the text; `rest` is what follows it, in its own writing. */
export function readDate(text: string, order?: DateOrder): WrittenDate {
  const whole = text.trim();
  const trimmed = whole.slice(0, LONGEST_DATE);
  // Folding may change the length, so the rest is counted from the end.
  const folded = foldedText(trimmed);
  const plain = withoutWeekday(withoutWeekday(folded).replace(LEAD_IN, ''));
  const found = firstDate(plain, order);
  if (found === 'either') return { kind: 'either' };
  if (!found) return NO_DATE;
  const behind = plain.slice(found.length);
  const rest = behind === '' ? '' : trimmed.slice(-behind.length);
  if (foldedText(rest) !== behind.trim()) return NO_DATE;
  const all = rest + whole.slice(LONGEST_DATE);
  return { kind: 'date', date: found.date, rest: all === '.' ? '' : all };
}

/** The whole text is a date and nothing else. */
export function readWholeDate(text: string, order?: DateOrder): CalendarDate | undefined {
  const found = readDate(text, order);
  return found.kind === 'date' && found.rest === '' ? found.date : undefined;
}

interface Found {
  readonly date: CalendarDate;
  /** Signs that the date takes. */
  readonly length: number;
}

function firstDate(plain: string, order: DateOrder | undefined): Found | 'either' | undefined {
  const year = YEAR_FIRST.exec(plain);
  if (year) return found(year[0], year[1], Number(year[3]), Number(year[4]));
  const numbers = NUMBERS.exec(plain);
  if (numbers) return fromNumbers(numbers, order);
  const day = DAY_FIRST.exec(plain);
  if (day) return found(day[0], day[3], monthOf(day[2] ?? ''), Number(day[1]));
  const month = MONTH_FIRST.exec(plain);
  if (month) return found(month[0], month[3], monthOf(month[1] ?? ''), Number(month[2]));
  return undefined;
}

/** Dots are used for day, month, year only; with slashes and dashes both orders are in use. */
function fromNumbers(
  match: RegExpExecArray,
  order: DateOrder | undefined,
): Found | 'either' | undefined {
  const [whole, first, sign, second, year] = match;
  const dmy = found(whole, year, Number(second), Number(first));
  if (sign === '.') return dmy;
  const mdy = found(whole, year, Number(first), Number(second));
  if (order !== undefined) return order === 'dmy' ? dmy : mdy;
  if (dmy && mdy && dmy.date !== mdy.date) return 'either';
  return dmy ?? mdy;
}

function found(
  whole: string,
  year: string | undefined,
  month: number | undefined,
  day: number,
): Found | undefined {
  if (year === undefined || month === undefined) return undefined;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = calendarDateOf(full, month, day);
  return date === undefined ? undefined : { date, length: whole.length };
}

/** "8 Mar 2027 – 12 Mar 2027", "8–12 Mar 2027", "8 Mar to 12 Mar 2027". */
export function readDateRange(
  text: string,
  order?: DateOrder,
): { readonly from: CalendarDate; readonly to: CalendarDate } | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const match =
    /^(.{1,40}?)(?: +(?:-|to|until|till|bis|til|au|al) +| ?(?:–|—|→|->) ?|(?<=^\d{1,2})-)(.{6,40})$/.exec(
      text.trim(),
    );
  const to = match && readWholeDate(match[2] ?? '', order);
  if (!to) return undefined;
  const start = (match[1] ?? '').trim();
  const { year, month } = partsOf(to);
  const day = /^\d{1,2}\.?$/.test(start)
    ? calendarDateOf(year, month, Number.parseInt(start, 10))
    : undefined;
  const from = readWholeDate(start, order) ?? day ?? readWholeDate(`${start} ${year}`, order);
  return from !== undefined && from <= to ? { from, to } : undefined;
}
