/**
 * A plan in the template's own Markdown: what a person would have written, and what reads back as the plan.
 *
 * Plain words are written as long as the importer's own readers give the same value for them; else a link to
 * a fragment says how a text is to be read (`[Both of them](#seller)`), and `<!-- text -->` … `<!-- /text -->`
 * marks free text that looks like a section. Further columns and sections are there only where a row needs them.
 *
 * | Not in the file | Because |
 * |---|---|
 * | ids, order keys, `dueEdit`, `dateEdit` | rows are named by their place; edits belong to the ledger |
 * | confirmations (`confirmed`) | a file proves nothing about who said yes |
 * | the schema, and a time zone of UTC | the importer brings both |
 * | `label` and `party` of an owner who is a stakeholder, `blocked` of a step that is not, `pinnedWhy` of one that is not pinned | they say nothing there |
 * | rows in which nothing stands; workstreams without a name, or with one that another has | nothing to name them by |
 * | empty paragraphs, underline and colours of the narrative; a second embed of one block | Markdown has no words for them |
 */

import { BLOCKS, type BlockName, isOneOf } from '../plan/kinds.ts';
import type { NarrativeElement } from '../plan/narrative.ts';
import type { PlanSnapshot } from '../plan/plan.ts';
import { samePlain } from '../plan/same-plain.ts';
import { escapeHeading } from './markdown/escape-text.ts';
import { usualTitle } from './reading/plan-of-desk.ts';
import { writeGoalSentence } from './words/goal-sentence.ts';
import { SECTION_HEADINGS, type SectionName, USUAL_BLOCKS } from './words/section-names.ts';
import { writeCriteria } from './writing/write-criteria.ts';
import { writeDetails } from './writing/write-details.ts';
import { writeGoal, writeKeyDates } from './writing/write-goal.ts';
import {
  writeGlossary,
  writeRequirements,
  writeResources,
  writeRisks,
} from './writing/write-lists.ts';
import { type FreeText, freeTextOf, writeText } from './writing/write-narrative.ts';
import { type References, referencesOf } from './writing/write-owners.ts';
import { writeStakeholders } from './writing/write-stakeholders.ts';
import { writeSteps } from './writing/write-steps.ts';
import { writeWorkstreams } from './writing/write-workstreams.ts';

/** Dates are ISO, line ends `\n`, the file ends with one. */
export function exportMarkdown(plan: PlanSnapshot): string {
  const title = plan.title === '' ? usualTitle(plan) : plan.title;
  const to = referencesOf(plan);
  const parts = [`# ${escapeHeading(title)}`];
  let behindSection = false;
  for (const part of partsOf(plan)) {
    if (typeof part === 'string') parts.push(...section(part, blockText(part, plan, to)));
    else parts.push(writeText(part, behindSection));
    behindSection = typeof part === 'string';
  }
  const sentence =
    writeGoalSentence({ ...plan.goal, buyer: plan.buyer, product: plan.product, by: '' }) !==
    undefined;
  const workstreams = writeWorkstreams(plan);
  const details = writeDetails(plan, title, sentence);
  if (workstreams !== '') parts.push(...section('workstreams', [workstreams]));
  if (plan.glossary.length > 0) parts.push(...section('glossary', [writeGlossary(plan.glossary)]));
  if (details !== '') parts.push(...section('details', [details]));
  return `${parts.filter((text) => text !== '').join('\n\n')}\n`;
}

function section(name: SectionName, blocks: readonly string[]): readonly string[] {
  return [`## ${SECTION_HEADINGS[name]}`, ...blocks];
}

function blockText(block: BlockName, plan: PlanSnapshot, to: References): readonly string[] {
  switch (block) {
    case 'goal':
      return writeGoal(plan);
    case 'key-dates':
      return [writeKeyDates(plan.keyDates)];
    case 'steps':
      return [writeSteps(plan, to)];
    case 'stakeholders':
      return [writeStakeholders(plan.stakeholders, to.names)];
    case 'criteria':
      return writeCriteria(plan, to);
    case 'risks':
      return [writeRisks(plan.risks, to)];
    case 'resources':
      return [writeResources(plan.resources, to)];
    case 'requirements':
      return [writeRequirements(plan.requirements, to)];
    case 'sign-off':
      return [];
  }
}

/** A block, or free text as Markdown. */
type Part = BlockName | FreeText;

/** Blocks and free texts, in the order of the narrative; blocks that it does not show come last. */
function partsOf(plan: PlanSnapshot): readonly Part[] {
  const parts: (BlockName | NarrativeElement[])[] = [];
  for (const node of plan.narrative) {
    const block = node.type === 'embed' ? node.attrs?.block : undefined;
    const last = parts.at(-1);
    if (isOneOf(BLOCKS, block)) {
      if (!parts.includes(block)) parts.push(block);
    } else if (typeof last === 'object') last.push(node);
    else parts.push([node]);
  }
  for (const block of USUAL_BLOCKS) if (!parts.includes(block)) parts.push(block);
  const written = parts.map((part) => (typeof part === 'string' ? part : freeTextOf(part)));
  return withoutEmptyEnd(
    written.filter((part) => typeof part === 'string' || part.markdown !== ''),
    plan,
  );
}

/** The template has no sections for resources and requirements: while empty and last they are left out. */
function withoutEmptyEnd(parts: readonly Part[], plan: PlanSnapshot): readonly Part[] {
  const empty = USUAL_BLOCKS.filter(
    (block) => (block === 'resources' || block === 'requirements') && plan[block].length === 0,
  );
  for (const count of [2, 1]) {
    const end = parts.slice(-count);
    const isEmptyEnd = end.every((part) => typeof part === 'string' && empty.includes(part));
    // The import appends what is missing in the usual order.
    if (
      isEmptyEnd &&
      samePlain(
        end,
        USUAL_BLOCKS.filter((block) => end.includes(block)),
      )
    )
      return parts.slice(0, -count);
  }
  return parts;
}
