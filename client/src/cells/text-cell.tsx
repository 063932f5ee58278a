/** A text that people co-edit. Plain text until it is opened; the editor exists only for the open cell. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Subject } from '@tandem/shared/plan/plan';
import { type ReactNode, Suspense, useContext, useRef } from 'react';
import { useSession } from '../session/hooks.ts';
import { Cell } from './cell.tsx';
import { CellEditorContext, type CellMove } from './cell-context.ts';
import { textAt, textEdit } from './text-at.ts';
import { useCell } from './use-cell.ts';

interface TextCellProps {
  readonly subject: Subject;
  readonly label: string;
  readonly text: string;
  /** Teaches what belongs here while it is empty. */
  readonly placeholder: string;
  readonly isMultiline?: boolean;
  readonly className?: string;
  /** Stands behind the text: "after 2, 4". */
  readonly suffix?: ReactNode;
  /** What follows from a change of the text, as part of the same sitting: a guess that is confirmed. */
  readonly onChanged?: () => readonly PlanEdit[];
}

export function TextCell(props: TextCellProps) {
  const { subject, label, text, placeholder, isMultiline = false, className = '' } = props;
  const session = useSession();
  const cell = useCell(subject);
  const CellEditor = useContext(CellEditorContext);
  const openedWith = useRef(text);
  if (!cell.isEditing) openedWith.current = text;

  const append = (char: string): void => {
    // The editor may still be on its way: what is typed meanwhile goes into the text itself.
    const edit = textEdit(subject, textAt(session.reading().plan, subject) + char);
    if (edit === undefined || !cell.apply([edit])) return;
    cell.begin();
  };
  const onDone = (move: CellMove = 'stay'): void => {
    cell.end(move);
    const now = textAt(session.reading().plan, subject);
    if (props.onChanged && now !== openedWith.current) cell.apply(props.onChanged());
  };

  const view = (
    <>
      <span className={lookOf(text)}>
        {text === '' ? (cell.canEdit ? placeholder : '–') : text}
      </span>
      {props.suffix}
    </>
  );
  return (
    <Cell
      cell={cell}
      label={label}
      text={text === '' ? placeholder : text}
      className={`cell-text ${isMultiline ? 'cell-multiline' : ''} ${props.suffix ? 'cell-flowing' : ''} ${className}`}
      isInPlace
      isBlank={text === ''}
      onType={append}
      editor={
        CellEditor === null ? undefined : (
          <Suspense fallback={view}>
            <CellEditor
              subject={subject}
              multiline={isMultiline}
              autoFocus
              ariaLabel={label}
              onDone={onDone}
            />
            {props.suffix}
          </Suspense>
        )
      }
    >
      {view}
    </Cell>
  );
}

/** A template's "[Champion name]" is a slot to fill, not a text. */
function lookOf(text: string): string {
  if (text === '') return 'cell-empty';
  return /^\[[^\]]*\]$/.test(text.trim()) ? 'cell-words cell-slot' : 'cell-words';
}
