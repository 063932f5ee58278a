/** Key dates: as a list, as lines of a paragraph, as a table. */

import type { List, Paragraph, Table } from 'mdast';
import { type KeyDateId, newId } from '../../plan/ids.ts';
import { type NarrativeElement, narrativeText, paragraph } from '../../plan/narrative.ts';
import type { KeyDate } from '../../plan/plan.ts';
import { itemsOf, linesOf } from '../markdown/blocks.ts';
import { type Cell, cellOf } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { placeOf } from '../markdown/parse-markdown.ts';
import { KEY_DATE_COLUMNS } from '../words/column-names.ts';
import { standardKeyDate } from '../words/key-date-labels.ts';
import { type KeyDateLine, splitKeyDate } from '../words/key-date-lines.ts';
import { type Desk, locate, report } from './desk.ts';
import { orderOfDesk, readDateCell } from './read-date-cell.ts';
import { reportUnknown, sheetOf } from './sheet.ts';

const NOT_READ = 'This is no key date with a label and a date.';

export function readKeyDateList(desk: Desk, list: List): readonly NarrativeElement[] {
  const kept: NarrativeElement[] = [];
  for (const item of itemsOf(desk.file, list)) {
    const line = splitKeyDate(item.cell, orderOfDesk(desk));
    if (!line) {
      report(desk, item.cell.place, item.cell.text, NOT_READ, 'narrative');
      kept.push(...narrativeOf(desk.file, [{ ...list, children: [item.item] }]));
      continue;
    }
    const below = belowOf(desk, item.below);
    kept.push(...addKeyDate(desk, line, item.cell, below), ...narrativeOf(desk.file, below.rest));
  }
  return kept;
}

/** "Why: …" and "Moved because: …" under a date are the reasons for it. */
function belowOf(desk: Desk, nodes: ReturnType<typeof itemsOf>[number]['below']) {
  const said: { why?: string; dateReason?: string } = {};
  const rest = nodes.filter((node) => {
    if (node.type !== 'list') return true;
    const items = itemsOf(desk.file, node);
    const read = items.map(({ cell, below }) => {
      const match = /^(Why|Moved because): (.+)$/s.exec(cell.text);
      if (!match?.[2] || below.length > 0) return false;
      said[match[1] === 'Why' ? 'why' : 'dateReason'] = match[2];
      return true;
    });
    return !read.every(Boolean);
  });
  for (const node of rest) {
    const text = narrativeOf(desk.file, [node]).map(narrativeText).join(' ');
    report(desk, placeOf(node), text, 'A key date has no place for this.', 'narrative');
  }
  return { ...said, rest };
}

/** At the top of a file not every line with a date is a key date, and some name the parties. */
interface LineReading {
  readonly accepts?: (line: KeyDateLine) => boolean;
  readonly orElse?: (cell: Cell) => boolean;
  /** What the report says of lines that nobody reads. */
  readonly why?: string;
}

/** Lines that are not read stay a paragraph. */
export function readKeyDateLines(
  desk: Desk,
  node: Paragraph,
  { accepts, orElse, why = NOT_READ }: LineReading = {},
): readonly NarrativeElement[] {
  const lines = linesOf(desk.file, node);
  const kept: NarrativeElement[] = [];
  const left = lines.filter(({ cell }) => {
    const line = splitKeyDate(cell, orderOfDesk(desk));
    if (line && (accepts?.(line) ?? true)) kept.push(...addKeyDate(desk, line, cell, {}));
    else if (!orElse?.(cell)) return true;
    return false;
  });
  if (left.length === 0) return kept;
  const children = left.flatMap((line, i) => [
    ...(i === 0 ? [] : [{ type: 'break' as const }]),
    ...line.nodes,
  ]);
  for (const { cell } of left) report(desk, cell.place, cell.text, why, 'narrative');
  return [...kept, ...narrativeOf(desk.file, [{ type: 'paragraph', children }])];
}

export function readKeyDateTable(desk: Desk, table: Table): readonly NarrativeElement[] {
  const sheet = sheetOf(desk, table, KEY_DATE_COLUMNS);
  reportUnknown(desk, sheet, 'narrative');
  return sheet.rows.flatMap((row) => {
    const label = row.cells.get('label')?.text ?? '';
    const value = row.cells.get('date') ?? cellOf(desk.file, [], row.place);
    const id = standardKeyDate(label);
    const why = row.cells.get('why')?.text;
    const line = { ...(id ? { id } : {}), label, value };
    const beside = row.unknown.map(({ heading, cell }) =>
      paragraph(`${label} – ${heading}: ${cell.text}`),
    );
    const whole = { ...value, text: `${label}: ${value.text}` };
    return [...addKeyDate(desk, line, whole, why === undefined ? {} : { why }), ...beside];
  });
}

function addKeyDate(
  desk: Desk,
  line: KeyDateLine,
  whole: Cell,
  said: { readonly why?: string; readonly dateReason?: string },
): readonly NarrativeElement[] {
  const known = line.id && desk.keyDates.some((each) => each.id === line.id);
  const id = (known ? undefined : line.id) ?? newId<KeyDateId>(desk.chance);
  const read = readDateCell(desk, line.value);
  const because = /^[,;(–— -]*((?:because|since|so that|why:) [^)]+)\)?$/i.exec(read.rest ?? '');
  const why = said.why ?? because?.[1] ?? '';
  desk.keyDates.push({
    id: id as KeyDateId,
    label: line.label,
    why,
    ...(read.date === undefined ? {} : { date: read.date }),
    ...(said.dateReason === undefined ? {} : { dateReason: said.dateReason }),
  } satisfies KeyDate);
  locate(desk, { kind: 'key-date', id }, whole.place);
  locate(desk, { kind: 'key-date', id, field: 'date' }, line.value.place);
  const kept = read.kept ?? (read.weeks ? line.value.text : undefined);
  if (kept === undefined || because) return [];
  report(
    desk,
    whole.place,
    whole.text,
    read.keptWhy ?? 'A key date is a day, not a week.',
    'narrative',
  );
  return [paragraph(whole.text)];
}
