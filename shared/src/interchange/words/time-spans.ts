/** Week windows ("Week 3-6") and spans of time ("2 weeks", "5 days"), in English, German, French, Spanish. */

import { foldedText } from '../../plan/folded-text.ts';
import type { WeekWindow } from '../../plan/plan.ts';

/** Calendar weeks ("KW 12", "uke 34", "week 34 of 2027") are another count, so those words are not here. */
const WEEKS =
  /^(?:weeks?|wks?|w|wochen?|semaines?|semanas?)\.? ?(\d{1,3})(?: ?(?:-|to|bis|a) ?(?:w(?:eeks?|k)? ?)?(\d{1,3}))?$/;

/** A year of weeks: beyond it the number is no window of a plan. */
const LAST_WEEK = 104;

export function readWeekWindow(text: string): WeekWindow | undefined {
  const match = WEEKS.exec(foldedText(text.slice(0, 60)));
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first >= 1 && last >= first && last <= LAST_WEEK ? { first, last } : undefined;
}

const SPAN =
  /^(\d{1,4})(?: ?(working days?|business days?|work days?|arbeitstage?|jours? ouvres?|dias? habiles?|virkedager?|d|days?|tage?n?|jours?|dias?|dager?|w|wks?|weeks?|wochen?|semaines?|semanas?|uker?))?$/;

/** Working days; a week has five of them. A bare number counts days. Ranges ("2-4 weeks") are not one span. */
export function readWorkingDays(text: string): number | undefined {
  const match = SPAN.exec(foldedText(text.slice(0, 60)));
  if (!match) return undefined;
  const count = Number(match[1]);
  return /^(w|wo|sem|uke)/.test(match[2] ?? '') && !/^wor/.test(match[2] ?? '') ? count * 5 : count;
}

export function weekWindowText(weeks: WeekWindow): string {
  return weeks.first === weeks.last ? `Week ${weeks.first}` : `Week ${weeks.first}-${weeks.last}`;
}

export function workingDaysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
