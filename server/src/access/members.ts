/** Members, their API tokens and their sign-in links. Accounts come later; until then the command line makes them. */

import { newId, type PlanId } from '@tandem/shared/plan/ids';
import { timestamp } from '../clock.ts';
import type { ActorRow } from '../storage/storage.ts';
import type { AccessContext } from './context.ts';
import { hashSecret, newSecret, secureChance } from './secrets.ts';

type MemberContext = Pick<AccessContext, 'storage' | 'clock'>;

export const SIGN_IN_MINUTES = 15;

export interface MemberNames {
  readonly email: string;
  /** The part of the address before the @ unless said. */
  readonly name?: string;
}

/** The member with this address, made if there is none. */
export async function ensureMember(
  { storage, clock }: MemberContext,
  { email, name }: MemberNames,
): Promise<ActorRow> {
  const known = await storage.findMemberByEmail(email);
  if (known) return known;
  const member: ActorRow = {
    id: newId(secureChance),
    kind: 'member',
    name: name ?? email.split('@')[0] ?? email,
    party: 'seller',
    email,
    verified: true,
    createdAt: timestamp(clock),
  };
  await storage.createActor(member);
  return member;
}

export async function newToken(
  { storage, clock }: MemberContext,
  member: ActorRow,
): Promise<string> {
  const token = newSecret();
  await storage.createToken({
    id: newId(secureChance),
    secretHash: hashSecret(token),
    actor: member.id,
    createdAt: timestamp(clock),
  });
  return token;
}

/** The secret of a link that signs the member in, once, and opens the plan where one is given. */
export async function newSignIn(
  { storage, clock }: MemberContext,
  member: ActorRow,
  { plan, minutes = SIGN_IN_MINUTES }: { readonly plan?: PlanId; readonly minutes?: number } = {},
): Promise<string> {
  const secret = newSecret();
  await storage.createSignIn({
    secretHash: hashSecret(secret),
    actor: member.id,
    plan: plan ?? null,
    expiresAt: new Date(clock.now().getTime() + minutes * 60_000).toISOString(),
    usedAt: null,
  });
  return secret;
}
