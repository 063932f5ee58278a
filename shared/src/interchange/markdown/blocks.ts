/** What readers take out of paragraphs and lists: their lines and their items, as cells. */

import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { type Cell, cellOf } from './cell.ts';
import { type MarkdownFile, placeOf } from './parse-markdown.ts';

/** A line of a paragraph, and what it is made of. */
export interface ParagraphLine {
  readonly cell: Cell;
  readonly nodes: readonly PhrasingContent[];
}

/** The lines of a paragraph as they stand in the file: "Created: …" under "Go-live: …" is another statement. */
export function linesOf(file: MarkdownFile, paragraph: Paragraph): readonly ParagraphLine[] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'text' && node.value.includes('\n')) {
      node.value.split('\n').forEach((value, i) => {
        if (i > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push(lineOfText(node, value, i));
      });
    } else lines.at(-1)?.push(node);
  }
  return lines.map((nodes) => ({ nodes, cell: cellOf(file, nodes, placeOf(paragraph)) }));
}

/** A part of a text node keeps its line, so that reports point to the right one. */
function lineOfText(
  node: Extract<PhrasingContent, { type: 'text' }>,
  value: string,
  index: number,
): PhrasingContent {
  const start = node.position?.start;
  if (!start) return { type: 'text', value };
  const point = { line: start.line + index, column: index === 0 ? start.column : 1 };
  return { type: 'text', value, position: { start: point, end: point } };
}

export interface ItemText {
  readonly cell: Cell;
  /** For a task list: whether the box is ticked. */
  readonly checked?: boolean;
  /** What stands in the item behind its first paragraph. */
  readonly below: readonly RootContent[];
  readonly item: ListItem;
}

export function itemsOf(file: MarkdownFile, list: List): readonly ItemText[] {
  return list.children.map((item) => {
    const [first, ...rest] = item.children;
    const text = first?.type === 'paragraph' ? first : undefined;
    return {
      cell: cellOf(file, text?.children ?? [], placeOf(item)),
      below: text ? rest : item.children,
      item,
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
    };
  });
}
