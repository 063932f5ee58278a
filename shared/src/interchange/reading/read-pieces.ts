/** Reads the pieces of a file in the order in which they need each other, and keeps what no reader takes. */

import type { Table } from 'mdast';
import { type NarrativeElement, narrativeText } from '../../plan/narrative.ts';
import { cellOf } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { placeOf } from '../markdown/parse-markdown.ts';
import { headingsOf } from '../markdown/table-grid.ts';
import { partyNamed } from '../words/companies.ts';
import { readGoalSentence } from '../words/goal-sentence.ts';
import { companyOfOwnerColumn } from '../words/owner-columns.ts';
import type { SectionName } from '../words/section-names.ts';
import { decideParties } from './decide-parties.ts';
import { type Desk, report } from './desk.ts';
import { peopleOf } from './people.ts';
import type { Piece } from './pieces.ts';
import {
  criterionTypeNamed,
  readCriterionList,
  readCriterionParagraph,
  readCriterionTable,
} from './read-criteria.ts';
import { readDetailList, readName } from './read-details.ts';
import { readGoalParagraph, settleDecisionDate } from './read-goal.ts';
import { readKeyDateLines, readKeyDateList, readKeyDateTable } from './read-key-dates.ts';
import {
  readGlossaryList,
  readGlossaryTable,
  readRequirementList,
  readRequirementTable,
  readResourceList,
  readResourceTable,
  readWorkstreamList,
} from './read-resources.ts';
import { readRiskList, readRiskTable } from './read-risks.ts';
import { companyEvidence, readStakeholderList, readStakeholderTable } from './read-stakeholders.ts';
import { readStepList, readStepTable, type StepsDesk } from './read-steps.ts';
import { indexSteps, linkPredecessors } from './step-links.ts';

export interface ReadPieces {
  /** What the narrative shows in place of each piece. */
  readonly kept: readonly (readonly NarrativeElement[])[];
  /** Headings that became the name of a workstream, a party or a type. */
  readonly taken: ReadonlySet<number>;
  /** Lines at the top of the file that turned out to belong to a section. */
  readonly sections: ReadonlyMap<number, SectionName>;
}

interface Reading {
  readonly desk: Desk;
  readonly pieces: readonly Piece[];
  readonly kept: (readonly NarrativeElement[])[];
  readonly taken: Set<number>;
  readonly sections: Map<number, SectionName>;
}

export function readPieces(desk: Desk, pieces: readonly Piece[], title: string): ReadPieces {
  const reading: Reading = { desk, pieces, kept: pieces.map(() => []), taken: new Set(), sections: new Map() };
  readEach(reading, (piece) => (piece.section === 'details' && piece.node.type === 'list' ? readDetailList(desk, piece.node) : undefined));
  readEach(reading, (piece, i) => readEarly(reading, piece, i));
  readEach(reading, (piece) => readGoal(desk, piece));
  desk.names = decideParties({ title, said: desk.details, ...evidenceOf(reading), ...evaluatorOf(desk) });
  readEach(reading, (piece) => readPeople(reading, piece));
  const at: StepsDesk = { desk, people: peopleOf(desk.stakeholders), links: [] };
  readSteps(reading, at);
  linkPredecessors(desk, at.links, indexSteps(at.links));
  readEach(reading, (piece) => readRest(reading, at, piece));
  readEach(reading, (piece) => (isRead(piece) ? undefined : keepAsText(desk, piece)));
  return reading;
}

type Reader = (piece: Piece, index: number) => readonly NarrativeElement[] | undefined;

/** A reader says nothing to pieces that are not its own. */
function readEach(reading: Reading, reader: Reader): void {
  reading.pieces.forEach((piece, i) => {
    const kept = reader(piece, i);
    if (kept && kept.length > 0) reading.kept[i] = [...(reading.kept[i] ?? []), ...kept];
  });
}

/** Dates and names at the top of the file, and the section of key dates. */
function readEarly(reading: Reading, piece: Piece, index: number): readonly NarrativeElement[] | undefined {
  const { desk } = reading;
  const { kind, section, node } = piece;
  if (section === 'key-dates' && kind === 'content') {
    if (node.type === 'list') return readKeyDateList(desk, node);
    if (node.type === 'table') return readKeyDateTable(desk, node);
    if (node.type === 'paragraph') return readKeyDateLines(desk, node, () => true);
  }
  if (kind !== 'preamble' || node.type !== 'paragraph') return undefined;
  const cell = cellOf(desk.file, node.children, placeOf(node));
  if (desk.goal.problem === undefined && readGoalSentence(cell)) {
    reading.sections.set(index, 'goal');
    return readGoalParagraph(desk, node);
  }
  const before = desk.keyDates.length;
  const kept = readKeyDateLines(
    desk,
    node,
    (line) => line.id !== undefined,
    (line) => readName(desk, line),
  );
  if (desk.keyDates.length > before) reading.sections.set(index, 'key-dates');
  return kept;
}

