// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, not the rows
/** One row, rendered anew only when the row itself or its number or note changes. */

import type { RowKind } from '@tandem/shared/plan/plan';
import { ChevronDown } from 'lucide-react';
import { type ComponentType, type KeyboardEvent, memo } from 'react';
import { GridContext } from '../../cells/cell-context.ts';
import type { Column, ExtraItems, RowLook } from './column.ts';
import { RowHandle } from './row-handle.tsx';
import type { RowActions } from './use-row-actions.ts';
import type { StartDrag } from './use-row-drag.ts';

interface GridRowProps<Row> extends RowLook {
  readonly row: Row;
  readonly kind: RowKind;
  readonly noun: string;
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly actions: RowActions;
  readonly startDrag: StartDrag;
  readonly extraItems: ExtraItems<Row>;
  readonly Detail: ComponentType<{ readonly row: Row }> | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
}

function GridRowView<Row extends { readonly id: string }>(props: GridRowProps<Row>) {
  const { row, kind, columns, note, Detail, isOpen, onToggle } = props;
  return (
    <>
      <div
        role="row"
        className={`grid-row ${Detail === undefined ? 'without-detail' : ''} ${props.className}`}
        data-row={row.id}
        data-movable
      >
        <RowHandle
          subject={{ kind, id: row.id, field: 'order' }}
          noun={props.noun}
          number={props.number}
          title={props.title}
          actions={props.actions}
          startDrag={props.startDrag}
          extraItems={() => props.extraItems(row)}
        />
        {columns.map(({ key, Cell }) => (
          <Cell key={key} row={row} note={note} />
        ))}
        {Detail === undefined ? null : (
          <ExpandCell title={props.title} isOpen={isOpen} onToggle={() => onToggle(row.id)} />
        )}
      </div>
      {Detail !== undefined && isOpen ? (
        <div role="row" className="grid-detail-row" data-row={`${row.id} detail`}>
          <div
            role="gridcell"
            tabIndex={-1}
            data-detail
            aria-label={`More about ${props.title}`}
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
      <ChevronDown size={15} aria-hidden="true" />
    </div>
  );
}
