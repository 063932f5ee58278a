/** "/" in the narrative. The plugin follows the typing; `slash-popup.tsx` shows what is in the store. */

import { type Editor, Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { exitSuggestion, Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { type SlashItem, slashItems } from './slash-items.ts';

export interface SlashState {
  readonly items: readonly SlashItem[];
  readonly active: number;
  readonly rect: DOMRect;
  readonly pick: (item: SlashItem) => void;
}

export interface SlashStore {
  readonly read: () => SlashState | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly write: (state: SlashState | null) => void;
}

const slashKey = new PluginKey('slashMenu');

export function openSlashStore(): SlashStore {
  let state: SlashState | null = null;
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (next) => {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

export function slashMenu(store: SlashStore) {
  const show = (props: SuggestionProps<SlashItem>): void => {
    const rect = props.clientRect?.();
    if (!rect) return;
    const items = slashItems(props.editor, props.query);
    const before = store.read();
    const kept = items.findIndex((item) => item.id === before?.items[before.active]?.id);
    store.write({ items, active: Math.max(0, kept), rect, pick: (item) => props.command(item) });
  };
  const onKey = ({ key }: KeyboardEvent): boolean => {
    const state = store.read();
    if (state === null || state.items.length === 0) return false;
    const { items, active, pick } = state;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : items.length - 1;
      store.write({ ...state, active: (active + step) % items.length });
      return true;
    }
    const item = items[active];
    if ((key !== 'Enter' && key !== 'Tab') || item === undefined) return false;
    pick(item);
    return true;
  };
  return Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion<SlashItem, SlashItem>({
          editor: this.editor,
          pluginKey: slashKey,
          char: '/',
          allow: ({ editor, state, range }) =>
            editor.isEditable && !state.doc.resolve(range.from).parent.type.spec.code,
          items: ({ editor, query }) => slashItems(editor, query),
          command: ({ editor, range, props }: { editor: Editor; range: Range; props: SlashItem }) =>
            props.run(editor, range),
          render: () => ({
            onStart: show,
            onUpdate: show,
            onKeyDown: ({ event, view }) => {
              if (event.key !== 'Escape') return onKey(event);
              exitSuggestion(view, slashKey);
              return true;
            },
            onExit: () => store.write(null),
          }),
        }),
      ];
    },
  });
}
