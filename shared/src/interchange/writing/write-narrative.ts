/** Free text of the narrative between the sections, marked where an import could take it for something else. */

import type { NarrativeElement } from '../../plan/narrative.ts';
import { embedOf } from '../../plan/narrative.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { importMarkdown } from '../import-markdown.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { narrativeToMarkdown } from '../markdown/narrative-to-markdown.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { TEXT_FROM, TEXT_TO } from '../reading/pieces.ts';
import { USUAL_BLOCKS } from '../words/section-names.ts';

export interface FreeText {
  readonly markdown: string;
  /** Begins with a heading at which a section ends. */
  readonly endsSection: boolean;
}

/** Neighbouring blocks of the narrative; what leaves nothing in Markdown leaves an empty text. */
export function freeTextOf(run: readonly NarrativeElement[]): FreeText {
  const first = run.find((node) => node.type !== 'paragraph' || node.content !== undefined);
  const level = first?.type === 'heading' ? Number(first.attrs?.level ?? 2) : Infinity;
  return { markdown: narrativeToMarkdown(run), endsSection: level <= 2 };
}

/** `behindSection`: a section ends only at a heading of its own level. */
export function writeText({ markdown, endsSection }: FreeText, behindSection: boolean): string {
  const plain = (!behindSection || endsSection) && readsAsText(markdown);
  return plain ? markdown : `${TEXT_FROM}\n\n${markdown}\n\n${TEXT_TO}`;
}

/** Whether an import finds nothing in it but text: asked of the import itself, so that the two cannot drift apart. */
function readsAsText(markdown: string): boolean {
  const outcome = importMarkdown(`# Title\n\n${markdown}`, {
    chance: () => 0,
    schema: 0,
    timeZone: 'UTC',
  });
  if (outcome.kind !== 'imported') return false;
  const { plan, report } = outcome;
  const file = parseMarkdown(markdown);
  const text = [...narrativeOf(file, file.root.children), ...USUAL_BLOCKS.map(embedOf)];
  return (
    samePlain(plan.narrative, text) &&
    Object.values(report.found).every((count) => count === 0) &&
    plan.keyDates.every((row) => row.date === undefined) &&
    `${plan.goal.outcome}${plan.goal.problem}${plan.seller}${plan.buyer}${plan.product}` === ''
  );
}
