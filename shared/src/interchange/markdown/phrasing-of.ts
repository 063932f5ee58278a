/** Flat texts with marks as nested Markdown: neighbours under one mark share it. */

import type { PhrasingContent } from 'mdast';
import {
  isText,
  type Mark,
  type NarrativeElement,
  type NarrativeNode,
} from '../../plan/narrative.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { EMPTY } from './inline-narrative.ts';

/** Where the text stands: headings and cells must stay on one line of the file. */
export type InlinePlace = 'paragraph' | 'heading' | 'cell';

/** How marks are nested, outermost first. */
const MARK_ORDER = ['link', 'bold', 'italic', 'strike', 'code'] as const;
const BREAK_TAG: PhrasingContent = { type: 'html', value: '<br>' };

export function inlineOf(content: readonly NarrativeNode[], place: InlinePlace): PhrasingContent[] {
  const nodes = phrasingOf(content, place);
  // A tag alone on its line would begin a block of HTML.
  const alone = nodes.length === 1 && nodes[0]?.type === 'html';
  return alone ? [...nodes, { type: 'html', value: EMPTY }] : nodes;
}

export function elementsOf(content: readonly NarrativeNode[]): readonly NarrativeElement[] {
  return content.filter((child): child is NarrativeElement => !isText(child));
}

function phrasingOf(content: readonly NarrativeNode[], place: InlinePlace): PhrasingContent[] {
  return nest(content.flatMap(withBreaks), 0, place);
}

/** A line break within a text is one all the same. */
function withBreaks(node: NarrativeNode): readonly NarrativeNode[] {
  if (!isText(node) || !/[\r\n]/.test(node.text)) return [node];
  return node.text.split(/\r\n?|\n/).flatMap((text, i) => {
    const piece = text === '' ? [] : [{ ...node, text }];
    return i === 0 ? piece : [{ type: 'hardBreak' }, ...piece];
  });
}

/** `depth` counts through the order of marks, outermost first. */
function nest(
  content: readonly NarrativeNode[],
  depth: number,
  place: InlinePlace,
): PhrasingContent[] {
  const name = MARK_ORDER[depth];
  if (name === undefined) return content.map((node, i) => leaf(node, i, content, place));
  const out: PhrasingContent[] = [];
  for (let at = 0; at < content.length; ) {
    const mark = markOf(content[at], name);
    let end = at + 1;
    while (end < content.length && samePlain(markOf(content[end], name), mark)) end += 1;
    const run = content.slice(at, end);
    out.push(...(mark ? [wrap(mark, run, depth, place)] : nest(run, depth + 1, place)));
    at = end;
  }
  return out;
}

function markOf(node: NarrativeNode | undefined, name: string): Mark | undefined {
  return node && isText(node) ? node.marks?.find((mark) => mark.type === name) : undefined;
}

function wrap(
  mark: Mark,
  run: readonly NarrativeNode[],
  depth: number,
  place: InlinePlace,
): PhrasingContent {
  if (mark.type === 'code') return codeOf(textOf(run), place);
  const children = nest(run, depth + 1, place);
  if (mark.type === 'bold') return { type: 'strong', children };
  if (mark.type === 'italic') return { type: 'emphasis', children };
  if (mark.type === 'strike') return { type: 'delete', children };
  const { href, title } = mark.attrs ?? {};
  const url = typeof href === 'string' ? href : '';
  return { type: 'link', url, children, ...(typeof title === 'string' ? { title } : {}) };
}

/** In a cell `\|` is a pipe, also within code: code that holds just that can only be written as text. */
function codeOf(value: string, place: InlinePlace): PhrasingContent {
  return place === 'cell' && value.includes('\\|')
    ? { type: 'text', value }
    : { type: 'inlineCode', value };
}

function textOf(run: readonly NarrativeNode[]): string {
  return run.map((node) => (isText(node) ? node.text : ' ')).join('');
}

function leaf(
  node: NarrativeNode,
  index: number,
  siblings: readonly NarrativeNode[],
  place: InlinePlace,
): PhrasingContent {
  if (isText(node)) return { type: 'text', value: node.text };
  // At an end of a block, or beside another one, a backslash would be no break.
  const next = siblings[index + 1];
  const inside = index > 0 && next !== undefined && isText(next) && next.text.trim() !== '';
  const before = siblings[index - 1];
  return place === 'paragraph' && inside && before !== undefined && isText(before)
    ? { type: 'break' }
    : BREAK_TAG;
}
