import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  fromDayNumber,
  parseCalendarDate,
  type Weekday,
} from './calendar-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  PLAIN_CALENDAR,
  sameOrNextWorkingDay,
  sameOrPreviousWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from './working-days.ts';

const day = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`no such day: ${text}`);
  return date;
};
const calendar = (weekend: readonly Weekday[], ...holidays: string[]): WorkingCalendar => ({
  weekend,
  holidays: new Set(holidays.map(day)),
});

/** Easter 2027 in Norway: 25 March to 29 March. */
const EASTER = calendar([6, 7], '2027-03-25', '2027-03-26', '2027-03-29');
const FRIDAY_AND_SATURDAY = calendar([5, 6]);

const dates = fc.integer({ min: 20_000, max: 20_600 }).map(fromDayNumber);
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  weekend: fc.uniqueArray(fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7)),
  holidays: fc
    .array(fc.integer({ min: 20_000, max: 20_600 }), { maxLength: 40 })
    .map((days) => new Set(days.map(fromDayNumber))),
});
/** A calendar, and days on which people work in it. */
const working = calendars.chain((each) =>
  fc.record({
    calendar: fc.constant(each),
    from: dates.map((date) => sameOrNextWorkingDay(each, date)),
    to: dates.map((date) => sameOrNextWorkingDay(each, date)),
  }),
);

/** The definition, counted day by day. */
function countedOneByOne(each: WorkingCalendar, from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1))
    if (isWorkingDay(each, at)) count += 1;
  return count;
}

describe('a working day', () => {
  it('is no weekend and no holiday', () => {
    expect(isWorkingDay(PLAIN_CALENDAR, day('2027-03-12'))).toBe(true);
    expect(isWorkingDay(PLAIN_CALENDAR, day('2027-03-13'))).toBe(false);
    expect(isWorkingDay(PLAIN_CALENDAR, day('2027-03-14'))).toBe(false);
    expect(isWorkingDay(EASTER, day('2027-03-26'))).toBe(false);
    expect(isWorkingDay(FRIDAY_AND_SATURDAY, day('2027-03-12'))).toBe(false);
    expect(isWorkingDay(FRIDAY_AND_SATURDAY, day('2027-03-14'))).toBe(true);
  });

  it('is every day when the weekend is none, or all seven days', () => {
    for (const weekend of [[], [1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1, 1]] as const) {
      const everyDay = calendar(weekend, '2027-03-15');
      expect(isWorkingDay(everyDay, day('2027-03-13'))).toBe(true);
      expect(isWorkingDay(everyDay, day('2027-03-15'))).toBe(false);
      expect(addWorkingDays(everyDay, day('2027-03-13'), 3)).toBe('2027-03-17');
      expect(workingDaysBetween(everyDay, day('2027-03-13'), day('2027-03-17'))).toBe(3);
    }
  });

  it('may be one in seven', () => {
    const onlyMonday = calendar([2, 3, 4, 5, 6, 7]);
    expect(addWorkingDays(onlyMonday, day('2027-03-15'), 2)).toBe('2027-03-29');
    expect(workingDaysBetween(onlyMonday, day('2027-03-15'), day('2027-03-29'))).toBe(2);
  });
});

describe('the nearest working day', () => {
  it('is the day itself, or the next one in that direction', () => {
    expect(sameOrNextWorkingDay(EASTER, day('2027-03-24'))).toBe('2027-03-24');
    expect(sameOrNextWorkingDay(EASTER, day('2027-03-25'))).toBe('2027-03-30');
    expect(sameOrPreviousWorkingDay(EASTER, day('2027-03-29'))).toBe('2027-03-24');
    fc.assert(
      fc.property(calendars, dates, (each, date) => {
        const next = sameOrNextWorkingDay(each, date);
        const previous = sameOrPreviousWorkingDay(each, date);
        expect(isWorkingDay(each, next) && isWorkingDay(each, previous)).toBe(true);
        expect(previous <= date && date <= next).toBe(true);
        expect(workingDaysBetween(each, date, next)).toBe(next === date ? 0 : 1);
        expect(countedOneByOne(each, previous, addDays(date, -1))).toBe(0);
      }),
    );
  });
});

