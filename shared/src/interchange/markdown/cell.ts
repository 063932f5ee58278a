/**
 * A cell: one stretch of text out of a Markdown file, a table cell, a list item or a paragraph, with its
 * formatting taken off. Readers work on cells and know no syntax tree.
 */

import type { PhrasingContent } from 'mdast';
import type { Place } from '../import-outcome.ts';
import { type MarkdownFile, placeOf, sourceOf } from './parse-markdown.ts';

/** A stretch of a cell with one link over it, or none. */
export interface CellPart {
  readonly text: string;
  /** Without the #, for a link to a fragment: what our own exports use to say how a text is to be read. */
  readonly fragment?: string;
  readonly linkTitle?: string;
  /** The address that the text is a link to. */
  readonly url?: string;
}

export interface Cell {
  /** Line breaks that are meant (`<br>`) as `\n`; a hard-wrapped line goes on after a space. */
  readonly text: string;
  readonly parts: readonly CellPart[];
  /** All of it is bold: in a table the name of a group. */
  readonly bold: boolean;
  readonly place: Place;
}

const LINE_BREAK = /^<br[ \t]*\/?>$/i;

export function cellOf(
  file: MarkdownFile,
  nodes: readonly PhrasingContent[],
  place: Place,
): Cell {
  const walk: Walk = { file, parts: [], plain: false };
  for (const node of nodes) collect(walk, node, undefined, false);
  const text = walk.parts.map((part) => part.text).join('');
  return {
    text,
    parts: walk.parts,
    bold: !walk.plain && text.trim() !== '',
    place: nodes[0] ? placeOf(nodes[0]) : place,
  };
}

/** A cell with this text and nothing else to it. */
export function plainCell(text: string, place: Place = { line: 1, column: 1 }): Cell {
  return { text, parts: text === '' ? [] : [{ text }], bold: false, place };
}

/** Part of a cell, by the offsets of its text; links that reach over an end are cut. */
export function sliceCell(cell: Cell, from: number, to = cell.text.length): Cell {
  const parts: CellPart[] = [];
  let at = 0;
  for (const part of cell.parts) {
    const text = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += part.text.length;
    if (text !== '') parts.push({ ...part, text });
  }
  return { ...cell, parts, text: cell.text.slice(from, to) };
}

interface Walk {
  readonly file: MarkdownFile;
  readonly parts: CellPart[];
  /** Some text is not bold. */
  plain: boolean;
}

function add(walk: Walk, text: string, link: Omit<CellPart, 'text'> | undefined, bold: boolean): void {
  if (text === '') return;
  if (!bold && text.trim() !== '') walk.plain = true;
  const last = walk.parts.at(-1);
  const joined = last && !link && last.fragment === undefined && last.url === undefined;
  if (joined) walk.parts[walk.parts.length - 1] = { text: last.text + text };
  else walk.parts.push({ ...link, text });
}

function collect(
  walk: Walk,
  node: PhrasingContent,
  link: Omit<CellPart, 'text'> | undefined,
  bold: boolean,
): void {
  switch (node.type) {
    case 'text':
      return add(walk, node.value.replace(/[ \t]*\n[ \t]*/g, ' '), link, bold);
    case 'inlineCode':
      return add(walk, node.value, link, bold);
    case 'break':
      return add(walk, '\n', link, bold);
    case 'html':
      return add(walk, LINE_BREAK.test(node.value) ? '\n' : node.value, link, bold);
    case 'image':
      return add(walk, `${node.alt ?? ''} (${node.url})`.trim(), link, bold);
    case 'link':
      return collectLink(walk, node, bold);
    case 'delete':
      // Struck-out words say what no longer holds, so they must not pass for what does.
      add(walk, '~~', link, bold);
      for (const child of node.children) collect(walk, child, link, bold);
      return add(walk, '~~', link, bold);
    case 'footnoteReference':
      return add(walk, `[^${node.identifier}]`, link, bold);
    case 'linkReference':
    case 'imageReference':
      return add(walk, sourceOf(walk.file, node), link, bold);
    default:
      for (const child of node.children) collect(walk, child, link, bold || node.type === 'strong');
  }
}

function collectLink(
  walk: Walk,
  node: Extract<PhrasingContent, { type: 'link' }>,
  bold: boolean,
): void {
  const before = walk.parts.length;
  if (node.url.startsWith('#')) {
    const own = { fragment: node.url.slice(1), ...(node.title ? { linkTitle: node.title } : {}) };
    const inner = cellOf(walk.file, node.children, placeOf(node));
    if (!bold && !inner.bold) walk.plain = true;
    // Also without a text: the fragment itself says something.
    walk.parts.push({ text: inner.text, ...own });
    return;
  }
  for (const child of node.children) collect(walk, child, { url: node.url }, bold);
  const text = walk.parts
    .slice(before)
    .map((part) => part.text)
    .join('');
  // An address written as such is its own text; of any other link the address must not be lost.
  const written = sourceOf(walk.file, node).startsWith('[') && text !== node.url;
  if (written) add(walk, ` (${node.url})`, undefined, bold);
}
