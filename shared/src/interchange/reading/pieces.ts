/**
 * The file cut into pieces: which block of text belongs to which section of a plan, and what stands outside
 * of all of them. Nothing is read here.
 */

import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Place } from '../import-outcome.ts';
import { cellOf } from '../markdown/cell.ts';
import { type MarkdownFile, placeOf } from '../markdown/parse-markdown.ts';
import { headingsOf } from '../markdown/table-grid.ts';
import { type SectionName, sectionOf } from '../words/section-names.ts';
import { kindOfTable } from './table-kind.ts';

/** Between these our own exports keep text in which nothing is to be looked for. */
export const TEXT_FROM = '<!-- text -->';
export const TEXT_TO = '<!-- /text -->';

export type PieceKind =
  | 'title'
  /** Announces the section of the piece. */
  | 'section-heading'
  /** A heading that no section has. */
  | 'other-heading'
  /** To be read as rows or words of the section. */
  | 'content'
  /** Before the first section: may hold dates and names. */
  | 'preamble'
  /** Text of the narrative, to be reported where a reader might have expected a section. */
  | 'text'
  | 'fenced-text';

export interface Piece {
  readonly kind: PieceKind;
  readonly node: RootContent;
  readonly section?: SectionName;
  /** The nearest heading above that no section has, by its place in the list of pieces. */
  readonly under?: number;
  readonly place: Place;
  /** For headings: their text. */
  readonly text: string;
}

interface Cutting {
  readonly file: MarkdownFile;
  readonly pieces: Piece[];
  section: SectionName | 'other' | 'preamble';
  level: number;
  under: number | undefined;
  title: string | undefined;
  /** Whether "Goal" as the first heading may be a title: the sections have headings of a lower level. */
  readonly sectionsBelow: boolean;
  fenced: boolean;
}

export function cutIntoPieces(file: MarkdownFile): readonly Piece[] {
  const cutting: Cutting = {
    file,
    pieces: [],
    section: 'preamble',
    level: 0,
    under: undefined,
    title: undefined,
    sectionsBelow: areSectionsBelow(file),
    fenced: false,
  };
  for (const node of file.root.children) cut(cutting, node);
  return cutting.pieces;
}

function cut(cutting: Cutting, node: RootContent): void {
  if (node.type === 'html' && [TEXT_FROM, TEXT_TO].includes(node.value.trim())) {
    cutting.fenced = node.value.trim() === TEXT_FROM;
    Object.assign(cutting, { section: 'other', level: 0, under: undefined });
  } else if (cutting.fenced) add(cutting, 'fenced-text', node);
  else if (node.type === 'heading') cutHeading(cutting, node, node.depth);
  else if (node.type === 'paragraph' && isBoldHeading(cutting.file, node))
    cutHeading(cutting, node, 6);
  else {
    const section = sectionFor(cutting, node);
    const kind = section ? 'content' : cutting.section === 'preamble' ? 'preamble' : 'text';
    add(cutting, kind, node, section ? { section } : {});
  }
}

function cutHeading(cutting: Cutting, node: Heading | Paragraph, level: number): void {
  const { text } = cellOf(cutting.file, node.children, placeOf(node));
  const section = sectionOf(text.trim());
  const below = isSection(cutting.section) && level > cutting.level;
  if (level === 1 && cutting.title === undefined && isTitle(cutting, section)) {
    cutting.title = text;
    add(cutting, 'title', node, { text });
  } else if (section && !(below && section === cutting.section)) {
    Object.assign(cutting, { section, level, under: undefined });
    add(cutting, 'section-heading', node, { section, text });
  } else {
    // "### Milestones" under "## Steps" is a part of the steps, not the steps once more.
    if (!below) Object.assign(cutting, { section: 'other', level });
    add(cutting, 'other-heading', node, { text });
    cutting.under = cutting.pieces.length - 1;
  }
}

function isTitle(cutting: Cutting, section: SectionName | undefined): boolean {
  const first = cutting.pieces.every((piece) => piece.kind !== 'section-heading');
  return first && (section === undefined || cutting.sectionsBelow);
}

/** One heading of the first level at most bears the name of a section, and lower ones do. */
function areSectionsBelow(file: MarkdownFile): boolean {
  let fenced = false;
  let top = 0;
  let below = 0;
  for (const node of file.root.children) {
    if (node.type === 'html' && node.value.trim() === TEXT_FROM) fenced = true;
    if (node.type === 'html' && node.value.trim() === TEXT_TO) fenced = false;
    if (node.type !== 'heading' || fenced) continue;
    if (!sectionOf(cellOf(file, node.children, placeOf(node)).text.trim())) continue;
    if (node.depth === 1) top += 1;
    else below += 1;
  }
  return top <= 1 && below > 0;
}

function isSection(section: Cutting['section']): section is SectionName {
  return section !== 'other' && section !== 'preamble';
}

function add(
  cutting: Cutting,
  kind: PieceKind,
  node: RootContent,
  more: { readonly section?: SectionName; readonly text?: string } = {},
): void {
  const under =
    cutting.under === undefined || kind.endsWith('heading') ? {} : { under: cutting.under };
  cutting.pieces.push({ kind, node, place: placeOf(node), text: '', ...under, ...more });
}

const LISTS: ReadonlySet<SectionName> = new Set([
  'key-dates',
  'steps',
  'stakeholders',
  'criteria',
  'risks',
  'resources',
  'requirements',
  'glossary',
  'workstreams',
  'details',
]);
const PARAGRAPHS: ReadonlySet<SectionName> = new Set(['goal', 'key-dates', 'criteria']);

/** The section that reads this block. Under a heading of its own only rows belong to the section around it. */
function sectionFor(cutting: Cutting, node: RootContent): SectionName | undefined {
  const section = isSection(cutting.section) ? cutting.section : undefined;
  if (node.type === 'table') return kindOfTable(headingsOf(cutting.file, node), section);
  if (!section) return undefined;
  if (node.type === 'list' && LISTS.has(section)) return section;
  const own = cutting.under === undefined;
  return node.type === 'paragraph' && own && PARAGRAPHS.has(section) ? section : undefined;
}

/** "**Steps**" as a line of its own is a heading to whoever wrote it. */
function isBoldHeading(file: MarkdownFile, node: Paragraph): boolean {
  if (node.children.length !== 1 || node.children[0]?.type !== 'strong') return false;
  return sectionOf(cellOf(file, node.children, placeOf(node)).text.trim()) !== undefined;
}
