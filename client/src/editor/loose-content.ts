/**
 * Content expressions with `*` in place of `+`. y-tiptap deletes a node that its schema calls invalid, for
 * everybody, and two valid edits at once can leave a list without items or a cell without a paragraph.
 */

import {
  type AnyExtension,
  type Extensions,
  getExtensionField,
  Node,
  resolveExtensions,
} from '@tiptap/core';

const LOOSE: Readonly<Record<string, string>> = {
  doc: 'block*',
  blockquote: 'block*',
  bulletList: 'listItem*',
  orderedList: 'listItem*',
  listItem: 'block*',
  taskList: 'taskItem*',
  taskItem: 'block*',
  table: 'tableRow*',
  tableCell: 'block*',
  tableHeader: 'block*',
};

/** Flattens kits into their parts and loosens what each node may contain. */
export function withLooseContent(extensions: Extensions): Extensions {
  return resolveExtensions(extensions).flatMap((extension) => {
    if (extension instanceof Node) return [loosened(extension)];
    // What a kit brings stands in the flat list already.
    return bringsOthers(extension) ? [] : [extension];
  });
}

function loosened(node: Node): Node {
  const content = LOOSE[node.name];
  return node.extend({
    ...(content === undefined ? {} : { content }),
    ...(bringsOthers(node) ? { addExtensions: () => [] } : {}),
  });
}

function bringsOthers(extension: AnyExtension): boolean {
  return getExtensionField(extension, 'addExtensions') !== undefined;
}
