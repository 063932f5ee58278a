/** The one quiet place that says whether the work is safe. */

import { useEffect, useRef } from 'react';
import { useSession } from '../session/hooks.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { announce } from '../ui/live-region.tsx';
import { savedWords } from './saved-words.ts';

/** A connection that comes back within this time is nobody's news. */
const OFFLINE_FOR_MS = 2500;

/** Who goes on typing would see "Saving" and "Saved" take turns with every key, and each turn is a frame to paint. */
const SETTLED_MS = 400;

/** React would look through the page with each of its changes, so the words are written past it. */
export function SavedBadge() {
  const session = useSession();
  const badge = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    /** What was saved, and is being saved again: not a plan that has just been opened, or is back from offline. */
    let isGoingOn = false;
    const write = (): void => {
      clearTimeout(settling);
      const state = session.savedState();
      isGoingOn = state.kind === 'saved' || (isGoingOn && state.kind === 'saving');
      const words = savedWords(state);
      if (badge.current === null || badge.current.textContent === words) return;
      badge.current.textContent = words;
      badge.current.className = `saved saved-${state.kind}`;
    };
    const look = (): void => {
      clearTimeout(settling);
      if (isGoingOn && session.savedState().kind === 'saved') {
        settling = setTimeout(write, SETTLED_MS);
      } else write();
    };
    write();
    const stop = session.subscribeSaved(look);
    return () => {
      stop();
      clearTimeout(settling);
    };
  }, [session]);
  useEffect(() => tellWhenOffline(session), [session]);
  return <span ref={badge} className="saved" />;
}

/** For those who do not see the badge: that the connection is gone, and that all is saved again. Not each key. */
function tellWhenOffline(session: PlanSession): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTold = false;
  const look = (): void => {
    const { kind } = session.savedState();
    if (kind === 'offline') {
      timer ??= setTimeout(() => {
        isTold = true;
        announce('Offline. Your edits are kept on this device.');
      }, OFFLINE_FOR_MS);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    // A refusal is told by its banner.
    if (!isTold || kind === 'saving' || kind === 'loading') return;
    isTold = false;
    if (kind === 'saved') announce('Online again. Everything is saved.');
  };
  look();
  const stop = session.subscribeSaved(look);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
