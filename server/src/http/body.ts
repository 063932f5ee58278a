import type { Context } from 'hono';
import type { z } from 'zod';
import { HttpError, malformed } from './errors.ts';

/** The bytes of a request, at most. A plan of 300 steps as Markdown has about 60 kB. */
export const LARGEST_BODY = 2 * 1024 * 1024;

export async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    // The body limit ends a stream that is longer than it said.
    if (error instanceof HttpError) throw error;
    if (error instanceof Error && error.name === 'BodyLimitError') throw tooLarge();
    throw new HttpError('malformed', 'The body is no JSON.');
  }
}

export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  return parseBody(await readJson(c), schema);
}

export function parseBody<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw malformed(parsed.error);
  return parsed.data;
}

export function tooLarge(): HttpError {
  return new HttpError('too-large', `A request holds at most ${LARGEST_BODY / 1024 / 1024} MiB.`);
}
