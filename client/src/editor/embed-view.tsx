/** The React view of an embed: the block itself, and a quiet menu to move it or take it off the page. */

import { BLOCKS, type BlockName, isOneOf } from '@tandem/shared/plan/kinds';
import type { Editor } from '@tiptap/core';
import {
  NodeViewWrapper,
  type ReactNodeViewProps,
  ReactNodeViewRenderer,
  useEditorState,
} from '@tiptap/react';
import { GripVertical } from 'lucide-react';
import { memo, useState } from 'react';
import { BLOCK_VIEWS } from '../blocks/block-registry.tsx';
import { BLOCK_TITLES } from '../blocks/block-titles.ts';
import { useCanEdit } from '../session/can-edit.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Embed } from './embed.ts';
import { moveEmbed } from './embed-moves.ts';
import { firstEmbedOf } from './embeds.ts';

export const EmbedWithView = Embed.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(EmbedView, {
      // What happens inside a block is the block's affair: its cells are editors and inputs of their own.
      stopEvent: () => true,
      ignoreMutation: () => true,
    }),
});

function EmbedView({ node, editor, getPos, selected, deleteNode }: ReactNodeViewProps) {
  const canEdit = useCanEdit();
  const block: unknown = node.attrs.block;
  const isFirst = useEditorState({
    editor,
    selector: ({ editor: now }) => firstEmbedOf(now.state.doc, String(block)) === getPos(),
  });
  const name = isOneOf(BLOCKS, block) ? block : undefined;
  const isShown = name !== undefined && isFirst;
  return (
    <NodeViewWrapper
      className={selected ? 'embed embed-selected' : 'embed'}
      {...(isShown ? { id: `block-${name}` } : {})}
    >
      {name === undefined ? <CannotShow /> : null}
      {isShown ? <Block name={name} /> : null}
      {name !== undefined && !isFirst ? (
        <p className="embed-note">
          {BLOCK_TITLES[name]} stands further up. <a href={`#block-${name}`}>Go there</a>
        </p>
      ) : null}
      {canEdit ? (
        <EmbedMenu
          editor={editor}
          title={name === undefined ? 'Block' : BLOCK_TITLES[name]}
          getPos={getPos}
          onRemove={deleteNode}
        />
      ) : null}
    </NodeViewWrapper>
  );
}

/** Every change from elsewhere makes all nodes anew; the blocks follow the plan by themselves. */
const Block = memo(function Block({ name }: { readonly name: BlockName }) {
  const View = BLOCK_VIEWS[name];
  return View === undefined ? <CannotShow /> : <View />;
});

function CannotShow() {
  return <p className="embed-note">This version of Tandem cannot show this part.</p>;
}

interface EmbedMenuProps {
  readonly editor: Editor;
  readonly title: string;
  readonly getPos: () => number | undefined;
  readonly onRemove: () => void;
}

function EmbedMenu({ editor, title, getPos, onRemove }: EmbedMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const move = (by: -1 | 1): void => {
    const pos = getPos();
    if (pos !== undefined) moveEmbed(editor.view, pos, by);
  };
  return (
    <div className="embed-menu" contentEditable={false}>
      <IconButton
        label={`Move or hide ${title}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <GripVertical size={14} aria-hidden="true" />
      </IconButton>
      {isOpen ? (
        <Menu
          label={`Move or hide ${title}`}
          onClose={() => setOpen(false)}
          items={[
            { label: 'Move up', onSelect: () => move(-1) },
            { label: 'Move down', onSelect: () => move(1) },
            { label: 'Take off the page, keep its rows', startsGroup: true, onSelect: onRemove },
          ]}
        />
      ) : null}
    </div>
  );
}