describe('adding working days', () => {
  it('passes over weekends and holidays', () => {
    const friday = day('2027-03-12');
    expect(addWorkingDays(PLAIN_CALENDAR, friday, 1)).toBe('2027-03-15');
    expect(addWorkingDays(PLAIN_CALENDAR, friday, 5)).toBe('2027-03-19');
    expect(addWorkingDays(PLAIN_CALENDAR, friday, -5)).toBe('2027-03-05');
    expect(addWorkingDays(EASTER, day('2027-03-24'), 1)).toBe('2027-03-30');
    expect(addWorkingDays(EASTER, day('2027-03-30'), -1)).toBe('2027-03-24');
    expect(addWorkingDays(FRIDAY_AND_SATURDAY, day('2027-03-11'), 1)).toBe('2027-03-14');
  });

  it('from a day off lands on the next working day first, and zero leaves any day as it is', () => {
    const saturday = day('2027-03-13');
    expect(addWorkingDays(PLAIN_CALENDAR, saturday, 1)).toBe('2027-03-15');
    expect(addWorkingDays(PLAIN_CALENDAR, saturday, -1)).toBe('2027-03-12');
    expect(addWorkingDays(PLAIN_CALENDAR, saturday, 0)).toBe(saturday);
  });

  it('in two strides is the same as in one, and back again comes home', () => {
    const counts = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        working,
        counts,
        counts,
        fc.constantFrom(1, -1),
        ({ calendar: each, from }, a, b, sign) => {
          const there = addWorkingDays(each, from, sign * (a + b));
          expect(addWorkingDays(each, addWorkingDays(each, from, sign * a), sign * b)).toBe(there);
          expect(addWorkingDays(each, there, -sign * (a + b))).toBe(from);
          expect(isWorkingDay(each, there)).toBe(true);
          expect(Math.sign(workingDaysBetween(each, from, there)) * sign).toBe(
            a + b === 0 ? 0 * sign : 1,
          );
        },
      ),
    );
  });

  it('keeps the order of two dates', () => {
    fc.assert(
      fc.property(
        calendars,
        dates,
        dates,
        fc.integer({ min: -40, max: 40 }),
        (each, a, b, count) => {
          const [early, late] = a < b ? [a, b] : [b, a];
          const moved = [addWorkingDays(each, early, count), addWorkingDays(each, late, count)];
          expect(moved).toEqual([...moved].sort());
        },
      ),
    );
  });

  it('is what walking day by day gives, over years', () => {
    const counts = fc.integer({ min: -900, max: 900 });
    fc.assert(
      fc.property(calendars, dates, counts, (each, date, count) => {
        let [at, left] = [date, Math.abs(count)];
        while (left > 0) {
          at = addDays(at, Math.sign(count));
          if (isWorkingDay(each, at)) left -= 1;
        }
        expect(addWorkingDays(each, date, count)).toBe(at);
      }),
    );
  });

  it('stops at the ends of the calendar, at once', () => {
    const [from, infinity] = [day('2027-03-12'), Number.POSITIVE_INFINITY];
    for (const count of [3_000_000, 1e12, infinity]) {
      expect(addWorkingDays(EASTER, from, count)).toBe('9999-12-31');
      expect(addWorkingDays(EASTER, from, -count)).toBe('0001-01-01');
    }
    expect(addWorkingDays(PLAIN_CALENDAR, from, Number.NaN)).toBe(from);
  });
});

describe('working days between', () => {
  it('counts the days after the first up to and with the second, negative when it is earlier', () => {
    const friday = day('2027-03-12');
    expect(workingDaysBetween(PLAIN_CALENDAR, friday, friday)).toBe(0);
    expect(workingDaysBetween(PLAIN_CALENDAR, friday, day('2027-03-14'))).toBe(0);
    expect(workingDaysBetween(PLAIN_CALENDAR, friday, day('2027-03-15'))).toBe(1);
    expect(workingDaysBetween(PLAIN_CALENDAR, day('2027-03-15'), friday)).toBe(-1);
    expect(workingDaysBetween(PLAIN_CALENDAR, friday, day('2027-03-19'))).toBe(5);
    expect(workingDaysBetween(EASTER, day('2027-03-24'), day('2027-03-31'))).toBe(2);
    expect(workingDaysBetween(FRIDAY_AND_SATURDAY, day('2027-03-11'), day('2027-03-18'))).toBe(5);
  });

  it('is what counting one by one gives', () => {
    fc.assert(
      fc.property(calendars, dates, dates, (each, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        expect(workingDaysBetween(each, from, to)).toBe(countedOneByOne(each, from, to));
      }),
    );
  });

  it('is what to add to get there, and the same with the other sign the way back', () => {
    fc.assert(
      fc.property(working, ({ calendar: each, from, to }) => {
        expect(addWorkingDays(each, from, workingDaysBetween(each, from, to))).toBe(to);
        expect(workingDaysBetween(each, from, to) + workingDaysBetween(each, to, from)).toBe(0);
      }),
    );
  });

  it('adds up over a day in between', () => {
    fc.assert(
      fc.property(calendars, fc.tuple(dates, dates, dates), (each, three) => {
        const [a, b, c] = [...three].sort() as [CalendarDate, CalendarDate, CalendarDate];
        expect(workingDaysBetween(each, a, b) + workingDaysBetween(each, b, c)).toBe(
          workingDaysBetween(each, a, c),
        );
      }),
    );
  });
});
