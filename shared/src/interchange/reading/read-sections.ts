/** Which reader takes a piece of a section: tables, lists and the paragraphs among them. */

import type { NarrativeElement } from '../../plan/narrative.ts';
import { partyNamed } from '../words/companies.ts';
import type { Desk } from './desk.ts';
import type { Piece } from './pieces.ts';
import {
  criterionTypeNamed,
  readCriterionList,
  readCriterionParagraph,
  readCriterionTable,
} from './read-criteria.ts';
import { readGlossaryList, readGlossaryTable, readWorkstreamList } from './read-glossary.ts';
import { readRequirementList, readRequirementTable } from './read-requirements.ts';
import { readResourceList, readResourceTable } from './read-resources.ts';
import { readRiskList, readRiskTable } from './read-risks.ts';
import { readStakeholderList, readStakeholderTable } from './read-stakeholders.ts';
import { readStepList } from './read-step-list.ts';
import { readStepTable, type StepsDesk } from './read-steps.ts';

/** The heading above a piece that no section has, and how to say that it became part of a row. */
export interface HeadingAbove {
  readonly text: string;
  readonly take: () => void;
}

type Kept = readonly NarrativeElement[] | undefined;

export function readPeople(desk: Desk, piece: Piece, above: HeadingAbove | undefined): Kept {
  if (piece.section !== 'stakeholders' || piece.kind !== 'content') return undefined;
  if (above && partyNamed(above.text, desk.names)) above.take();
  if (piece.node.type === 'table') return readStakeholderTable(desk, piece.node, above?.text);
  return piece.node.type === 'list'
    ? readStakeholderList(desk, piece.node, above?.text)
    : undefined;
}

export function readWorkstreams(desk: Desk, { section, kind, node }: Piece): Kept {
  if (section !== 'workstreams' || kind !== 'content' || node.type !== 'list') return undefined;
  return readWorkstreamList(desk, node);
}

/** `above` is the name of a workstream where there are several tables, each under a heading. */
export function readSteps(at: StepsDesk, { node }: Piece, above: HeadingAbove | undefined): Kept {
  above?.take();
  if (node.type === 'table') readStepTable(at, node, above?.text);
  else if (node.type === 'list') readStepList(at, node, above?.text);
  return undefined;
}

/** Rows that name people and steps, so they are read after these. */
export function readOtherRows(at: StepsDesk, piece: Piece, above: HeadingAbove | undefined): Kept {
  const { node, section, kind } = piece;
  if (kind !== 'content') return undefined;
  if (section === 'criteria') return readCriteria(at, piece, above);
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

function readCriteria(at: StepsDesk, { node }: Piece, above: HeadingAbove | undefined): Kept {
  if (above && criterionTypeNamed(above.text)) above.take();
  if (node.type === 'list') return readCriterionList(at, node, above?.text);
  if (node.type === 'table') return readCriterionTable(at, node, above?.text);
  return node.type === 'paragraph' ? readCriterionParagraph(at, node) : undefined;
}
