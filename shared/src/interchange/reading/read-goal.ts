/** The goal: the template's sentence, and whatever else is said there as the outcome in the buyer's words. */

import type { Paragraph } from 'mdast';
import { type NarrativeElement, paragraph } from '../../plan/narrative.ts';
import { cellOf } from '../markdown/cell.ts';
import { placeOf } from '../markdown/parse-markdown.ts';
import { nameOrNone, partyOfWord } from '../words/companies.ts';
import { readGoalSentence } from '../words/goal-sentence.ts';
import { isNothing, isSlot, isStillOpen } from '../words/plain-words.ts';
import { readDate } from '../words/written-dates.ts';
import { type Desk, locate, report } from './desk.ts';
import { orderOfDesk } from './read-date-cell.ts';

export function readGoalParagraph(desk: Desk, node: Paragraph): readonly NarrativeElement[] {
  const cell = cellOf(desk.file, node.children, placeOf(node));
  const { goal } = desk;
  const sentence = goal.problem === undefined ? readGoalSentence(cell) : undefined;
  if (!sentence) {
    const only = cell.parts[0];
    goal.outcome.push(
      cell.parts.length === 1 && only?.fragment === 'outcome' ? only.text : cell.text,
    );
    locate(desk, { kind: 'goal', id: 'goal', field: 'outcome' }, cell.place);
    return [];
  }
  // "The buyer evaluates …" names nobody.
  const buyer = nameOrNone(sentence.buyer);
  if (buyer !== '' && partyOfWord(buyer) === undefined) goal.buyer = buyer;
  goal.product = nameOrNone(sentence.product);
  goal.problem = sentence.problem;
  goal.decision = sentence.decision;
  locate(desk, { kind: 'goal', id: 'goal' }, cell.place);
  for (const field of ['problem', 'decision'])
    locate(desk, { kind: 'goal', id: 'goal', field }, cell.place);
  return readDecisionDate(desk, sentence.by, cell);
}

function readDecisionDate(
  desk: Desk,
  by: string,
  cell: ReturnType<typeof cellOf>,
): readonly NarrativeElement[] {
  if (isNothing(by) || isSlot(by) || isStillOpen(by)) return [];
  const date = readDate(by, orderOfDesk(desk));
  if (date.kind === 'either') desk.unclearDates.push({ text: by, line: cell.place.line });
  if (date.kind === 'date' && date.rest === '') desk.goal.by = date.date;
  else if (date.kind !== 'either') {
    report(desk, cell.place, by, 'The decision date of the goal could not be read.', 'narrative');
    return [paragraph(cell.text)];
  }
  return [];
}

/** Where the goal and the key dates name different decision dates, the key dates are taken and the goal's is kept. */
export function contradictedDecision(desk: Desk): readonly NarrativeElement[] {
  const { by } = desk.goal;
  const known = desk.keyDates.find((each) => each.id === 'decision')?.date;
  if (by === undefined || known === undefined || known === by) return [];
  const place = desk.positions.find(({ subject }) => subject.kind === 'goal') ?? {
    line: 1,
    column: 1,
  };
  report(desk, place, by, `The key dates say ${known}, which was taken.`, 'narrative');
  return [paragraph(`Decision by ${by}, as the goal says.`)];
}
