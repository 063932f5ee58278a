/** Coming in: by a plan's link as a guest, by a sign-in link as a member. */

import type { PlanId } from '@tandem/shared/plan/ids';
import { newId } from '@tandem/shared/plan/ids';
import type { Party } from '@tandem/shared/plan/kinds';
import type { Role } from '@tandem/shared/protocol/http';
import { timestamp } from '../clock.ts';
import type { ActorRow, LinkRow, SignInRow } from '../storage/storage.ts';
import { type AccessContext, hasPassed, partyOf } from './context.ts';
import type { ActorCookie } from './cookies.ts';
import { identifyCookie } from './identify.ts';
import { hashSecret, hashSession, newSecret, secureChance } from './secrets.ts';

const DAY = 24 * 60 * 60 * 1000;
const MEMBER_SESSION = 30 * DAY;
/** Where the link itself does not end before. */
const GUEST_SESSION = 180 * DAY;

export interface JoinRequest {
  readonly secret: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** What the browser holds already. */
  readonly cookies: readonly ActorCookie[];
}

export type JoinOutcome =
  | {
      readonly kind: 'joined';
      readonly actor: string;
      readonly plan?: PlanId;
      readonly role: Role;
      readonly party: Party;
      readonly cookie: ActorCookie;
      readonly expiresAt: string;
    }
  /** Unknown, expired, revoked, used up: which of them is nobody's business. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'name-missing' };

/** Two browsers that open one personal link at once must not become two actors. */
const underWay = new Map<string, Promise<unknown>>();

export async function join(context: AccessContext, request: JoinRequest): Promise<JoinOutcome> {
  const secretHash = hashSecret(request.secret);
  const before = underWay.get(secretHash) ?? Promise.resolve();
  const joining = before.then(() => joinAlone(context, request, secretHash));
  const settled = joining.catch(() => undefined);
  underWay.set(secretHash, settled);
  try {
    return await joining;
  } finally {
    if (underWay.get(secretHash) === settled) underWay.delete(secretHash);
  }
}

async function joinAlone(
  context: AccessContext,
  request: JoinRequest,
  secretHash: string,
): Promise<JoinOutcome> {
  const { storage, clock } = context;
  const link = await storage.findLinkByHash(secretHash);
  if (link) {
    const isOver = link.revokedAt !== null || hasPassed(link.expiresAt, clock);
    return isOver ? { kind: 'ended' } : joinByLink(context, link, request);
  }
  const signIn = await storage.useSignIn(secretHash, timestamp(clock));
  return signIn ? signInMember(context, signIn) : { kind: 'ended' };
}

async function joinByLink(
  context: AccessContext,
  link: LinkRow,
  request: JoinRequest,
): Promise<JoinOutcome> {
  const { storage, clock } = context;
  const again = await sessionOfLink(context, link, request.cookies);
  const known = again ? undefined : await personOf(context, link);
  const actor = again?.actor ?? known ?? (await newGuest(context, link, request));
  if (!actor) return { kind: 'name-missing' };
  const expiresAt = link.expiresAt ?? later(context, GUEST_SESSION);
  const cookie = again?.cookie ?? (await newSession(context, actor, link.id, expiresAt));
  const access = { plan: link.plan, actor: actor.id, role: link.role, link: link.id };
  await storage.grantAccess({ ...access, lastUsedAt: timestamp(clock) });
  return {
    kind: 'joined',
    actor: actor.id,
    plan: link.plan,
    role: link.role,
    party: link.party,
    cookie,
    expiresAt: again?.expiresAt ?? expiresAt,
  };
}

/** The same browser with the same link is the same person: no second actor, no second question. */
async function sessionOfLink(
  context: AccessContext,
  link: LinkRow,
  cookies: readonly ActorCookie[],
): Promise<{ actor: ActorRow; cookie: ActorCookie; expiresAt?: string } | undefined> {
  for (const cookie of cookies) {
    const caller = await identifyCookie(context, cookie);
    if (typeof caller === 'string' || caller.link !== link.id) continue;
    const { actor, expiresAt } = caller;
    return { actor, cookie, ...(expiresAt === undefined ? {} : { expiresAt }) };
  }
  return undefined;
}

async function personOf({ storage }: AccessContext, link: LinkRow): Promise<ActorRow | undefined> {
  return link.email === null ? undefined : storage.findActorOfLink(link.id);
}

async function newGuest(
  { storage, clock }: AccessContext,
  link: LinkRow,
  { name, email }: JoinRequest,
): Promise<ActorRow | undefined> {
  if (name === undefined) return undefined;
  const actor: ActorRow = {
    id: newId(secureChance),
    kind: 'guest',
    name,
    party: link.party,
    email: link.email ?? email ?? null,
    verified: false,
    createdAt: timestamp(clock),
  };
  await storage.createActor(actor);
  return actor;
}

async function signInMember(context: AccessContext, signIn: SignInRow): Promise<JoinOutcome> {
  const { storage, clock } = context;
  const actor = await storage.findActor(signIn.actor);
  if (!actor) return { kind: 'ended' };
  const expiresAt = later(context, MEMBER_SESSION);
  const cookie = await newSession(context, actor, null, expiresAt);
  const plan = signIn.plan ?? undefined;
  if (plan !== undefined) {
    const access = { plan, actor: actor.id, role: 'member' as const, link: null };
    await storage.grantAccess({ ...access, lastUsedAt: timestamp(clock) });
  }
  const party = partyOf(actor);
  const opens = plan === undefined ? {} : { plan };
  return { kind: 'joined', actor: actor.id, ...opens, role: 'member', party, cookie, expiresAt };
}

async function newSession(
  { storage, clock, sessionSecret }: AccessContext,
  actor: ActorRow,
  link: string | null,
  expiresAt: string,
): Promise<ActorCookie> {
  const value = newSecret();
  await storage.createSession({
    id: newId(secureChance),
    secretHash: hashSession(value, sessionSecret),
    actor: actor.id,
    link,
    createdAt: timestamp(clock),
    expiresAt,
    endedAt: null,
  });
  return { actor: actor.id, value };
}

function later({ clock }: AccessContext, milliseconds: number): string {
  return new Date(clock.now().getTime() + milliseconds).toISOString();
}
