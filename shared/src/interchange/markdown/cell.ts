/**
 * A cell: one stretch of text out of a Markdown file, a table cell, a list item or a paragraph, with its
 * formatting taken off. Readers work on cells and know no syntax tree.
 */

import type { PhrasingContent } from 'mdast';
import type { Place } from '../import-outcome.ts';
import { definitionsOf } from './definitions.ts';
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

export function cellOf(file: MarkdownFile, nodes: readonly PhrasingContent[], place: Place): Cell {
  const walk: Walk = { file, parts: [], plain: false };
  for (const node of nodes) collect(walk, node, false);
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
  const place = { line: cell.place.line, column: cell.place.column + from };
  return { ...cell, parts, place, text: cell.text.slice(from, to) };
}

interface Walk {
  readonly file: MarkdownFile;
  readonly parts: CellPart[];
  /** Some text is not bold. */
  plain: boolean;
}

function add(walk: Walk, text: string, bold: boolean): void {
  if (text === '') return;
  if (!bold && text.trim() !== '') walk.plain = true;
  const last = walk.parts.at(-1);
  const joined = last && last.fragment === undefined && last.url === undefined;
  if (joined) walk.parts[walk.parts.length - 1] = { text: last.text + text };
  else walk.parts.push({ text });
}

function collect(walk: Walk, node: PhrasingContent, bold: boolean): void {
  switch (node.type) {
    case 'text':
      add(walk, node.value.replaceAll('\n', ' '), bold);
      break;
    case 'inlineCode':
      add(walk, node.value, bold);
      break;
    case 'break':
      add(walk, '\n', bold);
      break;
    case 'html':
      add(walk, LINE_BREAK.test(node.value) ? '\n' : node.value, bold);
      break;
    case 'image':
      add(walk, `${node.alt ?? ''} (${node.url})`.trim(), bold);
      break;
    case 'link':
      collectLink(walk, node, bold);
      break;
    case 'delete':
      // Struck-out words say what no longer holds, so they must not pass for what does.
      add(walk, '~~', bold);
      for (const child of node.children) collect(walk, child, bold);
      add(walk, '~~', bold);
      break;
    case 'footnoteReference':
      add(walk, `[^${node.identifier}]`, bold);
      break;
    case 'linkReference':
    case 'imageReference':
      collectReference(walk, node, bold);
      break;
    default:
      for (const child of node.children) collect(walk, child, bold || node.type === 'strong');
  }
}

function collectReference(
  walk: Walk,
  node: Extract<PhrasingContent, { type: 'linkReference' | 'imageReference' }>,
  bold: boolean,
): void {
  if (node.type === 'imageReference') add(walk, node.alt ?? '', bold);
  else for (const child of node.children) collect(walk, child, bold);
  const target = definitionsOf(walk.file).byName.get(node.identifier);
  if (target) add(walk, ` (${target.url})`, bold);
}

function collectLink(
  walk: Walk,
  node: Extract<PhrasingContent, { type: 'link' }>,
  bold: boolean,
): void {
  const inner = cellOf(walk.file, node.children, placeOf(node));
  if (!bold && !inner.bold && inner.text.trim() !== '') walk.plain = true;
  const title = node.title ? { linkTitle: node.title } : {};
  if (node.url.startsWith('#')) {
    // Also without a text: the fragment itself says something.
    walk.parts.push({ text: inner.text, fragment: node.url.slice(1), ...title });
    return;
  }
  walk.parts.push({ text: inner.text, url: node.url });
  // An address written as such is its own text; of any other link the address must not be lost.
  const written = sourceOf(walk.file, node).startsWith('[') && inner.text !== node.url;
  if (written) add(walk, ` (${node.url})`, bold);
}
