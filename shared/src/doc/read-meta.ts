/** Plan-level fields: title, parties, money, calendars, goal. */

import type * as Y from 'yjs';
import { type CalendarDate, parseCalendarDate, type Weekday } from '../plan/calendar-date.ts';
import { DEAL_TYPES, type Party, START_MODES, TEMPLATE_IDS, VARIANTS } from '../plan/kinds.ts';
import type { Blackout, Goal, Holiday, PartyCalendar, PlanSnapshot } from '../plan/plan.ts';
import { SATURDAY_AND_SUNDAY } from '../plan/working-days.ts';
import type { Problem } from './problem.ts';
import { FieldReader } from './read-values.ts';

export type MetaFields = Pick<
  PlanSnapshot,
  | 'schema'
  | 'title'
  | 'seller'
  | 'buyer'
  | 'product'
  | 'template'
  | 'dealType'
  | 'variant'
  | 'start'
  | 'value'
  | 'currency'
  | 'timeZone'
  | 'weekend'
  | 'calendars'
>;

export function readMeta(meta: Y.Map<unknown>): {
  fields: MetaFields;
  problems: readonly Problem[];
} {
  const read = new FieldReader(meta, { kind: 'plan', id: 'plan' });
  const value = read.plain('value', isAmount);
  const currency = read.plain('currency', isCurrency);
  const fields: MetaFields = {
    schema: read.plain('schema', (v): v is number => Number.isInteger(v)) ?? 0,
    title: read.text('title'),
    seller: read.string('seller') ?? '',
    buyer: read.string('buyer') ?? '',
    product: read.string('product') ?? '',
    template: read.oneOf('template', TEMPLATE_IDS) ?? 'blank',
    dealType: read.oneOf('dealType', DEAL_TYPES) ?? 'new',
    variant: read.oneOf('variant', VARIANTS) ?? 'full',
    start: read.oneOf('start', START_MODES) ?? 'draft',
    ...(value === undefined ? {} : { value }),
    ...(currency === undefined ? {} : { currency }),
    timeZone: read.string('timeZone') ?? 'UTC',
    weekend: read.plain('weekend', isWeekend) ?? SATURDAY_AND_SUNDAY,
    calendars: { seller: readCalendar(read, 'seller'), buyer: readCalendar(read, 'buyer') },
  };
  return { fields, problems: read.problems };
}

export function readGoal(goal: Y.Map<unknown>): { goal: Goal; problems: readonly Problem[] } {
  const read = new FieldReader(goal, { kind: 'goal', id: 'goal' });
  return {
    goal: {
      problem: read.text('problem'),
      decision: read.text('decision'),
      outcome: read.text('outcome'),
      consequence: read.text('consequence'),
    },
    problems: read.problems,
  };
}

function readCalendar(read: FieldReader, party: Party): PartyCalendar {
  const holidays: Holiday[] = [];
  for (const [key, name] of read.entries(`${party}Holidays`)) {
    const date = parseCalendarDate(key);
    if (name === false) continue;
    if (date === undefined || typeof name !== 'string')
      read.problem(`${party}Holidays`, 'a holiday holds an unknown value');
    else holidays.push({ date, name });
  }
  const blackouts: Blackout[] = [];
  for (const [key, name] of read.entries(`${party}Blackouts`)) {
    if (name === false) continue;
    const period = parsePeriod(key);
    if (!period || typeof name !== 'string')
      read.problem(`${party}Blackouts`, 'a blackout holds an unknown value');
    else blackouts.push({ ...period, name });
  }
  return { holidays, blackouts };
}

/** The key of a blackout: both dates, so that the same period is the same entry for everybody. */
export function periodKey(from: CalendarDate, to: CalendarDate): string {
  return `${from}..${to}`;
}

function parsePeriod(key: string): { from: CalendarDate; to: CalendarDate } | undefined {
  const [first, second, ...rest] = key.split('..');
  const from = parseCalendarDate(first);
  const to = parseCalendarDate(second);
  return from && to && from <= to && rest.length === 0 ? { from, to } : undefined;
}

export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1e12;
}

export function isCurrency(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

export function isWeekend(value: unknown): value is readonly Weekday[] {
  return (
    Array.isArray(value) &&
    value.length < 7 &&
    value.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  );
}
