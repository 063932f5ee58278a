/** How a request is refused: one shape, stable codes. `docs/http-api.md` lists them. */

import type { ErrorBody } from '@tandem/shared/protocol/http';
import type { ErrorHandler, NotFoundHandler } from 'hono';
import type { z } from 'zod';
import type { Log } from '../log.ts';

const STATUS = {
  malformed: 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'link-ended': 404,
  conflict: 409,
  'too-large': 413,
  refused: 422,
  'too-many': 429,
  'internal-error': 500,
  unavailable: 503,
} as const;
type Refused = keyof typeof STATUS;

export interface ErrorDetails {
  /** More exact than the kind of refusal: `impossible-date` for `refused`. */
  readonly code?: string;
  /** Which of the edits. */
  readonly index?: number;
  /** Seconds, for `too-many`. */
  readonly retryAfter?: number;
}

/** Thrown by a resource, answered by `answerError`. */
export class HttpError extends Error {
  readonly refused: Refused;
  readonly details: ErrorDetails;

  constructor(refused: Refused, message: string, details: ErrorDetails = {}) {
    super(message);
    this.refused = refused;
    this.details = details;
  }
}

export function notFound(what = 'Nothing'): HttpError {
  return new HttpError('not-found', `${what} is here, or not for you.`);
}

/** The first thing that a schema found wrong, in words, with the edit at fault where the path names one. */
export function malformed(error: z.ZodError): HttpError {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const place = path.length === 0 ? 'The body' : path.map(String).join('.');
  const index = path[0] === 'edits' && typeof path[1] === 'number' ? { index: path[1] } : {};
  return new HttpError('malformed', `${place}: ${issue?.message ?? 'is not valid'}`, index);
}

function bodyOf(error: HttpError): ErrorBody {
  const { code = error.refused, index } = error.details;
  return { error: { code, message: error.message, ...(index === undefined ? {} : { index }) } };
}

export function answerError(log: Log): ErrorHandler {
  return (error, c) => {
    const known = error instanceof HttpError ? error : undefined;
    if (!known) log.error({ err: error, path: c.req.path }, 'a request failed');
    const answer =
      known ?? new HttpError('internal-error', 'Something went wrong here. Try again.');
    if (answer.refused === 'not-signed-in') c.header('WWW-Authenticate', 'Bearer');
    // The rest of a body that nobody reads stands in the way of the next request on this connection.
    if (answer.refused === 'too-large') c.header('Connection', 'close');
    if (answer.details.retryAfter !== undefined) {
      c.header('Retry-After', String(answer.details.retryAfter));
    }
    return c.json(bodyOf(answer), STATUS[answer.refused]);
  };
}

export const answerNotFound: NotFoundHandler = (c) => c.json(bodyOf(notFound()), 404);
