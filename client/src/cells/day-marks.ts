/** What the calendar says about a day: whose holiday it is, or that nobody works. */

import { type CalendarDate, weekdayOf } from '@tandem/shared/plan/calendar-date';
import { PARTIES } from '@tandem/shared/plan/kinds';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';
import type { DayMark } from '../ui/calendar.tsx';
import { partyName } from './words.ts';

type Calendars = Pick<PlanSnapshot, 'weekend' | 'calendars' | 'seller' | 'buyer'>;

export function dayMarkOf(plan: Calendars, date: CalendarDate): DayMark | undefined {
  const titles: string[] = [];
  for (const party of PARTIES) {
    const { holidays, blackouts } = plan.calendars[party];
    const names = [
      ...holidays.filter((holiday) => holiday.date === date),
      ...blackouts.filter(({ from, to }) => from <= date && date <= to),
    ].map(({ name }) => name);
    if (names.length > 0) titles.push(`${names.join(', ')} (${partyName(plan, party)})`);
  }
  if (titles.length > 0) return { kind: 'holiday', title: titles.join('; ') };
  const isWeekend = plan.weekend.length < 7 && plan.weekend.includes(weekdayOf(date));
  return isWeekend ? { kind: 'day-off', title: 'not a working day' } : undefined;
}

/** The marked days of a month, for those who do not hover. */
export function holidaysIn(
  plan: Calendars,
  month: string,
): readonly { date: CalendarDate; title: string }[] {
  const found: { date: CalendarDate; title: string }[] = [];
  for (const party of PARTIES) {
    const { holidays, blackouts } = plan.calendars[party];
    for (const { date, name } of holidays) {
      if (date.startsWith(month))
        found.push({ date, title: `${name} (${partyName(plan, party)})` });
    }
    for (const { from, to, name } of blackouts) {
      const overlaps = from.slice(0, 7) <= month && month <= to.slice(0, 7);
      if (overlaps) found.push({ date: from, title: `${name} (${partyName(plan, party)})` });
    }
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : 1));
}
