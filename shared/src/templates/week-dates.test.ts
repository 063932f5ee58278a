import { describe, expect, it } from 'vitest';
import { type CalendarDate, isCalendarDate } from '../plan/calendar-date.ts';
import { PLAIN_CALENDAR, type WorkingCalendar } from '../plan/working-days.ts';
import { stepsOf, TEMPLATES } from './templates.ts';
import { layOutWeeks, type WeekAnchors, type WeekRow } from './week-dates.ts';

const day = (text: string): CalendarDate => {
  if (!isCalendarDate(text)) throw new Error(`no date: ${text}`);
  return text;
};
const row = (first: number, last: number, type: WeekRow['type'] = 'other'): WeekRow => ({
  title: `Week ${first}-${last}`,
  type,
  weeks: { first, last },
});
const spans = (rows: readonly WeekRow[], anchors: WeekAnchors, calendar = PLAIN_CALENDAR) =>
  layOutWeeks(rows, anchors, calendar).dates.map(({ start, due }) => `${start} ${due}`);

describe('weeks laid forward from evaluation start', () => {
  it('run Monday to Friday when evaluation starts on a Monday', () => {
    // 11 January 2027 is a Monday.
    const anchors = { evaluationStart: day('2027-01-11') };
    expect(spans(stepsOf(TEMPLATES['mid-market'], 'full'), anchors)).toEqual([
      '2027-01-11 2027-01-15',
      '2027-01-18 2027-01-22',
      '2027-01-18 2027-01-29',
      '2027-01-25 2027-01-29',
      '2027-01-25 2027-02-05',
      '2027-02-01 2027-02-12',
      '2027-02-08 2027-02-19',
    ]);
  });

  it('begin on the day itself when evaluation starts in the middle of a week', () => {
    // Wednesday 13 January: week 1 is Wednesday to Tuesday.
    expect(spans([row(1, 1), row(2, 3)], { evaluationStart: day('2027-01-13') })).toEqual([
      '2027-01-13 2027-01-19',
      '2027-01-20 2027-02-02',
    ]);
  });

  it('begin on the next working day when evaluation starts on a weekend', () => {
    // Saturday 9 January: week 1 is Saturday to Friday.
    expect(spans([row(1, 1)], { evaluationStart: day('2027-01-09') })).toEqual([
      '2027-01-11 2027-01-15',
    ]);
  });

  it('leave holidays out at both ends', () => {
    const calendar: WorkingCalendar = {
      weekend: [6, 7],
      holidays: new Set([day('2027-01-11'), day('2027-01-15')]),
    };
    expect(spans([row(1, 1)], { evaluationStart: day('2027-01-11') }, calendar)).toEqual([
      '2027-01-12 2027-01-14',
    ]);
  });

  it('follow another weekend', () => {
    // Friday and Saturday off; 10 January 2027 is a Sunday.
    const calendar: WorkingCalendar = { weekend: [5, 6], holidays: new Set() };
    expect(spans([row(1, 1)], { evaluationStart: day('2027-01-10') }, calendar)).toEqual([
      '2027-01-10 2027-01-14',
    ]);
  });

  it('start and end on the next working day when a whole week is off', () => {
    const off = ['20', '21', '22', '23', '24'].map((d) => day(`2027-12-${d}`));
    const calendar: WorkingCalendar = { weekend: [6, 7], holidays: new Set(off) };
    expect(spans([row(1, 1)], { evaluationStart: day('2027-12-20') }, calendar)).toEqual([
      '2027-12-27 2027-12-27',
    ]);
  });
});

