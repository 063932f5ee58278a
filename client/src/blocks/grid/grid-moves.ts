/** Where a key leads in a grid, after the ARIA grid pattern. Pure. */

export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** A grid by how many cells its rows have; only the rows that matter are asked for. */
export interface GridShape {
  readonly rows: number;
  readonly widthOf: (row: number) => number;
}

export interface GridKey {
  readonly key: string;
  readonly isCtrl: boolean;
}

const PAGE = 10;

/**
 * The next position, or nothing where the key means nothing here. `wanted` is the column that the person is
 * going up and down in: a row of one cell on the way does not make them lose it.
 */
export function nextPosition(
  shape: GridShape,
  at: GridPosition,
  wanted: number,
  { key, isCtrl }: GridKey,
): GridPosition | undefined {
  const last = shape.rows - 1;
  const inRow = (row: number, column: number): GridPosition => {
    const to = Math.min(Math.max(row, 0), last);
    return { row: to, column: Math.min(Math.max(column, 0), shape.widthOf(to) - 1) };
  };
  switch (key) {
    case 'ArrowUp':
      return inRow(isCtrl ? 0 : at.row - 1, wanted);
    case 'ArrowDown':
      return inRow(isCtrl ? last : at.row + 1, wanted);
    case 'PageUp':
      return inRow(at.row - PAGE, wanted);
    case 'PageDown':
      return inRow(at.row + PAGE, wanted);
    case 'ArrowLeft':
      return inRow(at.row, at.column - 1);
    case 'ArrowRight':
      return inRow(at.row, at.column + 1);
    case 'Home':
      return inRow(isCtrl ? 0 : at.row, 0);
    case 'End':
      return inRow(isCtrl ? last : at.row, Number.MAX_SAFE_INTEGER);
    default:
      return undefined;
  }
}

/** The cell below for who fills in a column: the headings of groups and opened details on the way are not part of it. */
export function positionBelow(shape: GridShape, at: GridPosition): GridPosition {
  for (let row = at.row + 1; row < shape.rows; row += 1) {
    if (shape.widthOf(row) > at.column) return { row, column: at.column };
  }
  return at;
}

/** The cell after or before this one in the order of reading; nothing beyond the ends. */
export function neighbourOf(
  shape: GridShape,
  at: GridPosition,
  step: 1 | -1,
): GridPosition | undefined {
  const column = at.column + step;
  if (column >= 0 && column < shape.widthOf(at.row)) return { row: at.row, column };
  const row = at.row + step;
  if (row < 0 || row >= shape.rows) return undefined;
  return { row, column: step === 1 ? 0 : shape.widthOf(row) - 1 };
}
