import { exportMarkdown } from '@tandem/shared/interchange/export-markdown';
import { Hono } from 'hono';
import { enter } from './caller.ts';
import { notFound } from './errors.ts';
import { fileHeaders } from './file-headers.ts';
import type { HttpParts } from './parts.ts';

export function markdownRoutes(parts: HttpParts): Hono {
  return new Hono().get('/api/plans/:id/markdown', async (c) => {
    const { plan } = await enter(c, parts, 'read');
    const stored = await parts.writer.read(plan.id);
    if (stored === 'gone') throw notFound('No such plan');
    const headers = fileHeaders(stored.plan.title, 'md', 'text/markdown');
    return c.body(exportMarkdown(stored.plan), 200, headers);
  });
}
