import {
  type Link,
  type LinkList,
  type NewLinkAnswer,
  newLinkRequest,
} from '@tandem/shared/protocol/http';
import { Hono } from 'hono';
import type { Entrance } from '../access/enter-plan.ts';
import { joinUrl, makeLink, openLinks } from '../access/links.ts';
import { mayGiveLink } from '../access/roles.ts';
import { timestamp } from '../clock.ts';
import type { LinkRow } from '../storage/storage.ts';
import { readBody } from './body.ts';
import { enter } from './caller.ts';
import { HttpError, notFound } from './errors.ts';
import type { HttpParts } from './parts.ts';

export function linkRoutes(parts: HttpParts): Hono {
  const { access, sync, publicUrl } = parts;
  return new Hono()
    .get('/api/plans/:id/links', async (c) => {
      const entrance = await enter(c, parts, 'list-links');
      const links = await openLinks(access, entrance.plan.id);
      const seen = links.filter((link) => mayGiveLink(entrance, link));
      const answer: LinkList = { links: await Promise.all(seen.map((link) => shown(parts, link))) };
      return c.json(answer);
    })
    .post('/api/plans/:id/links', async (c) => {
      const entrance = await enter(c, parts, 'make-link');
      const body = await readBody(c, newLinkRequest);
      if (!mayGiveLink(entrance, body)) {
        throw new HttpError('not-allowed', 'You can invite your own party, up to what you may do.');
      }
      const { id, secret } = await makeLink(access, {
        plan: entrance.plan.id,
        role: body.role,
        party: body.party,
        createdBy: entrance.caller.actor.id,
        email: body.email,
        expiresAt: futureInstant(parts, body.expiresAt),
      });
      const answer: NewLinkAnswer = { id, url: joinUrl(publicUrl, secret) };
      return c.json(answer, 201);
    })
    .delete('/api/plans/:id/links/:link', async (c) => {
      const entrance = await enter(c, parts, 'revoke-link');
      const link = await access.storage.findLink(c.req.param('link'));
      if (!link || !isOpenTo(entrance, link)) throw notFound('No such link');
      const isRevoked = await access.storage.revokeLink(link.id, timestamp(access.clock));
      if (!isRevoked) throw notFound('No such link');
      access.revocations.count += 1;
      sync.closeWhere(
        ({ identity }) => identity.link === link.id,
        'notAllowed',
        'The link you came by was revoked.',
      );
      return c.json({});
    });
}

function isOpenTo(entrance: Entrance, link: LinkRow): boolean {
  return link.plan === entrance.plan.id && mayGiveLink(entrance, link);
}

function futureInstant({ access }: HttpParts, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const instant = new Date(text);
  if (instant.getTime() <= access.clock.now().getTime()) {
    throw new HttpError('refused', 'The link would have expired already.', { code: 'in-the-past' });
  }
  return instant.toISOString();
}

async function shown({ access: { storage } }: HttpParts, link: LinkRow): Promise<Link> {
  const author = await storage.findActor(link.createdBy);
  const joinedBy = await storage.findActorOfLink(link.id);
  return {
    id: link.id,
    role: link.role,
    party: link.party,
    ...(link.email === null ? {} : { email: link.email }),
    createdAt: link.createdAt,
    createdBy: { id: link.createdBy, name: author?.name ?? '' },
    ...(link.expiresAt === null ? {} : { expiresAt: link.expiresAt }),
    ...(joinedBy ? { joinedBy: { id: joinedBy.id, name: joinedBy.name } } : {}),
  };
}
