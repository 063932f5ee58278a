/** A Markdown table as a grid of cells. Group rows ("**Legal** | | |") are told from data. */

import type { Table } from 'mdast';
import type { Place } from '../import-outcome.ts';
import { type Cell, cellOf, plainCell } from './cell.ts';
import { type MarkdownFile, placeOf } from './parse-markdown.ts';

export interface TableRow {
  /** As many as the header has; missing ones are empty. */
  readonly cells: readonly Cell[];
  /** The text of a row that only names the group of the rows below it. */
  readonly group?: string;
  readonly place: Place;
}

export interface TableGrid {
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
  readonly place: Place;
}

export function headingsOf(file: MarkdownFile, table: Table): readonly string[] {
  const cells = table.children[0]?.children ?? [];
  return cells.map((cell) => cellOf(file, cell.children, placeOf(cell)).text);
}

/** Rows in which nothing stands are left out. */
export function gridOf(file: MarkdownFile, table: Table): TableGrid {
  const [head, ...body] = table.children.map((row) => {
    const place = placeOf(row);
    return { place, cells: row.children.map((cell) => cellOf(file, cell.children, placeOf(cell))) };
  });
  const header = head?.cells ?? [];
  const rows = body.map((row): TableRow => {
    const cells = header.map((_, i) => row.cells[i] ?? plainCell('', row.place));
    // A row may be longer than the header; what stands there must not be lost.
    const beyond = row.cells.slice(header.length).filter((cell) => cell.text !== '');
    const group = groupOf(cells);
    return {
      cells: [...cells, ...beyond],
      place: row.place,
      ...(group === undefined ? {} : { group }),
    };
  });
  return { header, rows: rows.filter((row) => row.cells.some(isFilled)), place: placeOf(table) };
}

export function isFilled(cell: Cell): boolean {
  return cell.text !== '' || cell.parts.length > 0;
}

function groupOf(cells: readonly Cell[]): string | undefined {
  const filled = cells.filter((cell) => cell.text.trim() !== '');
  const only = filled[0];
  return filled.length === 1 && only?.bold ? only.text.trim() : undefined;
}
