/** The glossary and the workstreams: sections that have no block of their own. */

import type { List, Table } from 'mdast';
import { type GlossaryEntryId, newId } from '../../plan/ids.ts';
import { type NarrativeElement, paragraph } from '../../plan/narrative.ts';
import { itemsOf } from '../markdown/blocks.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { GLOSSARY_COLUMNS } from '../words/column-names.ts';
import { type Desk, locate, report } from './desk.ts';
import { stepTypeNamed } from './read-step-marks.ts';
import { workstreamOf } from './read-steps.ts';
import { reportUnknown, sheetOf } from './sheet.ts';

export function readGlossaryTable(desk: Desk, table: Table): readonly NarrativeElement[] {
  const sheet = sheetOf(desk, table, GLOSSARY_COLUMNS);
  reportUnknown(desk, sheet, 'narrative');
  return sheet.rows.flatMap((row) => {
    const id = newId<GlossaryEntryId>(desk.chance);
    const type = stepTypeNamed(row.cells.get('type')?.text ?? '');
    const term = row.cells.get('term')?.text ?? row.group ?? '';
    desk.glossary.push({
      id,
      term,
      meaning: row.cells.get('meaning')?.text ?? '',
      ...(type ? { type } : {}),
    });
    locate(desk, { kind: 'glossary-entry', id }, row.place);
    return row.unknown.map(({ heading, cell }) => paragraph(`${term} – ${heading}: ${cell.text}`));
  });
}

const LONGEST_ENTRY = 1_000;

/** "**Vendor management**: procurement". */
export function readGlossaryList(desk: Desk, list: List): readonly NarrativeElement[] {
  return itemsOf(desk.file, list).flatMap((item) => {
    const { text } = item.cell;
    const match = text.length > LONGEST_ENTRY ? null : /^(.+?)(?:: +| +[–—] +)(.+)$/s.exec(text);
    if (!match?.[1] || !match[2] || item.below.length > 0) {
      report(
        desk,
        item.cell.place,
        item.cell.text,
        'This is no word with its meaning.',
        'narrative',
      );
      return narrativeOf(desk.file, [{ ...list, children: [item.item] }]);
    }
    const id = newId<GlossaryEntryId>(desk.chance);
    desk.glossary.push({ id, term: match[1], meaning: match[2] });
    locate(desk, { kind: 'glossary-entry', id }, item.cell.place);
    return [];
  });
}

export function readWorkstreamList(desk: Desk, list: List): readonly NarrativeElement[] {
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.cell.text !== '') {
      const id = workstreamOf(desk, item.cell.text);
      locate(desk, { kind: 'workstream', id }, item.cell.place);
    }
    return narrativeOf(desk.file, item.below);
  });
}
