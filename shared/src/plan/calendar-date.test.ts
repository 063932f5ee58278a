import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  compareDates,
  dayNumber,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isCalendarDate,
  isLeapYear,
  parseCalendarDate,
  partsOf,
  weekdayOf,
} from './calendar-date.ts';

const day = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`no such day: ${text}`);
  return date;
};

const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;
const dayNumbers = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const dates = dayNumbers.map(fromDayNumber);

describe('reading a date', () => {
  it.each(['0001-01-01', '1900-02-28', '2000-02-29', '2024-02-29', '2027-12-31', '9999-12-31'])(
    'takes %s as it is',
    (text) => {
      expect(parseCalendarDate(text)).toBe(text);
      expect(isCalendarDate(text)).toBe(true);
    },
  );

  it.each([
    '',
    '0000-01-01',
    '2027-00-10',
    '2027-13-01',
    '2027-01-00',
    '2027-01-32',
    '2027-02-29',
    '1900-02-29',
    '2027-04-31',
    '2027-1-5',
    '27-01-05',
    '10000-01-01',
    '+2027-01-05',
    '2027/01/05',
    ' 2027-01-05',
    '2027-01-05\n',
    '2027-01-05T00:00:00Z',
    '２０２７-01-05',
  ])('refuses "%s"', (text) => {
    expect(parseCalendarDate(text)).toBeUndefined();
    expect(isCalendarDate(text)).toBe(false);
  });

  it.each([undefined, null, 20_270_105, ['2027-01-05'], {}])('refuses %o', (value) => {
    expect(parseCalendarDate(value)).toBeUndefined();
  });

  it('never throws, and takes no text but its own', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const date = parseCalendarDate(value);
        expect(date === undefined || date === value).toBe(true);
      }),
    );
  });

  it('is the inverse of taking a date apart', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { year, month, day: dayOfMonth } = partsOf(date);
        expect(calendarDateOf(year, month, dayOfMonth)).toBe(date);
        expect(parseCalendarDate(date)).toBe(date);
      }),
    );
  });

  it('refuses parts that are no day', () => {
    expect(calendarDateOf(2027, 2, 30)).toBeUndefined();
    expect(calendarDateOf(0, 1, 1)).toBeUndefined();
    expect(calendarDateOf(10_000, 1, 1)).toBeUndefined();
    expect(calendarDateOf(2027, 1.5, 1)).toBeUndefined();
    expect(calendarDateOf(Number.NaN, 1, 1)).toBeUndefined();
  });
});

describe('months and leap years', () => {
  it('follow the Gregorian rule', () => {
    expect([1900, 2000, 2023, 2024, 2100, 2400].filter(isLeapYear)).toEqual([2000, 2024, 2400]);
    const lengths = Array.from({ length: 12 }, (_, i) => daysInMonth(2027, i + 1));
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });
});

describe('day numbers', () => {
  it('are anchored where everybody has them', () => {
    expect(dayNumber(day('1970-01-01'))).toBe(0);
    expect(dayNumber(day('1969-12-31'))).toBe(-1);
    expect(dayNumber(day('2000-03-01'))).toBe(11_017);
    expect(dayNumber(day('0001-01-01'))).toBe(FIRST_DAY);
    expect(dayNumber(day('9999-12-31'))).toBe(LAST_DAY);
  });

  it.each([
    [1, 5],
    [99, 101],
    [399, 401],
    [1582, 1583],
    [1899, 1901],
    [1969, 2101],
    [2399, 2401],
    [9995, 9999],
  ])('are consecutive through the years %i to %i', (from, to) => {
    let expected = dayNumber(day(`${String(from).padStart(4, '0')}-01-01`));
    for (let year = from; year <= to; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let d = 1; d <= daysInMonth(year, month); d += 1) {
          const date = calendarDateOf(year, month, d);
          if (
            date === undefined ||
            dayNumber(date) !== expected ||
            fromDayNumber(expected) !== date
          ) {
            throw new Error(`${year}-${month}-${d}: expected day ${expected}, date ${date}`);
          }
          expected += 1;
        }
      }
    }
  });

  it('agree with counting years and months one after the other', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { year, month, day: dayOfMonth } = partsOf(date);
        const before = year - 1;
        const leapDays =
          Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
        let days = FIRST_DAY + before * 365 + leapDays + dayOfMonth - 1;
        for (let m = 1; m < month; m += 1) days += daysInMonth(year, m);
        expect(dayNumber(date)).toBe(days);
      }),
      { numRuns: 1000 },
    );
  });

  it('are the inverse of dates, and stop at both ends', () => {
    fc.assert(
      fc.property(dayNumbers, (days) => {
        expect(dayNumber(fromDayNumber(days))).toBe(days);
      }),
    );
    for (const far of [1, 1_000_000_000, Number.POSITIVE_INFINITY]) {
      expect(fromDayNumber(LAST_DAY + far)).toBe('9999-12-31');
      expect(fromDayNumber(FIRST_DAY - far)).toBe('0001-01-01');
    }
  });
});

describe('counting days', () => {
  const shifts = fc.integer({ min: -100_000, max: 100_000 });
  const middle = fc.integer({ min: -200_000, max: 200_000 }).map(fromDayNumber);

  it('forth and back comes home', () => {
    fc.assert(
      fc.property(middle, shifts, (date, n) => {
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('in two strides is the same as in one', () => {
    fc.assert(
      fc.property(middle, shifts, shifts, (date, a, b) => {
        expect(addDays(addDays(date, a), b)).toBe(addDays(date, a + b));
      }),
    );
  });

  it('between two dates is where the other one lies, with its sign turned for the way back', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0);
        expect(Math.sign(daysBetween(a, b))).toBe(-compareDates(a, b) + 0);
      }),
    );
  });

  it('crosses months, years and leap days', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2027-02-28'), 1)).toBe('2027-03-01');
    expect(addDays(day('2027-12-31'), 1)).toBe('2028-01-01');
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
    expect(daysBetween(day('2027-03-31'), day('2027-05-06'))).toBe(36);
  });
});

describe('weekdays', () => {
  it.each([
    ['1970-01-01', 4],
    ['1969-07-20', 7],
    ['2000-01-01', 6],
    ['2024-02-29', 4],
    ['2027-01-11', 1],
    ['2027-03-12', 5],
    ['2027-04-30', 5],
    ['2027-05-17', 1],
    ['0001-01-01', 1],
    ['9999-12-31', 5],
  ])('%s is day %i of the week', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  it('go round in seven', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY - 7 }).map(fromDayNumber), (date) => {
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
      }),
    );
  });
});

describe('order', () => {
  it('is that of time', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(compareDates(a, b)).toBe(Math.sign(dayNumber(a) - dayNumber(b)));
      }),
    );
  });
});