describe('weeks laid backward from signature', () => {
  it('end the signature step on the signature date', () => {
    // Friday 30 April 2027, signature in weeks 15-17: week 17 is 24-30 April, week 1 is 2-8 January.
    const anchors = { signature: day('2027-04-30') };
    expect(spans(stepsOf(TEMPLATES.enterprise, 'full'), anchors)).toEqual([
      '2027-01-04 2027-01-15',
      '2027-01-18 2027-01-29',
      '2027-01-18 2027-02-12',
      '2027-01-25 2027-02-26',
      '2027-02-22 2027-03-05',
      '2027-03-01 2027-03-12',
      '2027-03-08 2027-03-12',
      '2027-03-08 2027-04-02',
      '2027-03-22 2027-04-16',
      '2027-04-05 2027-04-23',
      '2027-04-12 2027-04-30',
      '2027-04-19 2027-05-07',
    ]);
  });

  it('end it on the last working day before when the date is a day off', () => {
    // Sunday 2 May 2027.
    expect(spans([row(1, 2, 'signature')], { signature: day('2027-05-02') })).toEqual([
      '2027-04-19 2027-04-30',
    ]);
  });

  it('stand where they stood in the whole plan when only the closing rows are taken', () => {
    const anchors = { signature: day('2027-04-30') };
    const full = spans(stepsOf(TEMPLATES.enterprise, 'full'), anchors);
    const closing = spans(stepsOf(TEMPLATES.enterprise, 'closing'), anchors);
    expect(closing).toEqual(full.slice(6, 11));
  });

  it('end the last window on the signature date when no row is the signature', () => {
    expect(spans([row(1, 1), row(2, 3)], { signature: day('2027-04-30') })).toEqual([
      '2027-04-12 2027-04-16',
      '2027-04-19 2027-04-30',
    ]);
  });
});

describe('with both dates', () => {
  const rows = stepsOf(TEMPLATES['mid-market'], 'full');

  it('the weeks are laid backward and nothing is said when they fit', () => {
    const signature = day('2027-03-12');
    const layout = layOutWeeks(
      rows,
      { evaluationStart: day('2027-01-11'), signature },
      PLAIN_CALENDAR,
    );
    expect(layout.dates).toEqual(layOutWeeks(rows, { signature }, PLAIN_CALENDAR).dates);
    expect(layout.conflicts).toEqual([]);
  });

  it('they just fit when the signature is as many weeks away as the windows need', () => {
    // Five weeks from Monday 11 January end on Friday 12 February, or on the Sunday behind it.
    for (const signature of ['2027-02-12', '2027-02-14']) {
      const anchors = { evaluationStart: day('2027-01-11'), signature: day(signature) };
      expect(layOutWeeks(rows, anchors, PLAIN_CALENDAR).conflicts).toEqual([]);
    }
  });

  it('tells which steps would begin before evaluation start, and when signature could be', () => {
    // A week too early: week 1 is 2-8 January, week 2 is 9-15 January.
    const evaluationStart = day('2027-01-11');
    const anchors = { evaluationStart, signature: day('2027-02-05') };
    expect(layOutWeeks(rows, anchors, PLAIN_CALENDAR).conflicts).toEqual([
      { kind: 'signature-too-early', signature: '2027-02-05', earliest: '2027-02-12' },
      {
        kind: 'starts-before-evaluation',
        index: 0,
        title: 'Demo + discovery (if not already done)',
        start: '2027-01-04',
        due: '2027-01-08',
        evaluationStart,
      },
    ]);
  });

  it('counts the earliest signature of a closing plan from its own first row', () => {
    // Rows in weeks 2-5: four weeks from Monday 11 January.
    const closing = stepsOf(TEMPLATES['mid-market'], 'closing');
    const anchors = { evaluationStart: day('2027-01-11'), signature: day('2027-01-29') };
    expect(layOutWeeks(closing, anchors, PLAIN_CALENDAR).conflicts[0]).toEqual({
      kind: 'signature-too-early',
      signature: '2027-01-29',
      earliest: '2027-02-05',
    });
  });
});

describe('without dates or windows', () => {
  it('there are no dates without an anchor', () => {
    const rows = stepsOf(TEMPLATES.enterprise, 'full');
    expect(layOutWeeks(rows, {}, PLAIN_CALENDAR)).toEqual({
      dates: rows.map(() => ({})),
      conflicts: [],
    });
  });

  it('only the signature step gets the date that was given when no row has a window', () => {
    const rows = stepsOf(TEMPLATES.standard, 'full');
    const anchors = { evaluationStart: day('2027-01-11'), signature: day('2027-03-12') };
    const { dates } = layOutWeeks(rows, anchors, PLAIN_CALENDAR);
    expect(dates.flatMap(({ start, due }, i) => (start || due ? [[i, start, due]] : []))).toEqual([
      [9, undefined, '2027-03-12'],
    ]);
  });
});
