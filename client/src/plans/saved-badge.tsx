/** The one quiet place that says whether the work is safe. */

import { useEffect, useRef } from 'react';
import { useSession } from '../session/hooks.ts';
import { savedWords } from './saved-words.ts';

/**
 * It changes twice with every key. Each React commit while a large editor has the focus walks all of the editor's
 * text to keep the selection, so the words are written past React.
 */
export function SavedBadge() {
  const session = useSession();
  const badge = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = (): void => {
      const state = session.savedState();
      const words = savedWords(state);
      if (badge.current === null || badge.current.textContent === words) return;
      badge.current.textContent = words;
      badge.current.className = `saved saved-${state.kind}`;
    };
    write();
    return session.subscribeSaved(write);
  }, [session]);
  return <span ref={badge} className="saved" />;
}
