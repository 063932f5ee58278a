import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import { expect, test } from 'vitest';
import { dayMarkOf, holidaysIn } from './day-marks.ts';

const date = (text: string): CalendarDate => text as CalendarDate;
const plan = {
  seller: 'Acme',
  buyer: '',
  weekend: [6, 7] as const,
  calendars: {
    seller: { holidays: [{ date: date('2027-03-26'), name: 'Good Friday' }], blackouts: [] },
    buyer: {
      holidays: [{ date: date('2027-03-26'), name: 'Founders’ day' }],
      blackouts: [{ from: date('2027-02-26'), to: date('2027-03-02'), name: 'Planning' }],
    },
  },
};

test('a holiday says whose it is, both where both have one', () => {
  expect(dayMarkOf(plan, date('2027-03-26'))).toEqual({
    kind: 'holiday',
    title: 'Good Friday (Acme); Founders’ day (Buyer)',
  });
});

test('a period in which a party does nothing marks each of its days', () => {
  expect(dayMarkOf(plan, date('2027-03-01'))?.title).toBe('Planning (Buyer)');
  expect(dayMarkOf(plan, date('2027-03-03'))).toBeUndefined();
});

test('the weekend is the plan’s, and a weekend of all days is none', () => {
  expect(dayMarkOf(plan, date('2027-03-06'))?.kind).toBe('day-off');
  const always = { ...plan, weekend: [1, 2, 3, 4, 5, 6, 7] as const };
  expect(dayMarkOf(always, date('2027-03-06'))).toBeUndefined();
});

test('a month lists what begins, ends or goes on in it', () => {
  const titles = (month: string) => holidaysIn(plan, month).map(({ title }) => title);
  expect(titles('2027-03')).toEqual([
    'Planning (Buyer)',
    'Good Friday (Acme)',
    'Founders’ day (Buyer)',
  ]);
  expect(titles('2027-02')).toEqual(['Planning (Buyer)']);
  expect(titles('2027-04')).toEqual([]);
});
