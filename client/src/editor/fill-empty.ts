/**
 * The schema lets a table cell or list item be empty, so that no merge is ever invalid; a person needs a line to
 * write in. What somebody makes here gets one. Never as an answer to a remote change: each reader would add one.
 */

import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

const NEEDS_A_LINE = ['tableCell', 'tableHeader', 'listItem', 'taskItem', 'blockquote'];

export const FillEmpty = Extension.create({
  name: 'fillEmpty',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) => {
        const isLocal = transactions.some(
          (one) => one.docChanged && one.getMeta(ySyncPluginKey)?.isChangeOrigin !== true,
        );
        return isLocal ? filled(state) : null;
      },
    }),
  ],
});

function filled(state: EditorState): Transaction | null {
  const places: number[] = [];
  state.doc.descendants((node, pos) => {
    if (node.childCount === 0 && NEEDS_A_LINE.includes(node.type.name)) places.push(pos + 1);
    return !node.isTextblock;
  });
  if (places.length === 0) return null;
  const { tr, schema } = state;
  // From the end, so that the places before stay where they are.
  for (const place of places.reverse()) tr.insert(place, schema.node('paragraph'));
  return tr;
}
