/** The links of a plan: who was invited as what. */

import { newId, type PlanId } from '@tandem/shared/plan/ids';
import type { Party } from '@tandem/shared/plan/kinds';
import type { LinkRole } from '@tandem/shared/protocol/http';
import { timestamp } from '../clock.ts';
import type { LinkRow } from '../storage/storage.ts';
import { type AccessContext, hasPassed } from './context.ts';
import { hashSecret, newSecret, secureChance } from './secrets.ts';

export interface NewLink {
  readonly plan: PlanId;
  readonly role: LinkRole;
  readonly party: Party;
  readonly createdBy: string;
  /** Personal: one actor on every device. */
  readonly email?: string | undefined;
  /** ISO 8601, UTC. */
  readonly expiresAt?: string | undefined;
}

/** The secret leaves here once and is stored nowhere. */
export async function makeLink(
  { storage, clock }: AccessContext,
  link: NewLink,
): Promise<{ id: string; secret: string }> {
  const secret = newSecret();
  const id = newId<string>(secureChance);
  await storage.createLink({
    id,
    plan: link.plan,
    role: link.role,
    party: link.party,
    secretHash: hashSecret(secret),
    email: link.email ?? null,
    expiresAt: link.expiresAt ?? null,
    revokedAt: null,
    createdBy: link.createdBy,
    createdAt: timestamp(clock),
  });
  return { id, secret };
}

/** Those that still let somebody in, newest first. */
export async function openLinks(
  { storage, clock }: AccessContext,
  plan: PlanId,
): Promise<readonly LinkRow[]> {
  const links = await storage.linksOfPlan(plan);
  return links.filter((link) => link.revokedAt === null && !hasPassed(link.expiresAt, clock));
}

/** The fragment of an address never leaves the browser, so the secret reaches no log. */
export function joinUrl(publicUrl: string, secret: string): string {
  return `${publicUrl}/join#${secret}`;
}
