/** Who is asking: a program by its token, or a browser by the cookies of the actors that it holds. */

import type { ActorRow, SessionRow } from '../storage/storage.ts';
import { type AccessContext, hasPassed } from './context.ts';
import type { ActorCookie } from './cookies.ts';
import { hashSecret, hashSession } from './secrets.ts';

export interface Credentials {
  readonly cookies: readonly ActorCookie[];
  /** What follows `Bearer` in the header; a program needs no cookie. */
  readonly token?: string;
  /** Which of the actors is meant. */
  readonly as?: string;
}

export interface Caller {
  /** The session or token behind it. */
  readonly session: string;
  readonly actor: ActorRow;
  readonly link?: string;
  readonly expiresAt?: string;
}

export type Identification =
  /** No credential at all. */
  | { readonly kind: 'nobody' }
  /** There was one, and it is worth nothing (any more). */
  | { readonly kind: 'ended'; readonly why: 'unknown' | 'expired' | 'revoked' }
  /** At least one. */
  | { readonly kind: 'callers'; readonly callers: readonly Caller[] };

export async function identify(
  context: AccessContext,
  credentials: Credentials,
): Promise<Identification> {
  const { cookies, token, as } = credentials;
  if (token !== undefined) return identifyToken(context, token, as);
  if (cookies.length === 0) return { kind: 'nobody' };
  const meant = as === undefined ? cookies : cookies.filter(({ actor }) => actor === as);
  const callers: Caller[] = [];
  let why: 'unknown' | 'expired' | 'revoked' = 'unknown';
  for (const cookie of meant) {
    const found = await identifyCookie(context, cookie);
    if (typeof found === 'string') why = found;
    else callers.push(found);
  }
  return callers.length > 0 ? { kind: 'callers', callers } : { kind: 'ended', why };
}

async function identifyToken(
  { storage }: AccessContext,
  token: string,
  as: string | undefined,
): Promise<Identification> {
  const row = await storage.findTokenByHash(hashSecret(token));
  const actor = row && (await storage.findActor(row.actor));
  if (!row || !actor || (as !== undefined && as !== actor.id)) {
    return { kind: 'ended', why: 'unknown' };
  }
  return { kind: 'callers', callers: [{ session: row.id, actor }] };
}

/** The session of one cookie, or why it is none. */
export async function identifyCookie(
  context: AccessContext,
  cookie: ActorCookie,
): Promise<Caller | 'unknown' | 'expired' | 'revoked'> {
  const { storage, clock, sessionSecret } = context;
  const session = await storage.findSessionByHash(hashSession(cookie.value, sessionSecret));
  if (!session || session.actor !== cookie.actor) return 'unknown';
  if (hasPassed(session.expiresAt, clock)) return 'expired';
  if (session.endedAt !== null) return whyEnded(context, session);
  const actor = await storage.findActor(session.actor);
  if (!actor) return 'unknown';
  return {
    session: session.id,
    actor,
    ...(session.link === null ? {} : { link: session.link }),
    ...(session.expiresAt === null ? {} : { expiresAt: session.expiresAt }),
  };
}

async function whyEnded(
  { storage }: AccessContext,
  session: SessionRow,
): Promise<'expired' | 'revoked'> {
  const link = session.link === null ? undefined : await storage.findLink(session.link);
  return link?.revokedAt ? 'revoked' : 'expired';
}
