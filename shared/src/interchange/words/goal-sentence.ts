/**
 * The template's goal sentence: "[Prospect company] evaluates [Your product] to solve [specific problem] and
 * makes a go/no-go decision by [target date]". Read by its fixed words, so a hard-wrapped or slightly changed
 * one still reads; written so that it reads back, with links over the slots where the plain words would not.
 */

import { type Cell, type CellPart, plainCell, sliceCell } from '../markdown/cell.ts';
import { escapeLine, escapeText, fragmentLink } from '../markdown/escape-text.ts';

export interface GoalSentence {
  readonly buyer: string;
  readonly product: string;
  readonly problem: string;
  readonly decision: string;
  /** As written: a date, a slot or words. */
  readonly by: string;
}

export const USUAL_DECISION = 'go/no-go';
/** The template's slots, where the plan has no name yet; they are read back as none. */
const BUYER_SLOT = '[Prospect company]';
const PRODUCT_SLOT = '[Your product]';
export const DATE_SLOT = '[target date]';
const LONGEST_SENTENCE = 4_000;

export function readGoalSentence(cell: Cell): GoalSentence | undefined {
  if (cell.text.length > LONGEST_SENTENCE) return undefined;
  const linked = fromLinks(cell);
  if (linked) return linked;
  const text = cell.text.trim();
  const decision = lastMatch(text, / and (?:makes|will make|to make|make) an? /g);
  const by = decision ? lastMatch(text, / decision by /g) : undefined;
  const whole = decision && by && by.from >= decision.to;
  const head = whole ? text.slice(0, decision.from).replace(/,$/, '') : text.replace(/\.$/, '');
  const tail = whole
    ? {
        decision: text.slice(decision.to, by.from),
        by: text.slice(by.to).replace(/\.$/, '').trim(),
      }
    : { decision: USUAL_DECISION, by: '' };
  const evaluates = / (?:evaluates|is evaluating|will evaluate) /.exec(head);
  if (!evaluates) return undefined;
  const rest = head.slice(evaluates.index + evaluates[0].length);
  const solve = / (?:in order )?to (?:solve|address|fix) /.exec(rest);
  if (!solve && !whole) return undefined;
  return {
    buyer: head.slice(0, evaluates.index),
    product: solve ? rest.slice(0, solve.index) : rest,
    problem: solve ? rest.slice(solve.index + solve[0].length) : '',
    ...tail,
  };
}

function lastMatch(text: string, pattern: RegExp): { from: number; to: number } | undefined {
  const match = [...text.matchAll(pattern)].at(-1);
  return match && { from: match.index, to: match.index + match[0].length };
}

/** `[Northwind](#buyer) evaluates [Relay](#product) …`. */
function fromLinks(cell: Cell): GoalSentence | undefined {
  const at = (fragment: string): CellPart | undefined =>
    cell.parts.find((part) => part.fragment === fragment);
  const decision = at('decision');
  if (!decision) return undefined;
  const by = /^ decision by (.*?)\.?$/s.exec(textBehind(cell, decision))?.[1];
  return {
    buyer: at('buyer')?.text ?? '',
    product: at('product')?.text ?? '',
    problem: at('problem')?.text ?? '',
    decision: decision.text,
    by: by ?? '',
  };
}

function textBehind(cell: Cell, part: CellPart): string {
  let length = 0;
  for (const each of cell.parts) {
    length += each.text.length;
    if (each === part) break;
  }
  return sliceCell(cell, length).text;
}

/** Markdown of the sentence; nothing for a goal that says nothing but the usual decision. */
export function writeGoalSentence(goal: GoalSentence): string | undefined {
  if (goal.product === '' && goal.problem === '' && goal.decision === USUAL_DECISION)
    return undefined;
  const named = {
    ...goal,
    buyer: goal.buyer === '' ? BUYER_SLOT : goal.buyer,
    product: goal.product === '' ? PRODUCT_SLOT : goal.product,
  };
  const plain = sentence(named, (text) => text);
  const read = readGoalSentence(plainCell(plain));
  const keys = ['buyer', 'product', 'problem', 'decision', 'by'] as const;
  if (read && keys.every((key) => read[key] === named[key])) return escapeLine(plain);
  return sentence({ ...named, by: escapeText(goal.by) }, fragmentLink);
}

function sentence(goal: GoalSentence, slot: (text: string, name: string) => string): string {
  const buyer = slot(goal.buyer, 'buyer');
  const product = slot(goal.product, 'product');
  const solve = goal.problem === '' ? '' : ` to solve ${slot(goal.problem, 'problem')}`;
  const decision = slot(goal.decision, 'decision');
  return `${buyer} evaluates ${product}${solve} and makes a ${decision} decision by ${goal.by}.`;
}
