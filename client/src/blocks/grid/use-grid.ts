/**
 * The keyboard of a grid. The one cell that Tab reaches is kept in the DOM and not in React's state: moving
 * the focus through three hundred rows must render nothing.
 */

import type { Subject } from '@tandem/shared/plan/plan';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { GridControl } from '../../cells/cell-context.ts';
import {
  type GridPosition,
  type GridShape,
  neighbourOf,
  nextPosition,
  positionBelow,
} from './grid-moves.ts';

export interface WantedCell {
  readonly id: string;
  readonly field: string;
}

export interface Grid {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly control: GridControl;
  /** Which cell a row that is about to appear shall open. */
  readonly want: (cell: WantedCell) => void;
  /** The cell to have the focus after the next render, because what has it now will go. */
  readonly focusLater: (row: string, column: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLDivElement>) => void;
}

interface GridKeys {
  readonly onMoveRow: (row: string, by: -1 | 1) => void;
  readonly onAddBelow: (row: string) => void;
  /** Enter at the end of the last row that was just added. */
  readonly onDownFromLast: (row: string) => void;
  /** Where Escape leads. */
  readonly leave: () => void;
}

export function useGrid(keys: GridKeys): Grid {
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<WantedCell>(undefined);
  /** Not mounted yet; once it is, it does not open again by itself. */
  const opening = useRef<WantedCell>(undefined);
  const focused = useRef<HTMLElement>(null);
  /** Where that is, for when its row goes. */
  const place = useRef<GridPosition>(undefined);
  /** The one cell that Tab reaches. */
  const entry = useRef<Element>(null);
  const later = useRef<{ row: string; column: number }>(undefined);
  const column = useRef(0);
  /** Tab goes from cell to cell for who is filling them in, and past the grid for who is passing by. */
  const isEntering = useRef(false);

  const control = useMemo((): GridControl => {
    return {
      isWanted: (subject: Subject) =>
        opening.current?.id === subject.id && opening.current.field === subject.field,
      move: (frame, move) => {
        isEntering.current = true;
        const rows = rowsOf(root.current);
        const at = positionOf(rows, frame);
        if (at === undefined) return;
        const shape = shapeOf(rows);
        if (move === 'next') focusAt(rows, neighbourOf(shape, at, 1));
        else if (move === 'previous') focusAt(rows, neighbourOf(shape, at, -1));
        else if (move === 'down') {
          const row = rows[at.row]?.dataset.row ?? '';
          if (wanted.current?.id === row) keysNow.current.onDownFromLast(row);
          else focusAt(rows, positionBelow(shape, at));
        }
      },
    };
  }, []);
  const keysNow = useRef(keys);

  useLayoutEffect(() => {
    keysNow.current = keys;
    const grid = root.current;
    const isLost = focused.current !== null && document.activeElement === document.body;
    if (grid === null) {
      if (isLost) keys.leave();
      focused.current = null;
      return;
    }
    if (opening.current && rowOf(grid, opening.current.id)) opening.current = undefined;
    if (entry.current === null || !grid.contains(entry.current)) {
      entry.current = grid.querySelector('[data-row] > [role=gridcell]');
      entry.current?.setAttribute('tabindex', '0');
    }
    if (later.current) {
      const { row, column: at } = later.current;
      later.current = undefined;
      const found = rowsOf(grid).find((one) => one.dataset.row === row);
      cellsOf(found)[at]?.focus({ preventScroll: document.activeElement !== document.body });
    } else if (isLost && focused.current?.isConnected) {
      // The row moved under the person's hands, and moving an element takes the focus out of it.
      focused.current.focus({ preventScroll: true });
    } else if (isLost && place.current) {
      // The row is gone, by an undo say: the one that came in its place has the focus.
      const rows = rowsOf(grid);
      const row = Math.min(place.current.row, rows.length - 1);
      const last = cellsOf(rows[row]).length - 1;
      focusAt(rows, { row, column: Math.min(place.current.column, last) });
    }
  });

  return {
    root,
    control,
    want: (cell) => {
      wanted.current = cell;
      opening.current = cell;
    },
    focusLater: (row, at) => {
      later.current = { row, column: at };
    },
    onFocus: ({ target }) => {
      if (!root.current?.contains(target)) return;
      focused.current = target as HTMLElement;
      place.current = positionOf(rowsOf(root.current), target as HTMLElement) ?? place.current;
      if (target.getAttribute('role') !== 'gridcell') return;
      if (target !== entry.current) entry.current?.setAttribute('tabindex', '-1');
      target.setAttribute('tabindex', '0');
      entry.current = target;
      const at = place.current;
      if (at && cellsOf(rowsOf(root.current)[at.row]).length > 1) column.current = at.column;
    },
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && root.current?.contains(relatedTarget)) return;
      if (relatedTarget !== null) isEntering.current = false;
      focused.current = null;
    },
    onKeyDown: (event) => {
      const { target, key } = event;
      if (!(target instanceof HTMLElement) || event.defaultPrevented) return;
      // What is typed into an open cell must not have three hundred rows looked through.
      if (target.getAttribute('role') !== 'gridcell') return;
      const rows = rowsOf(root.current);
      const at = positionOf(rows, target);
      if (at === undefined) return;
      const row = rows[at.row]?.dataset.row ?? '';
      const isVertical = key === 'ArrowUp' || key === 'ArrowDown';
      const shape = shapeOf(rows);
      let isDone = true;
      if (event.altKey && isVertical) keys.onMoveRow(row, key === 'ArrowUp' ? -1 : 1);
      else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) keys.onAddBelow(row);
      else if (key === 'Escape') keys.leave();
      else if (key === 'Tab') {
        isDone =
          isEntering.current && focusAt(rows, neighbourOf(shape, at, event.shiftKey ? -1 : 1));
      } else if (event.altKey) isDone = false;
      else {
        const isCtrl = event.ctrlKey || event.metaKey;
        isDone = focusAt(
          rows,
          nextPosition(shape, at, column.current, { key: mirrored(key, target), isCtrl }),
        );
      }
      if (isDone) event.preventDefault();
    },
  };
}

function shapeOf(rows: readonly HTMLElement[]): GridShape {
  return { rows: rows.length, widthOf: (row) => cellsOf(rows[row]).length };
}

function rowsOf(root: HTMLElement | null): HTMLElement[] {
  return root === null ? [] : [...root.querySelectorAll<HTMLElement>('[role=row][data-row]')];
}

function rowOf(root: HTMLElement, id: string): HTMLElement | null {
  return root.querySelector(`[role=row][data-row="${CSS.escape(id)}"]`);
}

function cellsOf(row: HTMLElement | undefined): HTMLElement[] {
  return row === undefined
    ? []
    : [...row.querySelectorAll<HTMLElement>(':scope > [role=gridcell]')];
}

function focusAt(rows: readonly HTMLElement[], to: GridPosition | undefined): boolean {
  const cell = to && cellsOf(rows[to.row])[to.column];
  cell?.focus();
  return cell !== undefined;
}

function positionOf(rows: readonly HTMLElement[], cell: HTMLElement): GridPosition | undefined {
  const parent = cell.parentElement;
  const row = parent === null ? -1 : rows.indexOf(parent);
  const column = cellsOf(rows[row]).indexOf(cell);
  return row < 0 || column < 0 ? undefined : { row, column };
}

/** Where the page is read from right to left, the arrow still points to the cell it goes to. */
function mirrored(key: string, target: Element): string {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return key;
  if (getComputedStyle(target).direction !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
}
