/** All of HTTP: one resource after the other, the client's files last. */

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LARGEST_BODY, tooLarge } from './body.ts';
import { refuseForeignOrigins } from './caller.ts';
import { clientFiles } from './client-files.ts';
import { csvRoutes } from './csv.ts';
import { editRoutes } from './edits.ts';
import { answerError, answerNotFound, HttpError } from './errors.ts';
import { healthRoutes } from './health.ts';
import { joinRoutes } from './join.ts';
import { linkRoutes } from './links.ts';
import { markdownRoutes } from './markdown.ts';
import { meRoutes } from './me.ts';
import { openApiRoutes } from './openapi.ts';
import { type HttpParts, isSecure } from './parts.ts';
import { planRoutes } from './plans.ts';
import { securityHeaders } from './security-headers.ts';

export function createApp(parts: HttpParts): Hono {
  const app = new Hono();
  app.onError(answerError(parts.log));
  app.notFound(answerNotFound);
  app.use(securityHeaders(isSecure(parts)));
  app.use('/api/*', refuseForeignOrigins(parts));
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: () => {
        throw tooLarge();
      },
    }),
  );
  app.route('/', healthRoutes(parts));
  app.route('/', openApiRoutes(parts));
  app.route('/', joinRoutes(parts));
  app.route('/', meRoutes(parts));
  app.route('/', planRoutes(parts));
  app.route('/', markdownRoutes(parts));
  app.route('/', csvRoutes(parts));
  app.route('/', editRoutes(parts));
  app.route('/', linkRoutes(parts));
  // What a later part brings is missing for programs too: never the client's page.
  app.all('/api/*', answerNotFound);
  app.all('/dev/*', answerNotFound);
  app.all('/metrics', answerNotFound);
  app.all('/sync/*', () => {
    throw new HttpError('malformed', 'Here is a WebSocket: ask for an upgrade.');
  });
  app.use(clientFiles(parts.clientFolder));
  return app;
}
