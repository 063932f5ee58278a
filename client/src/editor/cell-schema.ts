/** The nodes of a text cell: lines of plain text. */

import { type Extensions, Node } from '@tiptap/core';

const CellDocument = Node.create({ name: 'doc', topNode: true, content: 'paragraph*' });
const CellText = Node.create({ name: 'text' });
const CellLine = Node.create({
  name: 'paragraph',
  priority: 1000,
  content: 'text*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

export function cellNodes(): Extensions {
  return [CellDocument, CellLine, CellText];
}
