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
    ...rows
      .map((row, i) => shown.map(({ cell }) => cell(row, i)))
      .filter(saysSomething)
      .map(line),
  ];
  return lines.join('\n');
}

/** A row in which nothing stands would be read as none. */
function saysSomething(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '');
}

function line(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`;
}

/** A text that can stand as a list item: one that begins with a break, or has no word, cannot. */
export function isPlainText(text: string): boolean {
  return text.trim() !== '' && !/^[\r\n]/.test(text);
}
