/** Link definitions (`[1]: https://…`) of a file, and which of them are used. */

import type { Definition, Nodes } from 'mdast';
import type { MarkdownFile } from './parse-markdown.ts';

export interface Definitions {
  readonly byName: ReadonlyMap<string, Definition>;
  readonly used: ReadonlySet<string>;
}

const KNOWN = new WeakMap<MarkdownFile, Definitions>();

export function definitionsOf(file: MarkdownFile): Definitions {
  const known = KNOWN.get(file);
  if (known) return known;
  const byName = new Map<string, Definition>();
  const used = new Set<string>();
  const visit = (node: Nodes): void => {
    // The first definition of a name counts.
    if (node.type === 'definition' && !byName.has(node.identifier))
      byName.set(node.identifier, node);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(file.root);
  const definitions = { byName, used };
  KNOWN.set(file, definitions);
  return definitions;
}
