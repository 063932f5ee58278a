/** What the slash menu offers. */

import type { CommandProps, Editor, Range } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { BLOCK_TITLES } from '../blocks/block-titles.ts';
import { missingBlocks } from './embeds.ts';

export interface SlashItem {
  readonly id: string;
  readonly label: string;
  readonly group: 'Text' | 'Blocks of this plan';
  readonly words: string;
  readonly run: (editor: Editor, range: Range) => void;
}

type Chain = ReturnType<Editor['chain']>;

function textItem(
  id: string,
  label: string,
  words: string,
  step: (chain: Chain) => Chain,
): SlashItem {
  const run = (editor: Editor, range: Range): void => {
    step(editor.chain().focus().deleteRange(range)).run();
  };
  return { id, label, group: 'Text', words, run };
}

/** Tiptap's own command leaves the cells without a line, and the caret outside. */
function insertTable({ tr, state: { schema } }: CommandProps): boolean {
  const row = (type: string) =>
    schema.node(
      'tableRow',
      null,
      Array.from({ length: 3 }, () => schema.node(type, null, [schema.node('paragraph')])),
    );
  const table = schema.node('table', null, [
    row('tableHeader'),
    row('tableCell'),
    row('tableCell'),
  ]);
  const start = tr.selection.from;
  tr.replaceSelectionWith(table);
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView();
  return true;
}

const TEXT_ITEMS: readonly SlashItem[] = [
  textItem('heading', 'Heading', 'h2 title section', (c) => c.setNode('heading', { level: 2 })),
  textItem('small-heading', 'Small heading', 'h3 title', (c) => c.setNode('heading', { level: 3 })),
  textItem('bullets', 'Bulleted list', 'ul points', (c) => c.toggleBulletList()),
  textItem('numbers', 'Numbered list', 'ol ordered', (c) => c.toggleOrderedList()),
  textItem('tasks', 'To-do list', 'check box tasks', (c) => c.toggleTaskList()),
  textItem('table', 'Table', 'grid columns', (c) => c.command(insertTable)),
  textItem('quote', 'Quote', 'blockquote', (c) => c.toggleBlockquote()),
  textItem('line', 'Dividing line', 'hr rule', (c) => c.setHorizontalRule()),
];

export function slashItems(editor: Editor, query: string): SlashItem[] {
  const wanted = query.trim().toLowerCase();
  const blocks = missingBlocks(editor.state.doc).map(
    (block): SlashItem => ({
      id: block,
      label: BLOCK_TITLES[block],
      group: 'Blocks of this plan',
      words: block,
      run: (target, range) => {
        target
          .chain()
          .focus()
          .deleteRange(range)
          .insertContent({ type: 'embed', attrs: { block } })
          .run();
      },
    }),
  );
  return [...TEXT_ITEMS, ...blocks].filter(({ label, words }) =>
    `${label} ${words}`.toLowerCase().includes(wanted),
  );
}
