/** The node that shows a structured block inside the narrative. Its React view lies in `embed-view.tsx`. */

import { mergeAttributes, Node } from '@tiptap/core';

/** A window, not the data: deleting one deletes no row, and any number may show the same block. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({
    block: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-embed'),
      renderHTML: ({ block }) => ({ 'data-embed': block }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-embed]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
});
