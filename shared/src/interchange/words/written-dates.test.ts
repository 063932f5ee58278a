import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, partsOf } from '../../plan/calendar-date.ts';
import { orderOf } from './date-order.ts';
import { readDate, readDateRange, readWholeDate } from './written-dates.ts';

describe('a date', () => {
  it.each([
    ['2027-03-03', '2027-03-03'],
    ['2027/3/3', '2027-03-03'],
    ['2027.03.03', '2027-03-03'],
    ['8 Mar 2027', '2027-03-08'],
    ['8. mars 2027', '2027-03-08'],
    ['8. März 2027', '2027-03-08'],
    ['1er juin 2027', '2027-06-01'],
    ['1 June 2027', '2027-06-01'],
    ['1st of June 2027', '2027-06-01'],
    ['8 de marzo de 2027', '2027-03-08'],
    ['31. desember 2027', '2027-12-31'],
    ['17 mai 2027', '2027-05-17'],
    ['August 3rd, 2027', '2027-08-03'],
    ['March 12, 2027', '2027-03-12'],
    ['March 12 2027.', '2027-03-12'],
    ['Sept. 5, 2027', '2027-09-05'],
    ['12-Mar-2027', '2027-03-12'],
    ['12-Mar-27', '2027-03-12'],
    ['12.3.2027', '2027-03-12'],
    ['12. 3. 2027', '2027-03-12'],
    ['12.03.27', '2027-03-12'],
    ['Fri 12 March 2027', '2027-03-12'],
    ['Freitag, 12. März 2027', '2027-03-12'],
    ['by 30 April 2027', '2027-04-30'],
    ['25/12/2027', '2027-12-25'],
    ['12/25/2027', '2027-12-25'],
    ['3/3/27', '2027-03-03'],
    ['29 Feb 2028', '2028-02-29'],
  ])('reads %s', (text, date) => {
    expect(readWholeDate(text)).toBe(date);
  });

  it.each([
    '',
    '8 March',
    'March 2027',
    'Q2 2027',
    'end of May 2027',
    'ASAP',
    '30 Feb 2027',
    '2027-02-30',
    '29 Feb 2027',
    '~8 Mar 2027',
    '~~8 Mar 2027~~',
    '8 jui 2027',
    '2027-03-03T00:00:00Z',
    '8 Mar 20:00',
    '13/13/2027',
    '3 weeks',
  ])('does not guess one from "%s"', (text) => {
    expect(readDate(text).kind).toBe('none');
  });

  it('is two dates where day and month could be either, until the order is known', () => {
    expect(readDate('3/12/27')).toEqual({ kind: 'either' });
    expect(readWholeDate('3/12/27', 'dmy')).toBe('2027-12-03');
    expect(readWholeDate('3-12-2027', 'mdy')).toBe('2027-03-12');
  });

  it('is none where the known order makes it impossible: a row is never read against its file', () => {
    expect(readDate('25/12/2027', 'mdy').kind).toBe('none');
  });

  it('leaves what stands behind it', () => {
    expect(readDate('8 Mar 2027 (tentative)')).toEqual({
      kind: 'date',
      date: '2027-03-08',
      rest: ' (tentative)',
    });
    const long = `2027-03-08 ${'x'.repeat(300)}`;
    expect(readDate(long)).toMatchObject({ rest: ` ${'x'.repeat(300)}` });
  });

  it('is read in all its writings, whichever day it is', { timeout: 60_000 }, () => {
    const months =
      'January|February|March|April|May|June|July|August|September|October|November|December';
    fc.assert(
      fc.property(fc.integer({ min: 11_000, max: 30_000 }).map(fromDayNumber), (date) => {
        const { year, month, day } = partsOf(date);
        const name = months.split('|')[month - 1] ?? '';
        const two = (value: number): string => String(value).padStart(2, '0');
        expect(readWholeDate(`${day} ${name} ${year}`)).toBe(date);
        expect(readWholeDate(`${name} ${day}, ${year}`)).toBe(date);
        expect(readWholeDate(`${day} ${name.slice(0, 3)} ${year}`)).toBe(date);
        expect(readWholeDate(`${day}.${month}.${year}`)).toBe(date);
        expect(readWholeDate(`${two(month)}/${two(day)}/${year}`, 'mdy')).toBe(date);
        expect(readWholeDate(`${day}/${month}/${year}`, 'dmy')).toBe(date);
        expect(readWholeDate(date)).toBe(date);
      }),
    );
  });

  it('never throws for any text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['date', 'either', 'none']).toContain(readDate(text).kind);
      }),
    );
  });
});

describe('a range of dates', () => {
  it.each([
    ['8 Mar 2027 – 12 Mar 2027', '2027-03-08', '2027-03-12'],
    ['8–12 Mar 2027', '2027-03-08', '2027-03-12'],
    ['8-12 March 2027', '2027-03-08', '2027-03-12'],
    ['28 Feb to 2 Mar 2027', '2027-02-28', '2027-03-02'],
    ['2027-03-08 - 2027-03-12', '2027-03-08', '2027-03-12'],
  ])('reads %s', (text, from, to) => {
    expect(readDateRange(text)).toEqual({ from, to });
  });

  it.each(['8 Mar 2027', '12 Mar 2027 – 8 Mar 2027', 'soon – 8 Mar 2027', '8-3-2027', ''])(
    'is none in "%s"',
    (text) => {
      expect(readDateRange(text)).toBeUndefined();
    },
  );
});

describe('the order of day and month', () => {
  it('is settled by a date that can be read in one way only', () => {
    expect(orderOf('3/4/27 and 25/12/27')).toEqual({ kind: 'known', order: 'dmy' });
    expect(orderOf('3/4/27 and 12/25/2027')).toEqual({ kind: 'known', order: 'mdy' });
  });

  it('is open without such a date, and where two contradict each other', () => {
    expect(orderOf('3/4/27, 12.3.2027, 2027-25-01')).toEqual({
      kind: 'open',
      contradicting: false,
    });
    expect(orderOf('25/12/27 or 12/25/27')).toEqual({ kind: 'open', contradicting: true });
  });

  it('is not read out of addresses, and is what was answered', () => {
    expect(orderOf('https://a.b/25/12/2027/x')).toEqual({ kind: 'open', contradicting: false });
    expect(orderOf('25/12/27', 'mdy')).toEqual({ kind: 'known', order: 'mdy' });
  });
});
