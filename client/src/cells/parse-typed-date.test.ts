import { type CalendarDate, parseCalendarDate } from '@tandem/shared/plan/calendar-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateWords } from './date-words.ts';
import { parseTypedDate } from './parse-typed-date.ts';

/** A Tuesday. */
const today = '2027-02-02' as CalendarDate;
const british = { today, words: dateWords('en-GB') };

describe('a date that is typed', () => {
  test.each([
    ['2027-03-12', '2027-03-12'],
    ['today', '2027-02-02'],
    ['Tomorrow', '2027-02-03'],
    ['fri', '2027-02-05'],
    ['by Friday', '2027-02-05'],
    ['tue', '2027-02-09'],
    ['next tue', '2027-02-09'],
    ['next fri', '2027-02-12'],
    ['this fri', '2027-02-05'],
    ['next week', '2027-02-08'],
    ['+2w', '2027-02-16'],
    ['in 2 weeks', '2027-02-16'],
    ['3 weeks', '2027-02-23'],
    ['+3d', '2027-02-05'],
    ['+5', '2027-02-09'],
    ['-1w', '2027-01-26'],
    ['+1m', '2027-03-02'],
    ['12 mar', '2027-03-12'],
    ['mar 12', '2027-03-12'],
    ['12th of March', '2027-03-12'],
    ['March 12, 2028', '2028-03-12'],
    ['Fri 12 mar', '2027-03-12'],
    ['12mar', undefined],
    ['11 jan', '2027-01-11'],
    ['1 oct', '2027-10-01'],
    ['29 feb', '2028-02-29'],
    ['12/3', '2027-03-12'],
    ['12.3.', '2027-03-12'],
    ['12/3/27', '2027-03-12'],
    ['3/25', '2027-03-25'],
    ['2027/3/12', '2027-03-12'],
    ['eom', '2027-02-28'],
    ['end of quarter', '2027-03-31'],
    ['end of march', '2027-03-31'],
    ['31 feb', undefined],
    ['soon', undefined],
    ['7', undefined],
    ['', undefined],
  ])('%j is %s', (typed, expected) => {
    expect(parseTypedDate(typed, british)).toBe(expected);
  });

  test('puts the month first where the locale does', () => {
    const american = { today, words: dateWords('en-US') };
    expect(parseTypedDate('3/12', american)).toBe('2027-03-12');
    expect(parseTypedDate('12.3.', american)).toBe('2027-03-12');
  });

  test.each([
    ['de', '12. März', '2027-03-12'],
    ['de', 'fr', '2027-02-05'],
    ['fr', '12 févr.', '2027-02-12'],
    ['es', '12 de marzo', '2027-03-12'],
    ['nb', '12. mai', '2027-05-12'],
    ['nb', 'fredag', '2027-02-05'],
    ['de', 'friday', '2027-02-05'],
  ])('understands %s: %s', (locale, typed, expected) => {
    expect(parseTypedDate(typed, { today, words: dateWords(locale) })).toBe(expected);
  });

  test('a signed distance counts from the date that stands there, over days off', () => {
    const from = '2027-03-25' as CalendarDate;
    const calendar = {
      weekend: [6, 7] as const,
      holidays: new Set(['2027-03-26' as CalendarDate]),
    };
    expect(parseTypedDate('+1w', { ...british, from })).toBe('2027-04-01');
    expect(parseTypedDate('+1', { ...british, from, calendar })).toBe('2027-03-29');
    expect(parseTypedDate('in 1 week', { ...british, from })).toBe('2027-02-09');
  });

  test('whatever is typed, it is a real date or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (typed) => {
        const date = parseTypedDate(typed, british);
        expect(date === undefined || parseCalendarDate(date) === date).toBe(true);
      }),
    );
  });
});
