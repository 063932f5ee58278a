// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, not the rows
/** One row. It follows the plan by itself: what is typed into one renders that one, and not the list. */

import type { RowKind } from '@tandem/shared/plan/plan';
import { ChevronDown } from 'lucide-react';
import { type ComponentType, type KeyboardEvent, memo } from 'react';
import { GridContext } from '../../cells/cell-context.ts';
import { useRow } from '../../session/hooks.ts';
import type { Column, ExtraItems, RowLook } from './column.ts';
import { HeldNote } from './held-note.tsx';
import { RowHandle } from './row-handle.tsx';
import type { RowActions } from './use-row-actions.ts';
import type { StartDrag } from './use-row-drag.ts';

interface GridRowProps<Row> extends RowLook {
  readonly row: Row;
  readonly kind: RowKind;
  readonly noun: string;
  readonly titleOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly actions: RowActions;
  readonly startDrag: StartDrag;
  readonly extraItems: ExtraItems<Row>;
  readonly Detail: ComponentType<{ readonly row: Row }> | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
  readonly onEnter: (id: string) => void;
  readonly onLeave: () => void;
  /** Who removed it, where it stays only because I am in it. */
  readonly heldBecause: string;
  readonly canRemove: boolean;
}

function GridRowView<Row extends { readonly id: string }>(props: GridRowProps<Row>) {
  const { kind, columns, note, Detail, isOpen, onToggle, heldBecause } = props;
  const row = useRow(kind, props.row);
  const title = props.titleOf(row);
  const isHeld = heldBecause !== '';
  // React's focus events come up through pickers as well, which stand elsewhere in the page.
  const inside = { onFocus: () => props.onEnter(row.id), onBlur: props.onLeave };
  return (
    <>
      <div
        role="row"
        className={`grid-row ${Detail === undefined ? 'without-detail' : ''} ${isHeld ? 'held' : ''} ${props.className}`}
        data-row={row.id}
        data-movable={isHeld ? undefined : true}
        {...inside}
      >
        <RowHandle
          subject={{ kind, id: row.id, field: 'order' }}
          noun={props.noun}
          number={props.number}
          title={title}
          actions={props.actions}
          startDrag={props.startDrag}
          extraItems={() => props.extraItems(row)}
          isHeld={isHeld}
          canRemove={props.canRemove}
        />
        {columns.map(({ key, Cell }) => (
          <Cell key={key} row={row} note={note} />
        ))}
        {Detail === undefined ? null : (
          <ExpandCell title={title} isOpen={isOpen} onToggle={() => onToggle(row.id)} />
        )}
      </div>
      {isHeld ? (
        <HeldNote
          id={row.id}
          sentence={heldBecause}
          inside={inside}
          onBringBack={() => props.actions.bringBack(row.id, 'stays')}
        />
      ) : null}
      {Detail !== undefined && isOpen ? (
        <div role="row" className="grid-detail-row" data-row={`${row.id} detail`} {...inside}>
          <div
            role="gridcell"
            tabIndex={-1}
            data-detail
            aria-label={`More about ${title}`}
            className="grid-detail"
            onKeyDown={enterOrLeave}
          >
            <GridContext value={null}>
              <Detail row={row} />
            </GridContext>
          </div>
        </div>
      ) : null}
    </>
  );
}

/** Enter leads from the opened part to its first field, Escape back out of the fields. */
function enterOrLeave(event: KeyboardEvent<HTMLDivElement>): void {
  const { currentTarget, target, key } = event;
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
  if (event.defaultPrevented) return;
  if (key === 'Enter' && target === currentTarget) {
    currentTarget.querySelector<HTMLElement>('[role=button], button')?.focus();
  } else if (key === 'Escape' && target !== currentTarget) {
    currentTarget.focus();
  } else return;
  event.preventDefault();
}

export const GridRow = memo(GridRowView) as typeof GridRowView;

// Made once: what is typed renders its row, and an icon is more work than all the row's words.
const CHEVRON = <ChevronDown size={15} aria-hidden="true" />;

interface ExpandCellProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ExpandCell({ title, isOpen, onToggle }: ExpandCellProps) {
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      className="cell row-expand"
      aria-expanded={isOpen}
      aria-label={`More about ${title === '' ? 'this row' : title}`}
      onClick={onToggle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onToggle();
      }}
    >
      {CHEVRON}
    </div>
  );
}
