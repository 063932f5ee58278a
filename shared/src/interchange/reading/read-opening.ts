/** What other pieces need first: details, key dates, the goal, and what the tables say about the companies. */

import type { Table } from 'mdast';
import type { NarrativeElement } from '../../plan/narrative.ts';
import { cellOf } from '../markdown/cell.ts';
import { placeOf } from '../markdown/parse-markdown.ts';
import { headingsOf } from '../markdown/table-grid.ts';
import { readGoalSentence } from '../words/goal-sentence.ts';
import { companyOfOwnerColumn } from '../words/owner-columns.ts';
import type { SectionName } from '../words/section-names.ts';
import type { PartyEvidence } from './decide-parties.ts';
import type { Desk } from './desk.ts';
import type { Piece } from './pieces.ts';
import { readDetailList, readName } from './read-details.ts';
import { readGoalParagraph } from './read-goal.ts';
import { readKeyDateLines, readKeyDateList, readKeyDateTable } from './read-key-dates.ts';
import { companyEvidence } from './read-stakeholders.ts';

export const NO_SECTION = 'This belongs to no section of a plan; it is kept as text.';

type Kept = readonly NarrativeElement[] | undefined;

export function readDetails(desk: Desk, { section, node }: Piece): Kept {
  return section === 'details' && node.type === 'list' ? readDetailList(desk, node) : undefined;
}

export function readKeyDates(desk: Desk, { kind, section, node }: Piece): Kept {
  if (section !== 'key-dates' || kind !== 'content') return undefined;
  if (node.type === 'list') return readKeyDateList(desk, node);
  if (node.type === 'table') return readKeyDateTable(desk, node);
  return node.type === 'paragraph' ? readKeyDateLines(desk, node) : undefined;
}

export function readGoal(desk: Desk, { kind, section, node }: Piece): Kept {
  if (section !== 'goal' || kind !== 'content' || node.type !== 'paragraph') return undefined;
  return readGoalParagraph(desk, node);
}

/** Dates, names and the goal sentence above the first section; `isOf` is told which section they belong to. */
export function readPreamble(
  desk: Desk,
  { kind, node }: Piece,
  isOf: (section: SectionName) => void,
): Kept {
  if (kind !== 'preamble' || node.type !== 'paragraph') return undefined;
  const cell = cellOf(desk.file, node.children, placeOf(node));
  if (desk.goal.problem === undefined && readGoalSentence(cell)) {
    isOf('goal');
    return readGoalParagraph(desk, node);
  }
  const before = desk.keyDates.length;
  const kept = readKeyDateLines(desk, node, {
    accepts: (line) => line.id !== undefined,
    orElse: (line) => readName(desk, line),
    why: NO_SECTION,
  });
  if (desk.keyDates.length > before) isOf('key-dates');
  return kept;
}

/** `headingOf`: the text of the heading above a piece that no section has. */
export function evidenceOf(
  desk: Desk,
  pieces: readonly Piece[],
  title: string,
  headingOf: (piece: Piece) => string | undefined,
): PartyEvidence {
  const tables = (section: SectionName): readonly (readonly [Table, Piece])[] =>
    pieces.flatMap((piece) =>
      piece.section === section && piece.node.type === 'table'
        ? [[piece.node, piece] as const]
        : [],
    );
  const people = tables('stakeholders').flatMap(([table, piece]) =>
    companyEvidence(desk, table, headingOf(piece)),
  );
  const columns = tables('steps').flatMap(([table]) =>
    headingsOf(desk.file, table).flatMap((heading) => companyOfOwnerColumn(heading) ?? []),
  );
  const evaluator = desk.goal.buyer === undefined ? {} : { evaluator: desk.goal.buyer };
  return { title, said: desk.details, people, columns, ...evaluator };
}
