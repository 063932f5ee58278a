/** Goal and key dates. */

import { isOneOf, STANDARD_KEY_DATES } from '../../plan/kinds.ts';
import type { KeyDate, PlanSnapshot } from '../../plan/plan.ts';
import { plainCell } from '../markdown/cell.ts';
import { escapeLine, escapeText, fragmentLink } from '../markdown/escape-text.ts';
import { DATE_SLOT, readGoalSentence, writeGoalSentence } from '../words/goal-sentence.ts';
import { KEY_DATE_LABELS } from '../words/key-date-labels.ts';
import { splitKeyDate } from '../words/key-date-lines.ts';
import { withStandardKeyDates } from '../words/standard-key-dates.ts';

/** Blocks of Markdown, one after the other. */
export function writeGoal(plan: PlanSnapshot): readonly string[] {
  const { goal, keyDates } = plan;
  const by = keyDates.find((each) => each.id === 'decision')?.date ?? DATE_SLOT;
  const sentence = writeGoalSentence({ ...goal, buyer: plan.buyer, product: plan.product, by });
  const outcome = writeOutcome(goal.outcome, sentence === undefined);
  return sentence === undefined ? outcome : [sentence, ...outcome];
}

/** Paragraphs. `first`: nothing stands before them, so one could be taken for the goal sentence. */
function writeOutcome(outcome: string, first: boolean): readonly string[] {
  if (outcome === '') return [];
  const lines = outcome.split('\n');
  if (lines.includes('')) return [fragmentLink(outcome, 'outcome')];
  return lines.map((line) =>
    first && readGoalSentence(plainCell(line)) ? fragmentLink(line, 'outcome') : escapeLine(line),
  );
}

export function writeKeyDates(rows: readonly KeyDate[]): string {
  const all = withStandardKeyDates(rows);
  const shown = all.filter((row) => !isLeftOut(row, all));
  return shown.map(writeKeyDate).join('\n');
}

/** The template has no line for the signature; one that says nothing is put back by the import. */
function isLeftOut(row: KeyDate, rows: readonly KeyDate[]): boolean {
  const empty = row.date === undefined && row.why === '' && !row.dateReason;
  if (row.id !== 'signature' || !empty || row.label !== KEY_DATE_LABELS.signature) return false;
  const put = withStandardKeyDates(rows.filter((each) => each !== row));
  return put.every(({ id }, i) => id === rows[i]?.id);
}

function writeKeyDate(row: KeyDate): string {
  const date = row.date ?? '[date]';
  const read = splitKeyDate(plainCell(`${row.label}: ${date}`), undefined);
  const standard = isOneOf(STANDARD_KEY_DATES, row.id) ? row.id : undefined;
  const plain = read?.label === row.label && read.id === standard && read.value.text === date;
  const linked = `${fragmentLink(row.label, standard ?? 'key-date')}: ${date}`;
  const below = [
    ...(row.why === '' ? [] : [`  - Why: ${escapeText(row.why)}`]),
    ...(row.dateReason ? [`  - Moved because: ${escapeText(row.dateReason)}`] : []),
  ];
  return [`- ${plain ? escapeLine(`${row.label}: ${date}`) : linked}`, ...below].join('\n');
}
