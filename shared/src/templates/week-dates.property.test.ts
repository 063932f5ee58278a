import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, weekdayOf } from '../plan/calendar-date.ts';
import { isWorkingDay, type WorkingCalendar } from '../plan/working-days.ts';
import { layOutWeeks, type WeekRow } from './week-dates.ts';

const row = (first: number, last: number): WeekRow => ({
  title: `Week ${first}-${last}`,
  type: 'other',
  weeks: { first, last },
});

describe('any layout', () => {
  const calendars = fc.record({
    weekend: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { maxLength: 6 }),
    holidays: fc
      .array(fc.integer({ min: 20_000, max: 20_400 }))
      .map((days) => new Set(days.map(fromDayNumber))),
  }) as fc.Arbitrary<WorkingCalendar>;
  const rows = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 6 }))
      .map(([first, more]) => row(first, first + more)),
    { minLength: 1, maxLength: 8 },
  );
  const dates = fc.integer({ min: 20_000, max: 20_400 }).map(fromDayNumber);

  it('gives working days, never due before the start, never outside the window but for days off', () => {
    fc.assert(
      fc.property(rows, dates, calendars, (list, evaluationStart, calendar) => {
        const layout = layOutWeeks(list, { evaluationStart }, calendar);
        layout.dates.forEach(({ start, due }, i) => {
          const window = list[i]?.weeks;
          if (!start || !due || !window) throw new Error('a row with a window has dates');
          expect(isWorkingDay(calendar, start) && isWorkingDay(calendar, due)).toBe(true);
          expect(start <= due).toBe(true);
          expect(start >= addDays(evaluationStart, 7 * (window.first - 1))).toBe(true);
          expect(due <= addDays(evaluationStart, 7 * window.last - 1) || due === start).toBe(true);
        });
      }),
    );
  });

  it('is the same forward and backward when the signature ends a whole number of weeks', () => {
    fc.assert(
      fc.property(rows, dates, calendars, (list, evaluationStart, calendar) => {
        const last = Math.max(...list.map(({ weeks }) => weeks?.last ?? 0));
        const signature = addDays(evaluationStart, 7 * last - 1);
        const backward = layOutWeeks(list, { evaluationStart, signature }, calendar);
        expect(backward.dates).toEqual(layOutWeeks(list, { evaluationStart }, calendar).dates);
        expect(backward.conflicts).toEqual([]);
        expect(weekdayOf(addDays(signature, 1))).toBe(weekdayOf(evaluationStart));
      }),
    );
  });

  it('tells a conflict exactly when a row begins before evaluation start, and a date that has none', () => {
    fc.assert(
      fc.property(rows, dates, dates, calendars, (list, evaluationStart, signature, calendar) => {
        const layout = layOutWeeks(list, { evaluationStart, signature }, calendar);
        const early = layout.dates.filter(({ start }) => start && start < evaluationStart);
        expect(layout.conflicts).toHaveLength(early.length === 0 ? 0 : early.length + 1);
        const [first] = layout.conflicts;
        if (first?.kind !== 'signature-too-early') return;
        expect(first.earliest > signature).toBe(true);
        const moved = { evaluationStart, signature: first.earliest };
        expect(layOutWeeks(list, moved, calendar).conflicts).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
