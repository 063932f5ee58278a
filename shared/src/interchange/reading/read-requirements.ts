/** Technical requirements: a list, ticked where they are met, or a table. */

import type { List, Table } from 'mdast';
import { newId, type RequirementId } from '../../plan/ids.ts';
import type { NarrativeElement } from '../../plan/narrative.ts';
import { itemsOf } from '../markdown/blocks.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { REQUIREMENT_COLUMNS } from '../words/column-names.ts';
import { isNothing } from '../words/plain-words.ts';
import { readRequirementState } from '../words/written-status.ts';
import { locate, report } from './desk.ts';
import { ownersOf } from './read-step-row.ts';
import type { StepsDesk } from './read-steps.ts';
import { reportUnknown, sheetOf } from './sheet.ts';

export function readRequirementList(at: StepsDesk, list: List): readonly NarrativeElement[] {
  const { desk } = at;
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.cell.text === '') return narrativeOf(desk.file, item.below);
    const id = newId<RequirementId>(desk.chance);
    desk.requirements.push({
      id,
      text: item.cell.text,
      notes: '',
      state: item.checked ? 'met' : 'open',
      owners: [],
    });
    locate(desk, { kind: 'requirement', id }, item.cell.place);
    if (item.below.length > 0) {
      report(
        desk,
        item.cell.place,
        item.cell.text,
        'What stands below a requirement is kept.',
        'narrative',
      );
    }
    return narrativeOf(desk.file, item.below);
  });
}

export function readRequirementTable(at: StepsDesk, table: Table): readonly NarrativeElement[] {
  const { desk } = at;
  const sheet = sheetOf(desk, table, REQUIREMENT_COLUMNS);
  reportUnknown(desk, sheet, 'notes');
  for (const row of sheet.rows) {
    const id = newId<RequirementId>(desk.chance);
    const written = row.cells.get('state');
    const state = written && readRequirementState(written.text);
    const notes = row.cells.has('notes') ? [row.cells.get('notes')?.text ?? ''] : [];
    if (written && !state && !isNothing(written.text)) {
      report(desk, written.place, written.text, 'A requirement is open, met or not met.', 'notes');
      notes.push(`Status: ${written.text}`);
    }
    for (const { heading, cell } of row.unknown) notes.push(`${heading}: ${cell.text}`);
    const owner = row.cells.get('owner');
    desk.requirements.push({
      id,
      text: row.cells.get('text')?.text ?? row.group ?? '',
      notes: notes.join('\n'),
      state: state ?? 'open',
      owners: owner ? ownersOf(desk, owner, { people: at.people, names: desk.names }) : [],
    });
    locate(desk, { kind: 'requirement', id }, row.place);
  }
  return [];
}