function readGoal(desk: Desk, { section, node }: Piece): readonly NarrativeElement[] | undefined {
  if (section !== 'goal' || node.type !== 'paragraph') return undefined;
  const kept = readGoalParagraph(desk, node);
  return desk.goal.by === undefined ? kept : [...kept, ...settleDecisionDate(desk)];
}

function evaluatorOf(desk: Desk): { evaluator?: string } {
  return desk.goal.buyer === undefined ? {} : { evaluator: desk.goal.buyer };
}

function evidenceOf(reading: Reading) {
  const tables = (section: SectionName): readonly (readonly [Table, Piece])[] =>
    reading.pieces.flatMap((piece) =>
      piece.section === section && piece.node.type === 'table' ? [[piece.node, piece] as const] : [],
    );
  const people = tables('stakeholders').flatMap(([table, piece]) =>
    companyEvidence(reading.desk, table, headingAbove(reading, piece)),
  );
  const columns = tables('steps').flatMap(([table]) =>
    headingsOf(reading.desk.file, table).flatMap((heading) => companyOfOwnerColumn(heading) ?? []),
  );
  return { people, columns };
}

function headingAbove(reading: Reading, piece: Piece): string | undefined {
  return piece.under === undefined ? undefined : reading.pieces[piece.under]?.text;
}

function readPeople(reading: Reading, piece: Piece): readonly NarrativeElement[] | undefined {
  const { desk } = reading;
  if (piece.section !== 'stakeholders' || piece.kind !== 'content') return undefined;
  const group = headingAbove(reading, piece);
  if (piece.under !== undefined && group !== undefined && partyNamed(group, desk.names)) reading.taken.add(piece.under);
  if (piece.node.type === 'table') return readStakeholderTable(desk, piece.node, group);
  return piece.node.type === 'list' ? readStakeholderList(desk, piece.node, group) : undefined;
}

/** Headings over several step tables are workstreams; over a single one it is the plan's own heading. */
function readSteps(reading: Reading, at: StepsDesk): void {
  readEach(reading, ({ section, kind, node }) =>
    section === 'workstreams' && kind === 'content' && node.type === 'list' ? readWorkstreamList(at.desk, node) : undefined,
  );
  const steps = reading.pieces.filter((piece) => piece.section === 'steps' && piece.kind === 'content');
  const several = new Set(steps.map((piece) => piece.under)).size > 1;
  for (const piece of steps) {
    const heading = several ? headingAbove(reading, piece) : undefined;
    if (heading !== undefined && piece.under !== undefined) reading.taken.add(piece.under);
    if (piece.node.type === 'table') readStepTable(at, piece.node, heading);
    else if (piece.node.type === 'list') readStepList(at, piece.node, heading);
  }
}

function readRest(reading: Reading, at: StepsDesk, piece: Piece): readonly NarrativeElement[] | undefined {
  const { node, section, kind } = piece;
  if (kind !== 'content') return undefined;
  const heading = headingAbove(reading, piece);
  if (section === 'criteria') {
    if (heading !== undefined && piece.under !== undefined && criterionTypeNamed(heading)) reading.taken.add(piece.under);
    if (node.type === 'list') return readCriterionList(at, node, heading);
    if (node.type === 'table') return readCriterionTable(at, node, heading);
    return node.type === 'paragraph' ? readCriterionParagraph(at, node) : undefined;
  }
  if (node.type !== 'list' && node.type !== 'table') return undefined;
  const list = node.type === 'list' ? node : undefined;
  const table = node.type === 'table' ? node : undefined;
  switch (section) {
    case 'risks':
      return list ? readRiskList(at, list) : table && readRiskTable(at, table);
    case 'resources':
      return list ? readResourceList(at, list) : table && readResourceTable(at, table);
    case 'requirements':
      return list ? readRequirementList(at, list) : table && readRequirementTable(at, table);
    case 'glossary':
      return list ? readGlossaryList(at.desk, list) : table && readGlossaryTable(at.desk, table);
    default:
      return undefined;
  }
}

function isRead({ kind, node }: Piece): boolean {
  return kind === 'content' || kind === 'title' || kind === 'section-heading' || (kind === 'preamble' && node.type === 'paragraph');
}

/** Text of the narrative. Under a heading of its own it is reported once, with the heading. */
function keepAsText(desk: Desk, piece: Piece): readonly NarrativeElement[] {
  const kept = narrativeOf(desk.file, [piece.node]);
  if (piece.kind === 'other-heading') {
    report(desk, piece.place, piece.text, 'A plan has no such section; it is kept as text.', 'narrative');
  } else if (piece.kind !== 'fenced-text' && piece.under === undefined && kept.length > 0) {
    const text = kept.map(narrativeText).join(' ').trim();
    report(desk, piece.place, text, 'This belongs to no section of a plan; it is kept as text.', 'narrative');
  }
  return kept;
}
