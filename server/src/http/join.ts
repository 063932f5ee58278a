import { type Joined, joinRequest } from '@tandem/shared/protocol/http';
import { Hono } from 'hono';
import { writeCookie } from '../access/cookies.ts';
import { join } from '../access/join.ts';
import { readBody } from './body.ts';
import { credentialsIn } from './caller.ts';
import { HttpError } from './errors.ts';
import { type HttpParts, isSecure } from './parts.ts';

export function joinRoutes(parts: HttpParts): Hono {
  return new Hono().post('/api/join', async (c) => {
    const body = await readBody(c, joinRequest);
    const { cookies } = credentialsIn(c, parts);
    const outcome = await join(parts.access, { ...body, cookies });
    if (outcome.kind === 'ended') {
      throw new HttpError('link-ended', 'This link is not valid (any more). Ask for a new one.');
    }
    if (outcome.kind === 'name-missing') {
      throw new HttpError('malformed', 'Say your name, so that others know who is here.', {
        code: 'name-missing',
      });
    }
    const { actor, plan, role, party, cookie, expiresAt } = outcome;
    c.header('Set-Cookie', writeCookie(cookie, isSecure(parts), new Date(expiresAt)));
    const joined: Joined = { actor, ...(plan === undefined ? {} : { plan }), role, party };
    return c.json(joined);
  });
}
