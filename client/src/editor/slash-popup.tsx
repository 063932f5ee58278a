import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { SlashItem } from './slash-items.ts';
import type { SlashState, SlashStore } from './slash-menu.ts';

interface SlashPopupProps {
  readonly store: SlashStore;
  /** The editor's own element keeps the focus and points at the chosen option. */
  readonly editorElement: HTMLElement | undefined;
}

export function SlashPopup({ store, editorElement }: SlashPopupProps) {
  const state = useSyncExternalStore(store.subscribe, store.read);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const activeId = state && state.items.length > 0 ? `${id}-${state.active}` : undefined;

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    if (!editorElement || activeId === undefined) return;
    editorElement.setAttribute('aria-controls', id);
    editorElement.setAttribute('aria-activedescendant', activeId);
    return () => {
      editorElement.removeAttribute('aria-controls');
      editorElement.removeAttribute('aria-activedescendant');
    };
  }, [editorElement, activeId, id]);

  if (state === null) return null;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Insert"
      className="slash-menu"
      style={place(state.rect)}
    >
      {state.items.length === 0 ? <p className="slash-empty">Nothing of that name</p> : null}
      {state.items.map((item, index) => (
        <SlashOption key={item.id} id={`${id}-${index}`} item={item} state={state} index={index} />
      ))}
    </div>
  );
}

interface SlashOptionProps {
  readonly id: string;
  readonly item: SlashItem;
  readonly state: SlashState;
  readonly index: number;
}

function SlashOption({ id, item, state, index }: SlashOptionProps) {
  const startsGroup = state.items[index - 1]?.group !== item.group;
  return (
    <>
      {startsGroup ? (
        <div className="slash-group" aria-hidden="true">
          {item.group}
        </div>
      ) : null}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={index === state.active}
        className="slash-option"
        // The editor keeps the focus: a click must not take it.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => state.pick(item)}
        onKeyDown={(event) => event.key === 'Enter' && state.pick(item)}
      >
        {item.label}
      </div>
    </>
  );
}

const MENU_HEIGHT = 320;

function place(rect: DOMRect): { left: number; top?: number; bottom?: number } {
  const left = Math.max(8, Math.min(rect.left, window.innerWidth - 248));
  const hasRoom = rect.bottom + MENU_HEIGHT < window.innerHeight || rect.top < MENU_HEIGHT;
  return hasRoom
    ? { left, top: rect.bottom + 6 }
    : { left, bottom: window.innerHeight - rect.top + 6 };
}
