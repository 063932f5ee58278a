/** Who may do what. This table is the only place that says so. */

import type { Party } from '@tandem/shared/plan/kinds';
import { LINK_ROLES, type LinkRole, ROLES, type Role } from '@tandem/shared/protocol/http';

export type Action =
  | 'read'
  | 'edit'
  | 'list-links'
  | 'make-link'
  | 'revoke-link'
  | 'create-plan'
  | 'delete-plan';

const EDITOR: readonly Action[] = ['read', 'edit', 'list-links', 'make-link', 'revoke-link'];

/** A commenter is a viewer until comments come. */
export const ALLOWED: Readonly<Record<Role, readonly Action[]>> = {
  viewer: ['read'],
  commenter: ['read'],
  editor: EDITOR,
  member: [...EDITOR, 'create-plan', 'delete-plan'],
};

export function may(role: Role, action: Action): boolean {
  return ALLOWED[role].includes(action);
}

export function isLinkRole(role: string): role is LinkRole {
  return (LINK_ROLES as readonly string[]).includes(role);
}

/** A member gives out links for anybody, an editor for the own party up to the own role. */
export function mayGiveLink(
  giver: { readonly role: Role; readonly party: Party },
  link: { readonly role: LinkRole; readonly party: Party },
): boolean {
  if (giver.role === 'member') return true;
  const isUpToOwn = ROLES.indexOf(link.role) <= ROLES.indexOf(giver.role);
  return may(giver.role, 'make-link') && link.party === giver.party && isUpToOwn;
}
