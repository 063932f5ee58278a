/** One date cell: a date, a range, a week window, nothing yet, or text that is kept. */

import type { CalendarDate } from '../../plan/calendar-date.ts';
import type { WeekWindow } from '../../plan/plan.ts';
import type { DateOrder } from '../import-outcome.ts';
import type { Cell } from '../markdown/cell.ts';
import { isNothing, isSlot, isStillOpen } from '../words/plain-words.ts';
import { readWeekWindow } from '../words/time-spans.ts';
import { readDate, readDateRange } from '../words/written-dates.ts';
import { type Desk, report } from './desk.ts';

export interface DateCell {
  readonly date?: CalendarDate;
  /** The first day, where a range is written. */
  readonly from?: CalendarDate;
  readonly weeks?: WeekWindow;
  /** What stands behind the date. */
  readonly rest?: string;
  /** What stands there beside or instead of a date, and must be kept by whoever asked. */
  readonly kept?: string;
  /** Whether that is text beside a date or text that could not be read at all. */
  readonly keptWhy?: string;
}

export function orderOfDesk(desk: Desk): DateOrder | undefined {
  return desk.order.kind === 'known' ? desk.order.order : undefined;
}

export function readDateCell(desk: Desk, cell: Cell): DateCell {
  const text = cell.text.trim();
  if (isNothing(text) || isSlot(text)) return {};
  if (isStillOpen(text)) {
    report(desk, cell.place, text, 'The date is still open.', 'nowhere');
    return {};
  }
  const weeks = readWeekWindow(text);
  if (weeks) return { weeks };
  const order = orderOfDesk(desk);
  const range = readDateRange(text, order);
  if (range) return { date: range.to, from: range.from };
  const date = readDate(text, order);
  if (date.kind === 'either') {
    desk.unclearDates.push({ text, line: cell.place.line });
    return {};
  }
  if (date.kind === 'none') return { kept: text, keptWhy: whyNoDate(text) };
  noteContradiction(desk, text, cell);
  if (date.rest === '') return { date: date.date };
  return {
    date: date.date,
    rest: date.rest,
    kept: text,
    keptWhy: 'The date was read; the words beside it are kept.',
  };
}

/** Two dates that can only be read in opposite orders: one of them is mistyped, so the file is asked about. */
function noteContradiction(desk: Desk, text: string, cell: Cell): void {
  if (
    desk.order.kind === 'open' &&
    desk.order.contradicting &&
    /^\d{1,2}[/-]\d{1,2}[/-]\d/.test(text)
  ) {
    desk.unclearDates.push({ text, line: cell.place.line });
  }
}

function whyNoDate(text: string): string {
  return /\d/.test(text) && !/\d{4}/.test(text) && /[A-Za-z]{3}/.test(text)
    ? 'This is no full date: day, month and year are needed.'
    : 'This could not be read as a date.';
}
