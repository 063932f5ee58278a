/** Plain values that are typed as a whole: names, numbers, addresses. The last writer wins. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Subject } from '@tandem/shared/plan/plan';
import { type ReactNode, useState } from 'react';
import { Cell } from './cell.tsx';
import type { CellMove } from './cell-context.ts';
import { type CellControl, useCell } from './use-cell.ts';

/** What typed words come to: an edit, or a sentence that says what is expected. */
export type TypedValue =
  | { readonly kind: 'edit'; readonly edit: PlanEdit }
  | { readonly kind: 'unclear'; readonly message: string };

interface InputCellProps {
  readonly subject: Subject;
  readonly label: string;
  /** As it is typed; empty for none. */
  readonly value: string;
  readonly placeholder: string;
  readonly read: (typed: string) => TypedValue;
  readonly view?: ReactNode;
  readonly inputMode?: 'text' | 'numeric' | 'url' | 'email';
  readonly className?: string;
  /** What a new value confirms. */
  readonly alsoEdits?: readonly PlanEdit[];
}

export function InputCell(props: InputCellProps) {
  const { subject, label, value, placeholder, className = '' } = props;
  const cell = useCell(subject);
  return (
    <Cell
      cell={cell}
      label={label}
      text={value === '' ? placeholder : value}
      className={className}
      isInPlace
      isBlank={value === ''}
      editor={cell.isEditing ? <InputEditor cell={cell} {...props} /> : null}
    >
      {value === '' ? (
        <span className="cell-empty">{cell.canEdit ? placeholder : '–'}</span>
      ) : (
        (props.view ?? <span className="cell-words">{value}</span>)
      )}
    </Cell>
  );
}

function InputEditor({ cell, ...props }: InputCellProps & { readonly cell: CellControl }) {
  const [draft, setDraft] = useState(cell.typed === '' ? props.value : cell.typed);
  const [complaint, setComplaint] = useState<string>();

  const commit = (move: CellMove): void => {
    if (draft.trim() === props.value) {
      cell.end(move);
      return;
    }
    const value = props.read(draft.trim());
    if (value.kind === 'unclear') setComplaint(value.message);
    else if (cell.apply([value.edit, ...(props.alsoEdits ?? [])])) cell.end(move);
  };
  return (
    <>
      <input
        className="cell-input"
        aria-label={props.label}
        aria-invalid={complaint !== undefined}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        value={draft}
        size={Math.max(8, draft.length)}
        // biome-ignore lint/a11y/noAutofocus: the person opened this cell
        autoFocus
        onFocus={(event) => cell.typed === '' && event.target.select()}
        onChange={(event) => {
          setComplaint(undefined);
          setDraft(event.target.value);
        }}
        onBlur={() => commit('leave')}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') commit('down');
          else if (event.key === 'Tab') commit(event.shiftKey ? 'previous' : 'next');
          else if (event.key === 'Escape') cell.end('stay');
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {complaint === undefined ? null : (
        <span role="alert" className="cell-refusal">
          {complaint}
        </span>
      )}
    </>
  );
}

interface NumberCellProps {
  readonly subject: Subject;
  readonly label: string;
  readonly days: number | undefined;
  readonly set: (days: number | null) => PlanEdit;
  readonly alsoEdits?: readonly PlanEdit[];
}

/** A number of working days. Weeks may be typed: "3w" is fifteen. */
export function NumberCell({ subject, label, days, set, alsoEdits = [] }: NumberCellProps) {
  return (
    <InputCell
      subject={subject}
      label={label}
      value={days === undefined ? '' : String(days)}
      placeholder="Add days"
      alsoEdits={alsoEdits}
      inputMode="text"
      view={
        <span className="cell-words tabular">
          {days} working {days === 1 ? 'day' : 'days'}
        </span>
      }
      read={(typed) => {
        if (typed === '') return { kind: 'edit', edit: set(null) };
        const match = /^(\d{1,4})\s*(d|days?|working days?|w|weeks?)?$/i.exec(typed);
        if (!match)
          return {
            kind: 'unclear',
            message: 'Type a number of working days, or weeks such as 3w.',
          };
        const isWeeks = match[2]?.toLowerCase().startsWith('w') && !match[2].startsWith('working');
        return { kind: 'edit', edit: set(Number(match[1]) * (isWeeks ? 5 : 1)) };
      }}
    />
  );
}

interface LinkCellProps {
  readonly subject: Subject;
  readonly label: string;
  readonly url: string | undefined;
  readonly className?: string;
  readonly set: (url: string | null) => PlanEdit;
}

export function LinkCell({ subject, label, url, className = '', set }: LinkCellProps) {
  const address = url ?? '';
  const isSafe = /^https?:\/\//i.test(address);
  return (
    <InputCell
      subject={subject}
      label={label}
      value={address}
      placeholder="Add a link"
      inputMode="url"
      className={`cell-link ${className}`}
      view={
        isSafe ? (
          <a href={address} target="_blank" rel="noreferrer noopener" tabIndex={-1}>
            {hostOf(address)}
          </a>
        ) : (
          <span className="cell-words">{address}</span>
        )
      }
      read={(typed) => {
        if (typed === '') return { kind: 'edit', edit: set(null) };
        const full = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
        if (!/^https?:/i.test(full) || /\s/.test(full) || !URL.canParse(full)) {
          return { kind: 'unclear', message: 'Paste a web address that begins with https://.' };
        }
        return { kind: 'edit', edit: set(full) };
      }}
    />
  );
}

function hostOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname } = new URL(address);
  return pathname === '/' ? host : `${host}${pathname}`;
}
