/** A table read by its columns' names: what readers of steps, people and risks have in common. */

import type { Table } from 'mdast';
import type { Place } from '../import-outcome.ts';
import type { Cell } from '../markdown/cell.ts';
import { gridOf, isFilled, type TableGrid } from '../markdown/table-grid.ts';
import { type ColumnNames, type ReadColumns, readColumns } from '../words/column-names.ts';
import type { Desk } from './desk.ts';
import { report } from './desk.ts';

export interface SheetRow<Key extends string> {
  /** Filled cells only. */
  readonly cells: ReadonlyMap<Key, Cell>;
  /** Where the cells stand, the empty ones too: a missing date is missing there. */
  readonly places: ReadonlyMap<Key, Place>;
  /** Filled cells of columns that a plan does not know. */
  readonly unknown: readonly { readonly heading: string; readonly cell: Cell }[];
  readonly group?: string;
  readonly place: Place;
  readonly all: readonly Cell[];
}

export interface Sheet<Key extends string> {
  readonly grid: TableGrid;
  readonly columns: ReadColumns<Key>;
  readonly rows: readonly SheetRow<Key>[];
}

/** `headings` stands in for the table's own where a reader has taken some columns for itself. */
export function sheetOf<Names extends ColumnNames>(
  desk: Desk,
  table: Table,
  names: Names,
  headings?: (grid: TableGrid) => readonly string[],
): Sheet<keyof Names & string> {
  type Key = keyof Names & string;
  const grid = gridOf(desk.file, table);
  const texts = headings?.(grid) ?? grid.header.map((cell) => cell.text);
  const columns = readColumns(names, texts);
  const taken = new Set(columns.at.values());
  const rows = grid.rows.map((row): SheetRow<Key> => {
    const cells = new Map<Key, Cell>();
    const places = new Map<Key, Place>();
    for (const [key, column] of columns.at) {
      const cell = row.cells[column];
      if (cell) places.set(key, cell.place);
      if (cell && isFilled(cell)) cells.set(key, cell);
    }
    const unknown = row.cells.flatMap((cell, column) => {
      const heading = grid.header[column]?.text ?? '';
      return !taken.has(column) && texts[column] !== TAKEN && isFilled(cell)
        ? [{ heading, cell }]
        : [];
    });
    const group = row.group === undefined ? {} : { group: row.group };
    return { cells, places, unknown, place: row.place, all: row.cells, ...group };
  });
  return { grid, columns, rows };
}

/** A heading that a reader has dealt with itself. */
export const TAKEN = '\u0000';

/** Says once per column that its cells went elsewhere. */
export function reportUnknown<Key extends string>(
  desk: Desk,
  sheet: Sheet<Key>,
  keptIn: 'narrative' | 'notes',
): void {
  const seen = new Set<string>();
  for (const row of sheet.rows) {
    for (const { heading } of row.unknown) {
      if (seen.has(heading) || row.group !== undefined) continue;
      seen.add(heading);
      const why = 'A plan has no such column; what stands in it is kept beside each row.';
      report(
        desk,
        sheet.grid.place,
        heading === '' ? 'column without a heading' : heading,
        why,
        keptIn,
      );
    }
  }
}
