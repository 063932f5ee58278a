import { exportStepsCsv } from '@tandem/shared/interchange/export-steps-csv';
import { Hono } from 'hono';
import { enter } from './caller.ts';
import { notFound } from './errors.ts';
import { fileHeaders } from './file-headers.ts';
import type { HttpParts } from './parts.ts';

export function csvRoutes(parts: HttpParts): Hono {
  return new Hono().get('/api/plans/:id/csv', async (c) => {
    const { plan } = await enter(c, parts, 'read');
    const stored = await parts.writer.read(plan.id);
    if (stored === 'gone') throw notFound('No such plan');
    const headers = fileHeaders(stored.plan.title, 'csv', 'text/csv');
    return c.body(exportStepsCsv(stored.plan), 200, headers);
  });
}
