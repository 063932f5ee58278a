/**
 * Presence as one editor needs it. Everybody's caret moves with each of their keys, mine as well, and y-tiptap answers
 * every move with a transaction in every editor of the page: this tells an editor only of others' carets that stand,
 * or stood, in its own text.
 */

import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

type Listener = (...args: unknown[]) => void;

export function cursorsOf(awareness: Awareness, fragment: Y.XmlFragment): Awareness {
  const wrapped = new Map<Listener, Listener>();
  const on = (event: 'change' | 'update', listener: Listener): void => {
    if (event !== 'change') {
      awareness.on(event, listener);
      return;
    }
    const here = new Set<number>();
    let before = cursorsIn(awareness, fragment, here);
    const look = (): void => {
      const now = cursorsIn(awareness, fragment, here);
      const isSame = now === before;
      before = now;
      if (!isSame) listener();
    };
    wrapped.set(listener, look);
    awareness.on('change', look);
  };
  const off = (event: 'change' | 'update', listener: Listener): void => {
    awareness.off(event, wrapped.get(listener) ?? listener);
    wrapped.delete(listener);
  };
  return Object.create(awareness, { on: { value: on }, off: { value: off } }) as Awareness;
}

/** Who stands where, as one string: most often an empty one. `here`: who stood here before, and now. */
function cursorsIn(awareness: Awareness, fragment: Y.XmlFragment, here: Set<number>): string {
  const found: unknown[] = [];
  for (const [client, { cursor, user }] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    // Presence is faster than text: who stands behind a letter that is still to come stands where they stood.
    if (isIn(cursor, fragment) ?? here.has(client)) here.add(client);
    else here.delete(client);
    if (here.has(client)) found.push([client, cursor, user]);
  }
  return found.length === 0 ? '' : JSON.stringify(found);
}

function isIn(cursor: unknown, fragment: Y.XmlFragment): boolean | undefined {
  const { doc } = fragment;
  if (doc === null || typeof cursor !== 'object' || cursor === null) return false;
  try {
    const { anchor } = cursor as { anchor?: unknown };
    const place = Y.createRelativePositionFromJSON(anchor);
    const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
    if (found === null) return undefined;
    let at: unknown = found.type;
    while (at instanceof Y.AbstractType && at !== fragment) at = at.parent;
    return at === fragment;
  } catch {
    // Others' presence is their word: what is malformed stands nowhere.
    return false;
  }
}
