import { unreachable } from '@tandem/shared/plan/assert';
import type { SavedState } from '../session/plan-session.ts';

export function savedWords(state: SavedState): string {
  switch (state.kind) {
    case 'loading':
      return 'Opening';
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving';
    case 'offline':
      if (state.waiting === 0) return 'Offline';
      return state.waiting === 1
        ? 'Offline, 1 edit waiting'
        : `Offline, ${state.waiting} edits waiting`;
    case 'refused':
      return 'Not saved any more';
    default:
      return unreachable(state);
  }
}
