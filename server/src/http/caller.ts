/** Access, in the words of HTTP: who makes this request, and may they. */

import type { PlanId } from '@tandem/shared/plan/ids';
import type { Context, MiddlewareHandler } from 'hono';
import { readCookies } from '../access/cookies.ts';
import { type Entrance, enterPlan } from '../access/enter-plan.ts';
import { type Caller, type Credentials, identify } from '../access/identify.ts';
import { type HeaderOf, isForeign } from '../access/origin.ts';
import { type Action, may } from '../access/roles.ts';
import { HttpError, notFound } from './errors.ts';
import { type HttpParts, isSecure } from './parts.ts';

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

export function credentialsOf(
  header: HeaderOf,
  as: string | null | undefined,
  parts: HttpParts,
): Credentials {
  const token = /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1];
  return {
    cookies: readCookies(header('cookie'), isSecure(parts)),
    ...(token === undefined ? {} : { token }),
    ...(as === null || as === undefined || as === '' ? {} : { as }),
  };
}

/** A cookie goes along from foreign pages too; a token does not. */
export function refuseForeignOrigins(parts: HttpParts): MiddlewareHandler {
  return async (c, next) => {
    const header: HeaderOf = (name) => c.req.header(name);
    const { token } = credentialsOf(header, undefined, parts);
    if (!CHANGES_NOTHING.has(c.req.method) && token === undefined) {
      if (isForeign(header, remoteAddressOf(c), parts)) {
        throw new HttpError('foreign-origin', 'This request comes from a foreign page.');
      }
    }
    await next();
  };
}

/** The caller in the plan of the path, or the refusal that fits. */
export async function enter(c: Context, parts: HttpParts, action: Action): Promise<Entrance> {
  const plan = (c.req.param('id') ?? '') as PlanId;
  const outcome = await enterPlan(parts.access, plan, credentialsIn(c, parts));
  switch (outcome.kind) {
    case 'nobody':
    case 'ended':
      throw notSignedIn(outcome.kind);
    case 'no-plan':
    case 'no-access':
      throw notFound('No such plan');
    case 'entered':
      break;
  }
  const { role } = outcome.entrance;
  if (!may(role, action))
    throw new HttpError('not-allowed', `Whoever is here as ${role} may not do this.`);
  return outcome.entrance;
}

/** All actors of the browser, or the one of the token; no plan is asked about. */
export async function callersOf(c: Context, parts: HttpParts): Promise<readonly Caller[]> {
  const found = await identify(parts.access, credentialsIn(c, parts));
  if (found.kind !== 'callers') throw notSignedIn(found.kind);
  return found.callers;
}

/** Where no plan tells which of several actors is meant, a member comes first. */
export function firstOf(callers: readonly Caller[]): Caller {
  const caller = callers.find(({ actor }) => actor.kind === 'member') ?? callers[0];
  if (!caller) throw notSignedIn('nobody');
  return caller;
}

export function credentialsIn(c: Context, parts: HttpParts): Credentials {
  return credentialsOf((name) => c.req.header(name), c.req.query('as'), parts);
}

function notSignedIn(kind: 'nobody' | 'ended'): HttpError {
  return new HttpError(
    'not-signed-in',
    kind === 'nobody' ? 'Sign in or open a link first.' : 'This session has ended.',
  );
}

function remoteAddressOf(c: Context): string | undefined {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress;
}
