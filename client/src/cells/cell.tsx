// biome-ignore-all lint/a11y/noStaticElementInteractions: it has a role wherever it can be acted on
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: which role it has is known only when it is rendered
/** The frame that every editable field stands in, in a grid or in running text. */

import type { FocusEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useContext, useId } from 'react';
import { usePeersAt, useSession } from '../session/hooks.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { GridContext } from './cell-context.ts';
import type { CellControl } from './use-cell.ts';
import './cells.css';

interface CellProps {
  readonly cell: CellControl;
  /** What the field is: "Due date". */
  readonly label: string;
  /** What it says now, in words. */
  readonly text: string;
  /** Holds no more than a placeholder. */
  readonly isBlank?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
  /** Shown while editing: in the place of the children, or beside them. */
  readonly editor?: ReactNode;
  readonly isInPlace?: boolean;
  /** Shown on hover and on focus, and read out with the cell: why the date is what it is. */
  readonly tip?: string | undefined;
  /** A key that does something by itself; true when it did. */
  readonly onKey?: (key: string) => boolean;
  /** A character typed onto the closed cell; it opens the editor unless this takes it. */
  readonly onType?: (char: string) => void;
  /** Delete or Backspace on the closed cell. */
  readonly onClear?: () => void;
}

export function Cell(props: CellProps) {
  const { cell, label, text, className = '', children, editor } = props;
  const session = useSession();
  const grid = useContext(GridContext);
  const peers = usePeersAt(cell.subject);
  const refusalId = useId();
  const tipId = useId();
  const describedBy = [cell.refusal && refusalId, props.tip && tipId].filter(Boolean).join(' ');
  const peer = peers[0];

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || !cell.canEdit) return;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const isCharacter = [...event.key].length === 1 && !hasModifier;
    if (event.key === 'Enter' && hasModifier) return;
    if (event.key === 'Enter' || event.key === 'F2') {
      if (!cell.isEditing) cell.begin();
    } else if (cell.isEditing && event.key === 'Escape') cell.end('stay');
    else if ((event.key === 'Delete' || event.key === 'Backspace') && props.onClear)
      props.onClear();
    else if (isCharacter && !cell.isEditing && props.onKey?.(event.key)) event.stopPropagation();
    else if (event.key === ' ' && !cell.isEditing) cell.begin();
    else if (isCharacter && props.onType) props.onType(event.key);
    else if (isCharacter) cell.begin(event.key);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.target as Node)) return;
    if ((event.target as Element).closest('a, button, input')) return;
    // Whoever marks text wants to read or copy it.
    if (globalThis.getSelection()?.isCollapsed === false) return;
    if (!cell.isEditing) cell.begin();
  };
  const onFocus = (event: FocusEvent<HTMLDivElement>): void => {
    if (event.target === event.currentTarget) session.focusOn(cell.subject);
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>): void => {
    const next = event.relatedTarget;
    if (cell.isEditing || (next instanceof Element && next.closest('[data-cell]'))) return;
    session.focusOn(null);
  };

  const isButton = grid === null && cell.canEdit && !cell.isEditing;
  const role = grid !== null ? 'gridcell' : isButton ? 'button' : undefined;
  const isReplaced = cell.isEditing && props.isInPlace === true && editor !== undefined;
  return (
    <div
      ref={cell.frame}
      data-cell={cell.subject.field}
      className={`cell ${grid === null ? 'cell-inline' : ''} ${peer ? `cell-peer ${peer.user.party}` : ''} ${cell.isEditing ? 'cell-open' : ''} ${isReplaced ? 'cell-replaced' : ''} ${props.isBlank ? 'cell-blank' : ''} ${className}`}
      role={role}
      tabIndex={isButton ? 0 : grid !== null || cell.canEdit ? -1 : undefined}
      aria-label={isButton ? `${label}: ${text}` : undefined}
      aria-readonly={grid !== null && !cell.canEdit ? true : undefined}
      aria-describedby={describedBy === '' ? undefined : describedBy}
      data-label={label}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {peer === undefined ? null : (
        <span className="cell-flag">
          {peers.map((one) => one.user.name).join(', ')}
          <VisuallyHidden> is here. </VisuallyHidden>
        </span>
      )}
      {isReplaced ? null : children}
      {cell.isEditing ? <ErrorBoundary fallback={cannotOpen}>{editor}</ErrorBoundary> : null}
      {props.tip === undefined || cell.isEditing ? null : (
        <span id={tipId} role="tooltip" className="cell-tip">
          {props.tip}
        </span>
      )}
      {cell.refusal === undefined ? null : (
        <span id={refusalId} role="alert" className="cell-refusal">
          {cell.refusal}
        </span>
      )}
    </div>
  );
}

function cannotOpen() {
  return (
    <span role="alert" className="cell-refusal">
      This could not be opened. Press Escape and try again; if it stays so, reload the page.
    </span>
  );
}
