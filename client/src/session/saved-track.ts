/**
 * What the quiet place in the top bar says, worked out from what happens on the wire. No network here: the live
 * session tells it, tests tell it by hand.
 */

import type { SavedState } from './plan-session.ts';

/** What a barrier's answer confirms. */
export interface SentMark {
  readonly updates: number;
  readonly edits: number;
  /** The server's question for what it lacks was answered before, so offline work went out as well. */
  readonly isWhole: boolean;
}

/** `typing` that goes on is one edit; a `part` comes before the change that it belongs to. */
export type ChangeKind = 'edit' | 'typing' | 'part';

export interface SavedTrack {
  readonly read: () => SavedState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly mark: () => SentMark;
  /** A local change of the document. */
  readonly changed: (at: number, how: ChangeKind) => void;
  /** The plan was on this device and stands in the document. */
  readonly copyLoaded: () => void;
  readonly connected: () => void;
  readonly sentWhole: () => void;
  readonly confirmed: (mark: SentMark) => void;
  readonly disconnected: () => void;
  readonly refused: (code: string, message: string) => void;
}

/** What is typed within this time counts as one edit. */
const ONE_EDIT_MS = 1000;

/**
 * `inherited`: edits that an earlier page load left unsent. `onWaiting` hears how many of this page's edits wait,
 * and when the inherited ones went out with them.
 */
export function trackSaved(
  inherited: number,
  onWaiting: (own: number, isInheritedSent: boolean) => void,
): SavedTrack {
  const listeners = new Set<() => void>();
  let isConnected = false;
  let isWhole = false;
  let isLoaded = false;
  let left = inherited;
  let updates = 0;
  let edits = 0;
  let lastTyped = Number.NEGATIVE_INFINITY;
  let confirmed = { updates: 0, edits: 0 };
  let refusal: { code: string; message: string } | undefined;
  let state: SavedState = { kind: 'loading' };

  /** A burst may have begun before the barrier that confirmed its beginning: what is open counts as one. */
  const ownWaiting = (): number =>
    updates === confirmed.updates ? 0 : Math.max(1, edits - confirmed.edits);
  const stateNow = (): SavedState => {
    const waiting = ownWaiting() + left;
    if (refusal) return { kind: 'refused', ...refusal, unsaved: waiting };
    if (!isLoaded) return { kind: 'loading' };
    if (!isConnected) return { kind: 'offline', waiting };
    return waiting > 0 || !isWhole ? { kind: 'saving' } : { kind: 'saved' };
  };
  const tell = (): void => {
    const next = stateNow();
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const listener of listeners) listener();
  };
  state = stateNow();

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    mark: () => ({ updates, edits, isWhole }),
    changed: (at, how) => {
      const isTyping = how === 'typing';
      updates += 1;
      if (
        how !== 'part' &&
        (!isTyping || at - lastTyped > ONE_EDIT_MS || edits === confirmed.edits)
      ) {
        edits += 1;
        onWaiting(edits - confirmed.edits, false);
      }
      lastTyped = isTyping ? at : Number.NEGATIVE_INFINITY;
      tell();
    },
    copyLoaded: () => {
      isLoaded = true;
      tell();
    },
    connected: () => {
      isConnected = true;
      isWhole = false;
      tell();
    },
    sentWhole: () => {
      isWhole = true;
      tell();
    },
    confirmed: (mark) => {
      isLoaded = true;
      if (mark.isWhole) {
        confirmed = { updates: mark.updates, edits: mark.edits };
        const isInheritedSent = left > 0;
        left = 0;
        onWaiting(ownWaiting(), isInheritedSent);
      }
      tell();
    },
    disconnected: () => {
      isConnected = false;
      isWhole = false;
      tell();
    },
    refused: (code, message) => {
      refusal = { code, message };
      tell();
    },
  };
}
