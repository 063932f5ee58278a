/**
 * A plan out of a Markdown file, read liberally: other column names, other orders, other headings. What is
 * not understood stays as text, in the notes of its row or in the narrative, and is listed in the report;
 * nothing is dropped and nothing is guessed. Only an open order of day and month makes the import ask.
 */

import type { BlockName } from '../plan/kinds.ts';
import { embedOf, type NarrativeElement } from '../plan/narrative.ts';
import { nestingRefusal, refusalOf } from './import-limits.ts';
import type { ImportOptions, ImportOutcome, ReportItem } from './import-outcome.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { type Desk, newDesk } from './reading/desk.ts';
import { withoutFence } from './reading/fenced-plan.ts';
import { cutIntoPieces, type Piece } from './reading/pieces.ts';
import { planOf } from './reading/plan-of-desk.ts';
import { type ReadPieces, readPieces } from './reading/read-pieces.ts';
import { type TidiedText, tidiedText } from './reading/tidied-text.ts';
import { orderOf } from './words/date-order.ts';
import { blockOf, USUAL_BLOCKS } from './words/section-names.ts';

const MOST_EXAMPLES = 5;
const LONGEST_REPORT = 1_000;

/** `text`: the file's content, whole. Never throws for what stands in it. */
export function importMarkdown(text: string, options: ImportOptions): ImportOutcome {
  const refusal = refusalOf(text);
  if (refusal !== undefined) return { kind: 'refused', message: refusal };
  const { text: tidied, lineOf } = tidiedText(text);
  const file = withoutFence(parseMarkdown(tidied));
  const tooDeep = nestingRefusal(file.root);
  if (tooDeep !== undefined) return { kind: 'refused', message: tooDeep };
  const desk = newDesk(file, options.chance, orderOf(text, options.dates));
  const pieces = cutIntoPieces(file);
  const title = pieces.find((piece) => piece.kind === 'title');
  const read = readPieces(desk, pieces, title?.text ?? '');
  if (desk.unclearDates.length > 0) return ambiguous(desk, lineOf);
  return {
    kind: 'imported',
    plan: planOf(desk, options, title?.text ?? '', narrativeOfPieces(pieces, read)),
    report: {
      found: countsOf(desk),
      items: itemsOf(desk).map((item) => ({ ...item, line: lineOf(item.line) })),
    },
    positions: [...titlePosition(title), ...desk.positions].map((position) => ({
      ...position,
      line: lineOf(position.line),
    })),
  };
}

function ambiguous(desk: Desk, lineOf: TidiedText['lineOf']): ImportOutcome {
  const examples = desk.unclearDates
    .slice(0, MOST_EXAMPLES)
    .map((example) => ({ ...example, line: lineOf(example.line) }));
  const first = examples[0]?.text ?? '';
  const why =
    desk.order.kind === 'open' && desk.order.contradicting
      ? 'The file writes dates in both orders'
      : 'Nothing in the file says which';
  const message = `In dates such as ${first}, is the day or the month first? ${why}; say dmy or mdy.`;
  return { kind: 'ambiguous-dates', examples, message };
}

function titlePosition(title: Piece | undefined): Desk['positions'] {
  const place = title?.place ?? { line: 1, column: 1 };
  const plan = { kind: 'plan', id: 'plan' } as const;
  return [
    { subject: plan, ...place },
    { subject: { ...plan, field: 'title' }, ...place },
  ];
}

/** Embeds where the sections were, texts where they were, the usual blocks that are missing at the end. */
function narrativeOfPieces(
  pieces: readonly Piece[],
  read: ReadPieces,
): readonly NarrativeElement[] {
  const narrative: NarrativeElement[] = [];
  const shown = new Set<BlockName>();
  const show = (block: BlockName | undefined): void => {
    if (block === undefined || shown.has(block)) return;
    shown.add(block);
    narrative.push(embedOf(block));
  };
  pieces.forEach((piece, i) => {
    const section = piece.section ?? read.sections.get(i);
    if (section !== undefined) show(blockOf(section));
    if (!read.taken.has(i)) narrative.push(...(read.kept[i] ?? []));
  });
  for (const block of USUAL_BLOCKS) show(block);
  return narrative;
}

function countsOf(desk: Desk) {
  return {
    steps: desk.steps.length,
    stakeholders: desk.stakeholders.length,
    criteria: desk.criteria.length,
    risks: desk.risks.length,
    resources: desk.resources.length,
    requirements: desk.requirements.length,
  };
}

function itemsOf(desk: Desk): readonly ReportItem[] {
  const items = desk.items.toSorted((a, b) => a.line - b.line);
  const more = items.length - LONGEST_REPORT;
  const last = items[LONGEST_REPORT];
  if (more <= 0 || !last) return items;
  const rest: ReportItem = {
    ...last,
    text: `${more} more`,
    why: 'These are kept as well, and no longer listed.',
  };
  return [...items.slice(0, LONGEST_REPORT), rest];
}
