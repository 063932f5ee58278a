/** Calendar dates in words, by `Intl`: day and short month, and the year when it is not this one. */

import { type CalendarDate, partsOf } from '@tandem/shared/plan/calendar-date';
import { userLocale } from './locale.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  // A calendar date has no zone; UTC on both ways keeps it the same square.
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

function instantOf(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day);
}

export function shortDate(date: CalendarDate, today: CalendarDate, locale = userLocale()): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  return formatterOf(locale, isThisYear ? options : { ...options, year: 'numeric' }).format(
    instantOf(date),
  );
}

export function longDate(date: CalendarDate, locale = userLocale()): string {
  return formatterOf(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(
    instantOf(date),
  );
}

export function dateWithWeekday(date: CalendarDate, locale = userLocale()): string {
  return formatterOf(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(instantOf(date));
}

const zones = new Map<string, Intl.DateTimeFormat>();

/** The calendar date that it is at `instant` in a time zone; in UTC where nobody knows the zone. */
export function dateInZone(instant: number, timeZone: string): CalendarDate {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = zoneOf(timeZone);
    zones.set(timeZone, zone);
  }
  return zone.format(instant) as CalendarDate;
}

function zoneOf(timeZone: string): Intl.DateTimeFormat {
  try {
    // Swedish writes dates as ISO does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' });
  }
}
