/** A calendar date, with the reason for it where one was given. */

import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Subject } from '@tandem/shared/plan/plan';
import { useEffect } from 'react';
import { Lazy, lazyPart } from '../ui/lazy-part.tsx';
import { Cell } from './cell.tsx';
import { longDate, shortDate } from './format-date.ts';
import { useToday } from './today.ts';
import { type CellControl, useCell } from './use-cell.ts';
// Not with the calendar: a style sheet that failed to load is not asked for a second time.
import '../ui/calendar.css';

// The calendar is 20 kB that nobody needs to read a plan.
const DATE_EDITOR = lazyPart(async () => (await import('./date-editor.tsx')).DateEditor);
let isWarm = false;

/** … but who types "fri" into a cell does not wait for it either. */
function warmUp(): void {
  if (isWarm) return;
  isWarm = true;
  setTimeout(() => void DATE_EDITOR.load(), 1500);
}

interface DateCellProps {
  readonly subject: Subject;
  readonly label: string;
  readonly date: CalendarDate | undefined;
  /** The reason for the present date. */
  readonly reason?: string | undefined;
  readonly placeholder?: string;
  /** Running text wants the whole date: "12 March 2027". */
  readonly isLong?: boolean;
  readonly className?: string;
  /** The edits of a new date; an absent reason asks for none. */
  readonly set: (date: CalendarDate | null, reason: string | undefined) => readonly PlanEdit[];
  readonly asksReason?: boolean;
}

export function DateCell(props: DateCellProps) {
  const { subject, label, date, reason, placeholder = 'Add a date', className = '' } = props;
  const { asksReason = false } = props;
  const today = useToday();
  const cell = useCell(subject);
  useEffect(warmUp, []);
  const shown = date && (props.isLong ? longDate(date) : shortDate(date, today));
  return (
    <Cell
      cell={cell}
      label={label}
      text={shown ?? placeholder}
      className={`cell-date ${className}`}
      tip={shown === undefined ? undefined : reason}
      onClear={() => date === undefined || cell.apply(props.set(null, undefined))}
      editor={
        cell.isEditing ? (
          <Lazy
            part={DATE_EDITOR}
            props={{ cell, label, date, reason, asksReason, today, set: props.set }}
            missing={<NoCalendar cell={cell} />}
          />
        ) : null
      }
    >
      {shown === undefined ? (
        <span className="cell-empty">{cell.canEdit ? placeholder : 'No date'}</span>
      ) : (
        <time className="cell-words tabular" dateTime={date}>
          {shown}
        </time>
      )}
    </Cell>
  );
}

/** The calendar never came to this device, and there is no network to bring it. */
function NoCalendar({ cell }: { readonly cell: CellControl }) {
  const { frame, end } = cell;
  useEffect(() => {
    const at = frame.current;
    const leave = (): void => end('leave');
    at?.addEventListener('blur', leave);
    return () => at?.removeEventListener('blur', leave);
  }, [frame, end]);
  return (
    <span role="alert" className="cell-refusal">
      The calendar is not on this device yet. Try again when you are online.
    </span>
  );
}
