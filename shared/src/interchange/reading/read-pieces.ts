/** Reads the pieces of a file in the order in which they need each other, and keeps what no reader takes. */

import { type NarrativeElement, narrativeText } from '../../plan/narrative.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import type { SectionName } from '../words/section-names.ts';
import { decideParties } from './decide-parties.ts';
import { type Desk, report } from './desk.ts';
import { peopleOf } from './people.ts';
import type { Piece } from './pieces.ts';
import { contradictedDecision } from './read-goal.ts';
import {
  evidenceOf,
  NO_SECTION,
  readDetails,
  readGoal,
  readKeyDates,
  readPreamble,
} from './read-opening.ts';
import {
  type HeadingAbove,
  readOtherRows,
  readPeople,
  readSteps,
  readWorkstreams,
} from './read-sections.ts';
import type { StepsDesk } from './read-steps.ts';
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
  readonly pieces: readonly Piece[];
  readonly kept: (readonly NarrativeElement[])[];
  readonly taken: Set<number>;
  readonly sections: Map<number, SectionName>;
}

export function readPieces(desk: Desk, pieces: readonly Piece[], title: string): ReadPieces {
  const reading: Reading = {
    pieces,
    kept: pieces.map(() => []),
    taken: new Set(),
    sections: new Map(),
  };
  readEach(reading, (piece) => readDetails(desk, piece));
  readEach(reading, (piece) => readKeyDates(desk, piece));
  readEach(reading, (piece, i) =>
    readPreamble(desk, piece, (section) => reading.sections.set(i, section)),
  );
  readEach(reading, (piece) => readGoal(desk, piece));
  keepBehindGoal(reading, contradictedDecision(desk));
  const heading = (piece: Piece): string | undefined => above(reading, piece)?.text;
  desk.names = decideParties(evidenceOf(desk, pieces, title, heading));
  readEach(reading, (piece) => readPeople(desk, piece, above(reading, piece)));
  const at: StepsDesk = { desk, people: peopleOf(desk.stakeholders), links: [] };
  readEach(reading, (piece) => readWorkstreams(desk, piece));
  readAllSteps(reading, at);
  linkPredecessors(desk, at.links, indexSteps(at.links));
  readEach(reading, (piece) => readOtherRows(at, piece, above(reading, piece)));
  readEach(reading, (piece, i) =>
    isRead(piece) || reading.taken.has(i) ? undefined : keepAsText(desk, reading, piece),
  );
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

function above({ pieces, taken }: Reading, { under }: Piece): HeadingAbove | undefined {
  const heading = under === undefined ? undefined : pieces[under];
  return under === undefined || !heading
    ? undefined
    : { text: heading.text.trim(), take: () => void taken.add(under) };
}

function keepBehindGoal(reading: Reading, kept: readonly NarrativeElement[]): void {
  const goal = reading.pieces.findIndex(
    ({ section, kind }, i) =>
      kind !== 'section-heading' && (section ?? reading.sections.get(i)) === 'goal',
  );
  if (goal >= 0) reading.kept[goal] = [...(reading.kept[goal] ?? []), ...kept];
}

/** Headings over several step tables are workstreams; over a single one it is the plan's own heading. */
function readAllSteps(reading: Reading, at: StepsDesk): void {
  const isStep = ({ section, kind }: Piece): boolean => section === 'steps' && kind === 'content';
  const headings = new Set(reading.pieces.filter(isStep).map((piece) => piece.under));
  readEach(reading, (piece) => {
    if (!isStep(piece)) return undefined;
    return readSteps(at, piece, headings.size > 1 ? above(reading, piece) : undefined);
  });
}

function isRead({ kind, node }: Piece): boolean {
  if (kind === 'preamble') return node.type === 'paragraph';
  return kind === 'content' || kind === 'title' || kind === 'section-heading';
}

/** Text of the narrative. Under a heading of its own it is reported once, with the heading. */
function keepAsText(desk: Desk, reading: Reading, piece: Piece): readonly NarrativeElement[] {
  const kept = narrativeOf(desk.file, [piece.node]);
  const { kind, place, under } = piece;
  if (kind === 'other-heading') {
    report(desk, place, piece.text, 'A plan has no such section; it is kept as text.', 'narrative');
  } else if (
    kind !== 'fenced-text' &&
    (under === undefined || reading.taken.has(under)) &&
    kept[0]
  ) {
    report(desk, place, kept.map(narrativeText).join(' ').trim(), NO_SECTION, 'narrative');
  }
  return kept;
}
