import { describe, expect, it } from 'vitest';
import { readWeekWindow, readWorkingDays, weekWindowText, workingDaysText } from './time-spans.ts';

describe('a week window', () => {
  it.each([
    ['Week 1', 1, 1],
    ['Week 3-6', 3, 6],
    ['Weeks 3–6', 3, 6],
    ['week 3 to week 6', 3, 6],
    ['W3-W6', 3, 6],
    ['Wk 3', 3, 3],
    ['Woche 3 bis 6', 3, 6],
    ['Semaine 2', 2, 2],
    ['Semana 2', 2, 2],
  ])('reads %s', (text, first, last) => {
    expect(readWeekWindow(text)).toEqual({ first, last });
  });

  it.each(['KW 12', 'Uke 34', 'Week 8+', 'Week 6-3', 'Week 0', '3-6', '', 'weekly', 'Week 200'])(
    'does not take "%s" for one',
    (text) => {
      expect(readWeekWindow(text)).toBeUndefined();
    },
  );

  it('is written as it is read', () => {
    expect(weekWindowText({ first: 10, last: 13 })).toBe('Week 10-13');
    expect(readWeekWindow(weekWindowText({ first: 4, last: 4 }))).toEqual({ first: 4, last: 4 });
  });
});

describe('a span of working days', () => {
  it.each([
    ['3', 3],
    ['3 days', 3],
    ['1 day', 1],
    ['5d', 5],
    ['10 working days', 10],
    ['10 business days', 10],
    ['2 weeks', 10],
    ['3w', 15],
    ['3 Wochen', 15],
    ['2 semaines', 10],
    ['4 uker', 20],
    ['4 Tage', 4],
  ])('reads %s', (text, days) => {
    expect(readWorkingDays(text)).toBe(days);
  });

  it.each(['2-4 weeks', 'a week', '3 months', '', '-3', '1.5 weeks'])(
    'does not read "%s"',
    (text) => {
      expect(readWorkingDays(text)).toBeUndefined();
    },
  );

  it('is written as it is read', () => {
    for (const days of [0, 1, 2, 15]) expect(readWorkingDays(workingDaysText(days))).toBe(days);
  });
});
