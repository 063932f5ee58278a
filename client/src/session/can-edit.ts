/** Whether something may be changed here and now: by one's role, and as long as the server has not ended the session. */

import { createContext, useContext } from 'react';
import { useSession } from './hooks.ts';

/** A context and not the saved state itself, which changes with every key and is asked by a thousand cells. */
export const OpenContext = createContext(true);

export function useCanEdit(): boolean {
  const { canEdit } = useSession();
  return useContext(OpenContext) && canEdit;
}
