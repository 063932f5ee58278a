/**
 * Week windows to dates (X16). Week 1 begins on the day of evaluation start, whatever weekday that is, and
 * every week has seven days. A step starts on the first working day of its first week and is due on the
 * last working day of its last. With a signature date the weeks are laid backward from it: the signature
 * step's last week ends on that day, so its due date is that day, or the last working day before it. With
 * both, backward wins and what does not fit is told. With neither there are no dates.
 *
 * Details: a week without a working day starts its step on the next working day, and no step is due before
 * it starts. Windows count from evaluation start also in a variant that leaves the first rows out. Without
 * windows only the signature step gets a date, the one that was given. Without a signature row the last
 * window ends on the signature date.
 */

import { addDays, type CalendarDate, compareDates } from '../plan/calendar-date.ts';
import type { StepType } from '../plan/kinds.ts';
import type { WeekWindow } from '../plan/plan.ts';
import {
  sameOrNextWorkingDay,
  sameOrPreviousWorkingDay,
  type WorkingCalendar,
} from '../plan/working-days.ts';

export interface WeekRow {
  readonly title: string;
  readonly type: StepType;
  readonly weeks?: WeekWindow;
}

export interface WeekAnchors {
  readonly evaluationStart?: CalendarDate;
  readonly signature?: CalendarDate;
}

export interface RowDates {
  readonly start?: CalendarDate;
  readonly due?: CalendarDate;
}

/** What cannot be had when both evaluation start and signature are given. */
export type WeekConflict =
  | {
      /** The windows need more weeks than lie between the two. */
      readonly kind: 'signature-too-early';
      readonly signature: CalendarDate;
      /** The first date with which no row would begin before evaluation start. */
      readonly earliest: CalendarDate;
    }
  | {
      readonly kind: 'starts-before-evaluation';
      /** Place in the rows given, from 0. */
      readonly index: number;
      readonly title: string;
      readonly start: CalendarDate;
      readonly due: CalendarDate;
      readonly evaluationStart: CalendarDate;
    };

export interface WeekLayout {
  /** One entry for each row, in the same order. */
  readonly dates: readonly RowDates[];
  readonly conflicts: readonly WeekConflict[];
}

export function layOutWeeks(
  rows: readonly WeekRow[],
  anchors: WeekAnchors,
  calendar: WorkingCalendar,
): WeekLayout {
  const { evaluationStart, signature } = anchors;
  const lastWeek = weekOfSignature(rows);
  if (lastWeek === undefined) return { dates: datesWithoutWindows(rows, signature), conflicts: [] };
  const weekOne = signature ? addDays(signature, 1 - 7 * lastWeek) : evaluationStart;
  if (!weekOne) return { dates: rows.map(() => ({})), conflicts: [] };

  const dates = rows.map((row) => (row.weeks ? datesOf(row.weeks, weekOne, calendar) : {}));
  if (!signature || !evaluationStart) return { dates, conflicts: [] };
  return {
    dates,
    conflicts: conflictsOf(rows, dates, evaluationStart, signature, lastWeek, calendar),
  };
}

/** The week that ends on the signature date. */
function weekOfSignature(rows: readonly WeekRow[]): number | undefined {
  const signing = rows.findLast((row) => row.type === 'signature' && row.weeks)?.weeks;
  if (signing) return signing.last;
  const ends = rows.flatMap((row) => row.weeks?.last ?? []);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

function datesWithoutWindows(rows: readonly WeekRow[], signature?: CalendarDate): RowDates[] {
  return rows.map((row) => (signature && row.type === 'signature' ? { due: signature } : {}));
}

function datesOf(
  span: WeekWindow,
  weekOne: CalendarDate,
  calendar: WorkingCalendar,
): { start: CalendarDate; due: CalendarDate } {
  const start = sameOrNextWorkingDay(calendar, addDays(weekOne, 7 * (span.first - 1)));
  const due = sameOrPreviousWorkingDay(calendar, addDays(weekOne, 7 * span.last - 1));
  return { start, due: compareDates(due, start) < 0 ? start : due };
}

function conflictsOf(
  rows: readonly WeekRow[],
  dates: readonly RowDates[],
  evaluationStart: CalendarDate,
  signature: CalendarDate,
  lastWeek: number,
  calendar: WorkingCalendar,
): WeekConflict[] {
  const early = rows.flatMap(({ title }, index): WeekConflict[] => {
    const { start, due } = dates[index] ?? {};
    if (!start || !due || compareDates(start, evaluationStart) >= 0) return [];
    return [{ kind: 'starts-before-evaluation', index, title, start, due, evaluationStart }];
  });
  if (early.length === 0) return [];
  const firstWeek = Math.min(...rows.flatMap((row) => row.weeks?.first ?? []));
  const earliest = earliestSignature(lastWeek - firstWeek + 1, evaluationStart, calendar);
  return [{ kind: 'signature-too-early', signature, earliest }, ...early];
}

/** The last working day of so many weeks, unless days off at both ends make it a day too early. */
function earliestSignature(
  weekCount: number,
  evaluationStart: CalendarDate,
  calendar: WorkingCalendar,
): CalendarDate {
  const end = addDays(evaluationStart, 7 * weekCount - 1);
  const working = sameOrPreviousWorkingDay(calendar, end);
  const start = sameOrNextWorkingDay(calendar, addDays(working, 1 - 7 * weekCount));
  if (compareDates(start, evaluationStart) >= 0) return working;
  return sameOrNextWorkingDay(calendar, end);
}
