/** A calendar date, with the reason for it where one was given. */

import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Subject } from '@tandem/shared/plan/plan';
import { lazy, Suspense, useEffect } from 'react';
import { Cell } from './cell.tsx';
import { longDate, shortDate } from './format-date.ts';
import { useToday } from './today.ts';
import { useCell } from './use-cell.ts';

// The calendar is 20 kB that nobody needs to read a plan.
const load = async () => ({ default: (await import('./date-editor.tsx')).DateEditor });
const DateEditor = lazy(load);
let isWarm = false;

/** … but who types "fri" into a cell does not wait for it either. */
function warmUp(): void {
  if (isWarm) return;
  isWarm = true;
  setTimeout(() => void load(), 1500);
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
      onClear={() => date === undefined || cell.apply(props.set(null, undefined))}
      editor={
        cell.isEditing ? (
          <Suspense>
            <DateEditor
              cell={cell}
              label={label}
              date={date}
              reason={reason}
              asksReason={props.asksReason ?? false}
              today={today}
              set={props.set}
            />
          </Suspense>
        ) : null
      }
    >
      {shown === undefined ? (
        <span className="cell-empty">{cell.canEdit ? placeholder : 'No date'}</span>
      ) : (
        <time className="cell-words tabular" dateTime={date} title={reason}>
          {shown}
        </time>
      )}
    </Cell>
  );
}
