/** Moving an embed past its neighbour. The node carries nothing but the name of its block, so it may be made anew. */

import type { EditorView } from '@tiptap/pm/view';

export function moveEmbed(view: EditorView, pos: number, by: -1 | 1): boolean {
  const { doc, tr } = view.state;
  const node = doc.nodeAt(pos);
  const at = doc.resolve(pos);
  const index = at.index();
  const other = index + by;
  if (node === null || other < 0 || other >= at.parent.childCount) return false;
  const neighbour = at.parent.child(other);
  const target = by < 0 ? pos - neighbour.nodeSize : pos + neighbour.nodeSize;
  view.dispatch(
    tr
      .delete(pos, pos + node.nodeSize)
      .insert(target, node)
      .scrollIntoView(),
  );
  return true;
}
