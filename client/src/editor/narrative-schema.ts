/** The nodes and marks of the narrative, without a DOM: also for exports and tests. */

import type { AnyExtension, Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { Embed } from './embed.ts';
import { withLooseContent } from './loose-content.ts';

/** `embed`: the same node with its view, where there is a DOM. */
export function narrativeNodes(embed: AnyExtension = Embed): Extensions {
  return withLooseContent([
    StarterKit.configure({
      // The plan's one undo stack takes its place.
      undoRedo: false,
      // It writes a paragraph behind the last node on every mount: each reader would change the document.
      trailingNode: false,
      // Markdown, the way out of here, has no underline.
      underline: false,
      heading: { levels: [1, 2, 3] },
      link: { openOnClick: 'whenNotEditable', defaultProtocol: 'https' },
      dropcursor: { class: 'drop-cursor', color: false, width: 2 },
    }),
    TaskList,
    TaskItem.configure({ nested: true }),
    Table.configure({ resizable: false, allowTableNodeSelection: false }),
    TableRow,
    TableHeader,
    TableCell,
    embed,
  ]);
}
