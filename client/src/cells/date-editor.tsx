/** The open date cell: a field that understands what people type, and a month to choose from. */

import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import { workingCalendarOf } from '@tandem/shared/plan/plan-calendar';
import { type KeyboardEvent, useState } from 'react';
import { useSession } from '../session/hooks.ts';
import { Button } from '../ui/button.tsx';
import { Calendar } from '../ui/calendar.tsx';
import { Popover } from '../ui/popover.tsx';
import type { CellMove } from './cell-context.ts';
import { dateWords } from './date-words.ts';
import { dayMarkOf, holidaysIn } from './day-marks.ts';
import { dateWithWeekday, shortDate } from './format-date.ts';
import { firstWeekday, userLocale } from './locale.ts';
import { parseTypedDate } from './parse-typed-date.ts';
import type { CellControl } from './use-cell.ts';

interface DateEditorProps {
  readonly cell: CellControl;
  readonly label: string;
  readonly date: CalendarDate | undefined;
  readonly reason: string | undefined;
  readonly asksReason: boolean;
  readonly today: CalendarDate;
  readonly set: (date: CalendarDate | null, reason: string | undefined) => readonly PlanEdit[];
}

export function DateEditor({ cell, label, date, reason, asksReason, today, set }: DateEditorProps) {
  const plan = useSession().reading().plan;
  const [typed, setTyped] = useState(cell.typed);
  const [why, setWhy] = useState('');
  const [month, setMonth] = useState<string>(date ?? today);
  const locale = userLocale();
  const parsed = parseTypedDate(typed, {
    today,
    words: dateWords(locale),
    calendar: workingCalendarOf(plan),
    ...(date === undefined ? {} : { from: date }),
  });

  const choose = (next: CalendarDate | null, move: CellMove): void => {
    if (next === (date ?? null)) cell.end(move);
    else if (cell.apply(set(next, why.trim() === '' ? undefined : why.trim()))) cell.end(move);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (parsed) choose(parsed, 'stay');
      else if (typed.trim() === '') cell.end('stay');
    } else if (event.key === 'Tab' && parsed && !asksReason) {
      event.preventDefault();
      choose(parsed, event.shiftKey ? 'previous' : 'next');
    }
  };

  return (
    <Popover
      anchor={cell.frame}
      label={label}
      onClose={(how) => {
        // A click elsewhere takes what was typed; Escape leaves it.
        if (how === 'outside' && parsed) choose(parsed, 'leave');
        else cell.end(how === 'escape' ? 'stay' : 'leave');
      }}
    >
      <div className="pad">
        <input
          className="input tabular"
          aria-label={`${label}, typed`}
          placeholder={
            date === undefined
              ? 'fri, +2w, 12 mar'
              : `${shortDate(date, today)}, or fri, +2w, 12 mar`
          }
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        <p className={typed !== '' && !parsed ? 'form-note error' : 'form-note'} role="status">
          {noteOf(typed, parsed, plan, date)}
        </p>
        {asksReason && date !== undefined ? (
          <label className="form-field">
            <span className="form-label">What changed? (if you like)</span>
            <input
              className="input"
              value={why}
              placeholder={reason}
              onChange={(event) => setWhy(event.target.value)}
              onKeyDown={onKeyDown}
            />
          </label>
        ) : null}
        <Calendar
          label={label}
          selected={parsed ?? date}
          today={today}
          month={parsed ?? month}
          onMonth={setMonth}
          onSelect={(day) => choose(day as CalendarDate, 'stay')}
          markOf={(day) => dayMarkOf(plan, day as CalendarDate)}
          locale={locale}
          weekStartsOn={firstWeekday(locale)}
        />
        <HolidayList month={(parsed ?? month).slice(0, 7)} today={today} />
        {date === undefined ? null : (
          <Button size="small" look="quiet" onClick={() => choose(null, 'stay')}>
            Clear the date
          </Button>
        )}
      </div>
    </Popover>
  );
}

function HolidayList({ month, today }: { readonly month: string; readonly today: CalendarDate }) {
  const plan = useSession().reading().plan;
  const holidays = holidaysIn(plan, month);
  if (holidays.length === 0) return null;
  return (
    <ul className="holiday-list tabular">
      {holidays.map(({ date, title }) => (
        <li key={`${date} ${title}`}>
          {shortDate(date, today)} · {title}
        </li>
      ))}
    </ul>
  );
}

function noteOf(
  typed: string,
  parsed: CalendarDate | undefined,
  plan: Parameters<typeof dayMarkOf>[0],
  date: CalendarDate | undefined,
): string {
  if (typed.trim() === '')
    return date === undefined ? 'Type a date or choose a day.' : dateWithWeekday(date);
  if (!parsed) return 'That is no date yet: try “fri”, “+2w” or “12 mar”.';
  const mark = dayMarkOf(plan, parsed);
  return mark === undefined ? dateWithWeekday(parsed) : `${dateWithWeekday(parsed)}: ${mark.title}`;
}
