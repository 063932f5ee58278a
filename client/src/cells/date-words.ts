/** The names of months and weekdays that may be typed: English, and the person's own language by `Intl`. */

import { foldedText } from '@tandem/shared/plan/folded-text';
import { userLocale } from './locale.ts';

export interface DateWords {
  /** Folded name, long or short, to month 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Folded name, long or short, to ISO weekday, 1 is Monday. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Which number comes first in "3/4". */
  readonly order: 'day-month' | 'month-day';
}

const known = new Map<string, DateWords>();

export function dateWords(locale = userLocale()): DateWords {
  const found = known.get(locale);
  if (found) return found;
  const made = makeWords(locale);
  known.set(locale, made);
  return made;
}

function makeWords(locale: string): DateWords {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  for (const language of [locale, 'en']) {
    for (const length of ['long', 'short'] as const) {
      for (let month = 1; month <= 12; month += 1) {
        const instant = Date.UTC(2024, month - 1, 15);
        add(months, nameOf(language, { month: length }, instant), month);
        // Many languages bend the month beside a day: "12 марта".
        add(months, monthInDate(language, length, instant), month);
      }
      for (let weekday = 1; weekday <= 7; weekday += 1) {
        // 1 January 2024 was a Monday.
        add(weekdays, nameOf(language, { weekday: length }, Date.UTC(2024, 0, weekday)), weekday);
      }
    }
  }
  months.set('sept', 9);
  for (const [name, weekday] of [
    ['tues', 2],
    ['weds', 3],
    ['thur', 4],
    ['thurs', 4],
  ] as const) {
    weekdays.set(name, weekday);
  }
  return { months, weekdays, order: orderOf(locale) };
}

function add(names: Map<string, number>, name: string, value: number): void {
  const folded = foldedText(name).replace(/\.$/, '');
  if (folded !== '' && !names.has(folded)) names.set(folded, value);
}

function nameOf(locale: string, options: Intl.DateTimeFormatOptions, instant: number): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(instant);
}

function partsIn(locale: string, options: Intl.DateTimeFormatOptions, instant: number) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(instant);
}

function monthInDate(locale: string, month: 'long' | 'short', instant: number): string {
  const parts = partsIn(locale, { day: 'numeric', month }, instant);
  return parts.find((part) => part.type === 'month')?.value ?? '';
}

function orderOf(locale: string): 'day-month' | 'month-day' {
  const parts = partsIn(locale, { day: 'numeric', month: 'numeric' }, Date.UTC(2024, 0, 15));
  const first = parts.find((part) => part.type === 'day' || part.type === 'month');
  return first?.type === 'month' ? 'month-day' : 'day-month';
}
