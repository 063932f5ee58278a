/** Undo and redo from wherever the focus is: one stack for the whole page. */

import { useEffect } from 'react';
import type { PlanSession } from '../session/plan-session.ts';

export function useUndoKeys(session: PlanSession): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Editors have done it by then; a field that is being typed in has an undo of its own.
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select'))
        return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) session.undo();
      else if ((key === 'z' && event.shiftKey) || key === 'y') session.redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session]);
}
