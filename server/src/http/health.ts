import { SCHEMA } from '@tandem/shared/doc/layout';
import type { Health } from '@tandem/shared/protocol/http';
import { Hono } from 'hono';
import { HttpError } from './errors.ts';
import type { HttpParts } from './parts.ts';

const HEALTH: Health = { schema: SCHEMA };

export function healthRoutes({ access, log }: HttpParts): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json(HEALTH))
    .get('/readyz', async (c) => {
      try {
        await access.storage.ping();
      } catch (error) {
        log.error({ err: error }, 'storage does not answer');
        throw new HttpError('unavailable', 'The storage does not answer.');
      }
      return c.json(HEALTH);
    });
}
