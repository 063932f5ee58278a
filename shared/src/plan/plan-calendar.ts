/** The working calendar of a plan: its weekend, and the holidays of both parties (X11). */

import type { CalendarDate } from './calendar-date.ts';
import type { PlanSnapshot } from './plan.ts';
import type { WorkingCalendar } from './working-days.ts';

/**
 * A day on which either party rests is no working day of the plan, for a step of one waits for the other.
 * Blackouts are not in it: they say that nothing will happen, not that nobody is there.
 */
export function workingCalendarOf(
  plan: Pick<PlanSnapshot, 'weekend' | 'calendars'>,
): WorkingCalendar {
  const holidays = new Set<CalendarDate>();
  for (const { holidays: list } of [plan.calendars.seller, plan.calendars.buyer]) {
    for (const { date } of list) holidays.add(date);
  }
  return { weekend: plan.weekend, holidays };
}
