/** A month to choose a day from. Days go in and out as `YYYY-MM-DD`; what is special about a day is told by the caller. */

import { DayPicker } from 'react-day-picker';

export interface DayMark {
  readonly kind: 'day-off' | 'holiday';
  readonly title: string;
}

interface CalendarProps {
  readonly label: string;
  readonly selected: string | undefined;
  readonly today: string;
  readonly month: string;
  readonly onMonth: (month: string) => void;
  readonly onSelect: (day: string) => void;
  readonly markOf: (day: string) => DayMark | undefined;
  readonly locale: string;
  /** 0 is Sunday. */
  readonly weekStartsOn: 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

export function Calendar(props: CalendarProps) {
  const { selected, locale, markOf } = props;
  const format = (options: Intl.DateTimeFormatOptions) => (date: Date) =>
    new Intl.DateTimeFormat(locale, options).format(date);
  const full = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <DayPicker
      mode="single"
      className="calendar"
      aria-label={props.label}
      showOutsideDays
      fixedWeeks
      weekStartsOn={props.weekStartsOn}
      month={toLocal(props.month)}
      onMonthChange={(month) => props.onMonth(fromLocal(month))}
      today={toLocal(props.today)}
      selected={selected === undefined ? undefined : toLocal(selected)}
      // Without `onSelect` the picker keeps a choice of its own and does not show ours.
      onSelect={(_chosen, day) => props.onSelect(fromLocal(day))}
      modifiers={{
        dayOff: (day) => markOf(fromLocal(day))?.kind === 'day-off',
        holiday: (day) => markOf(fromLocal(day))?.kind === 'holiday',
      }}
      modifiersClassNames={{ dayOff: 'day-off', holiday: 'holiday' }}
      formatters={{
        formatCaption: format({ month: 'long', year: 'numeric' }),
        formatWeekdayName: format({ weekday: 'narrow' }),
        formatDay: format({ day: 'numeric' }),
      }}
      labels={{
        labelDayButton: (day, modifiers) => {
          const title = markOf(fromLocal(day))?.title;
          const notes = [
            modifiers.today ? 'today' : '',
            modifiers.selected ? 'chosen' : '',
            title ?? '',
          ];
          return [full(day), ...notes.filter((note) => note !== '')].join(', ');
        },
        labelWeekday: format({ weekday: 'long' }),
        labelNext: () => 'Next month',
        labelPrevious: () => 'Previous month',
      }}
    />
  );
}

/** Noon, so that no change of the clocks moves a day. */
function toLocal(day: string): Date {
  return new Date(
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8, 10)),
    12,
  );
}

function fromLocal(date: Date): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}
