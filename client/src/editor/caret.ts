/** How somebody else's caret and selection look: party colour and name. The styles are in `editor.css`. */

import { isOneOf, PARTIES, type Party } from '@tandem/shared/plan/kinds';

interface CaretUser {
  readonly name?: unknown;
  readonly party?: unknown;
}

function partyOf(user: CaretUser): Party {
  return isOneOf(PARTIES, user.party) ? user.party : 'buyer';
}

export function renderCaret(user: CaretUser): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `collaboration-carets__caret ${partyOf(user)}`;
  const label = document.createElement('span');
  label.className = 'collaboration-carets__label';
  label.textContent = typeof user.name === 'string' ? user.name : 'Somebody';
  // Without joiners a line could break between caret and letter.
  caret.append('\u2060', label, '\u2060');
  return caret;
}

export function renderSelection(user: CaretUser): { class: string } {
  return { class: `collaboration-carets__selection ${partyOf(user)}` };
}
