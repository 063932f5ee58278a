// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of its own, which becomes two-line rows on a phone
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, not the rows and headings
/** The table that every list of a plan is: an ARIA grid with groups, a menu per row, adding and bringing back. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { RowKind } from '@tandem/shared/plan/plan';
import { Plus } from 'lucide-react';
import { type ComponentType, Fragment, useCallback, useMemo, useRef, useState } from 'react';
import { GridContext } from '../../cells/cell-context.ts';
import { useCanEdit } from '../../session/can-edit.ts';
import { useSession } from '../../session/hooks.ts';
import { rowOf } from '../../session/plan-parts.ts';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { Column, ExtraItems, RowGroup, RowLook } from './column.ts';
import { GridRow } from './grid-row.tsx';
import { RemovedRows } from './removed-rows.tsx';
import type { RowFields } from './row-edits.ts';
import { RowInsert } from './row-insert.tsx';
import { useGrid } from './use-grid.ts';
import { useHeldRow } from './use-held-row.ts';
import { useRowActions } from './use-row-actions.ts';
import { useRowDrag } from './use-row-drag.ts';
import './grid.css';

interface RowGridProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly kind: RowKind;
  /** In a sentence: "step". */
  readonly noun: string;
  /** All rows in the plan's order. */
  readonly rows: readonly Row[];
  readonly groups: readonly RowGroup<Row>[];
  readonly columns: readonly Column<Row>[];
  readonly removed: readonly Row[];
  /** The field that a new row opens with. */
  readonly firstField: string;
  readonly titleOf: (row: Row) => string;
  readonly lookOf: (row: Row, number: number) => Omit<RowLook, 'number'>;
  readonly empty: string;
  readonly Detail?: ComponentType<{ readonly row: Row }>;
  readonly extraItems?: ExtraItems<Row>;
  readonly bornIn?: (group: string) => RowFields;
  readonly regroup?: (id: string, group: string) => readonly PlanEdit[];
  /** Numbers run down the page, because nobody refers to a row by its number. */
  readonly isNumberedAsSeen?: boolean;
  readonly canRemove?: (row: Row) => boolean;
}

const NO_FIELDS = (): RowFields => ({});
const NO_EDITS = (): readonly PlanEdit[] => [];
const NO_ITEMS = () => [];

export function RowGrid<Row extends { readonly id: string }>(props: RowGridProps<Row>) {
  const { label, kind, noun, rows, groups, columns, titleOf, lookOf, Detail } = props;
  const session = useSession();
  const canEdit = useCanEdit();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const line = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const { isNumberedAsSeen = false } = props;
  const numbers = useMemo(() => {
    const numbered = isNumberedAsSeen ? groups.flatMap((group) => group.rows) : rows;
    return new Map(numbered.map((row, i) => [row.id, i + 1]));
  }, [rows, groups, isNumberedAsSeen]);
  // The rows here may be older than the plan by what was typed into them since.
  const titleById = (id: string): string => {
    const row = rowOf(session.reading().plan, kind, id);
    return row === undefined ? '' : titleOf(row as Row);
  };

  const grid = useGrid({
    onMoveRow: (row, by) => canEdit && actions.move(row, by),
    onAddBelow: (row) => canEdit && actions.addBeside(row, 'below'),
    onDownFromLast: (row) => titleById(row) !== '' && actions.addBeside(row, 'below'),
    leave: () => addButton.current?.focus(),
  });
  const { actions, refusal } = useRowActions(
    {
      kind,
      noun,
      order: rows,
      groups,
      firstField: props.firstField,
      titleOf: titleById,
      bornIn: props.bornIn ?? NO_FIELDS,
      regroup: props.regroup ?? NO_EDITS,
    },
    grid,
  );
  const held = useHeldRow({ kind, noun, rows, groups, removed: props.removed });
  /** Headings above nothing say nothing. */
  const isBlank =
    rows.length === 0 &&
    held.id === undefined &&
    groups.every((group) => group.header === undefined);
  const startDrag = useRowDrag(grid.root, line, actions.drop);
  const onToggle = useCallback((id: string) => setOpen((before) => toggled(before, id)), []);
  const tracks = [
    'var(--handle-width)',
    ...columns.map((column) => column.width),
    ...(Detail ? ['30px'] : []),
  ].join(' ');

  return (
    <div className="grid-frame">
      {isBlank ? null : (
        <div
          ref={grid.root}
          role="grid"
          aria-label={label}
          aria-readonly={!canEdit}
          className="grid"
          style={{ '--tracks': tracks } as React.CSSProperties}
          onKeyDown={grid.onKeyDown}
          onFocus={grid.onFocus}
          onBlur={grid.onBlur}
        >
          <GridHead columns={columns} hasDetail={Detail !== undefined} />
          <GridContext value={grid.control}>
            {/* One flat list: a row that changes its group stays the same element, with the caret in it. */}
            {held.groups.flatMap((group) => [
              group.header === undefined ? null : (
                <div
                  key={`${group.id} group`}
                  role="row"
                  className="grid-group"
                  data-row={`${group.id} group`}
                >
                  {group.header}
                </div>
              ),
              ...group.rows.map((row) => {
                const number = numbers.get(row.id) ?? 0;
                return (
                  <GridRow
                    key={row.id}
                    row={row}
                    kind={kind}
                    noun={noun}
                    titleOf={titleOf}
                    number={number}
                    {...lookOf(row, number)}
                    columns={columns}
                    actions={actions}
                    startDrag={startDrag}
                    extraItems={props.extraItems ?? NO_ITEMS}
                    Detail={Detail}
                    isOpen={open.has(row.id)}
                    onToggle={onToggle}
                    onEnter={held.onEnterRow}
                    onLeave={held.onLeaveRow}
                    heldBecause={row.id === held.id ? held.sentence : ''}
                    canRemove={props.canRemove?.(row) ?? true}
                  />
                );
              }),
              group.footer === undefined ? null : (
                <Fragment key={`${group.id} footer`}>{group.footer}</Fragment>
              ),
            ])}
          </GridContext>
          <div ref={line} className="drop-line" hidden />
          {canEdit ? <RowInsert root={grid.root} noun={noun} onInsert={actions.addBeside} /> : null}
        </div>
      )}
      {rows.length === 0 ? <p className="grid-empty">{props.empty}</p> : null}
      {refusal === undefined ? null : (
        <p role="alert" className="grid-refusal">
          {refusal}
        </p>
      )}
      <div className="grid-foot">
        {canEdit ? (
          <Button ref={addButton} look="quiet" size="small" onClick={() => actions.addAtEnd()}>
            <Plus size={14} aria-hidden="true" /> Add a {noun}
          </Button>
        ) : null}
        <RemovedRows
          removed={
            held.id === undefined ? props.removed : props.removed.filter(({ id }) => id !== held.id)
          }
          titleOf={titleOf}
          noun={noun}
          onBringBack={canEdit ? (id) => actions.bringBack(id, 'goes') : undefined}
        />
      </div>
    </div>
  );
}

interface GridHeadProps {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly hasDetail: boolean;
}

function GridHead({ columns, hasDetail }: GridHeadProps) {
  return (
    <div role="row" className="grid-row grid-head">
      <div role="columnheader">
        <VisuallyHidden>Number</VisuallyHidden>
      </div>
      {columns.map(({ key, title }) => (
        <div key={key} role="columnheader">
          {title}
        </div>
      ))}
      {hasDetail ? (
        <div role="columnheader">
          <VisuallyHidden>More</VisuallyHidden>
        </div>
      ) : null}
    </div>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
