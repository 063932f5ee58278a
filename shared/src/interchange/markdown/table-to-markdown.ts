/** A free table of the narrative as a Markdown table. */

import type { PhrasingContent, Table, TableRow } from 'mdast';
import type { NarrativeElement, NarrativeNode } from '../../plan/narrative.ts';
import { elementsOf, inlineOf } from './phrasing-of.ts';

/** The first row is the header: Markdown has no table without one. */
export function tableToMarkdown(node: NarrativeElement): Table {
  const rows = elementsOf(node.content ?? []).map((row): TableRow => {
    const cells = elementsOf(row.content ?? []).map((cell) => ({
      type: 'tableCell' as const,
      children: keepEdges(inlineOf(lineUp(elementsOf(cell.content ?? [])), 'cell')),
    }));
    return { type: 'tableRow', children: cells };
  });
  return { type: 'table', children: rows };
}

/** Spaces at the ends of a cell are layout, unless they are written as character references. */
function keepEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, i): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const before = i === 0 ? (/^[ \t]+/.exec(node.value)?.[0] ?? '') : '';
    const rest = node.value.slice(before.length);
    const behind = i === nodes.length - 1 ? (/(?<![ \t])[ \t]+$/.exec(rest)?.[0] ?? '') : '';
    const inside = rest.slice(0, rest.length - behind.length);
    return [
      ...references(before),
      ...(inside === '' ? [] : [{ ...node, value: inside }]),
      ...references(behind),
    ];
  });
}

function references(spaces: string): PhrasingContent[] {
  const value = [...spaces].map((sign) => (sign === ' ' ? '&#32;' : '&#9;')).join('');
  return value === '' ? [] : [{ type: 'html', value }];
}

/** The blocks of a cell one below the other, as lines. */
function lineUp(blocks: readonly NarrativeElement[]): readonly NarrativeNode[] {
  const lines = blocks.map((block): readonly NarrativeNode[] => {
    const content = block.content ?? [];
    const nested = elementsOf(content).filter((child) => child.type !== 'hardBreak');
    return nested.length > 0 ? lineUp(nested) : content;
  });
  return lines.flatMap((line, i) => (i === 0 ? line : [{ type: 'hardBreak' }, ...line]));
}
