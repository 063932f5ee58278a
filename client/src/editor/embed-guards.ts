/** Keeps the caret out of places where typing would take a block off the page or end up nowhere. */

import { Extension } from '@tiptap/core';
import { GapCursor } from '@tiptap/pm/gapcursor';
import {
  type EditorState,
  NodeSelection,
  Plugin,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export const EmbedGuards = Extension.create({
  name: 'embedGuards',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (_transactions, _before, state) => repairedSelection(state),
      props: { handleTextInput: typeBehindEmbed },
    }),
  ],
});

/** y-tiptap puts a text selection where the old document had one, be it between two blocks. */
function repairedSelection(state: EditorState): Transaction | null {
  const { selection, tr } = state;
  if (!(selection instanceof TextSelection) || selection.$head.parent.inlineContent) return null;
  const { $head } = selection;
  // A gap between blocks is a place to write in; a selected block would be replaced by the next letter.
  const isGap = $head.depth === 0 && $head.parent.childCount > 0;
  return tr.setSelection(isGap ? new GapCursor($head) : Selection.near($head, -1));
}

/** A letter typed onto a selected block goes into a paragraph behind it. */
function typeBehindEmbed(view: EditorView, _from: number, _to: number, text: string): boolean {
  const { selection, schema, tr } = view.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'embed') return false;
  const paragraph = schema.node('paragraph', null, [schema.text(text)]);
  tr.insert(selection.to, paragraph);
  view.dispatch(
    tr.setSelection(TextSelection.create(tr.doc, selection.to + 1 + text.length)).scrollIntoView(),
  );
  return true;
}
