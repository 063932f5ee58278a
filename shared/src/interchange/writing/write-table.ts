/** Markdown tables out of rows and columns; a column is written when it is always there or some row needs it. */

export interface Column<Row> {
  readonly heading: string;
  /** Markdown of the cell, escaped. */
  readonly cell: (row: Row, index: number) => string;
  /** Rows that say something in this column. Absent: the column is always written. */
  readonly needed?: (row: Row) => boolean;
}

export function writeTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const shown = columns.filter(({ needed }) => needed === undefined || rows.some(needed));
  const lines = [
    line(shown.map(({ heading }) => heading)),
    `|${shown.map(({ heading }) => '-'.repeat(Math.max(3, heading.length + 2))).join('|')}|`,
    ...rows.map((row, i) => line(shown.map(({ cell }) => cell(row, i)))),
  ];
  return lines.join('\n');
}

function line(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`;
}
