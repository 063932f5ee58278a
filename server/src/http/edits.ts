import { type EditsAnswer, editsRequest } from '@tandem/shared/protocol/http';
import { Hono } from 'hono';
import { readBody } from './body.ts';
import { enter } from './caller.ts';
import { HttpError, notFound } from './errors.ts';
import type { HttpParts } from './parts.ts';

export function editRoutes(parts: HttpParts): Hono {
  return new Hono().post('/api/plans/:id/edits', async (c) => {
    const { plan, caller } = await enter(c, parts, 'edit');
    const { edits } = await readBody(c, editsRequest);
    const result = await parts.sync.applyEdits(plan.id, edits, caller.actor.id);
    if (result.kind === 'gone') throw notFound('No such plan');
    if (result.kind === 'unavailable')
      throw new HttpError('unavailable', 'The server cannot write right now. Try again later.');
    if (result.kind === 'refused') {
      const { code, index } = result;
      throw new HttpError('refused', result.message, { code, index });
    }
    const answer: EditsAnswer = { revision: result.revision };
    return c.json(answer);
  });
}
