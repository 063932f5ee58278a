/** Every call of the API, as the OpenAPI document describes it. A test compares the list with the routes. */

import {
  editsAnswer,
  editsRequest,
  health,
  joined,
  joinRequest,
  linkList,
  me,
  newLinkAnswer,
  newLinkRequest,
  newPlanAnswer,
  newPlanRequest,
  nothing,
  planAnswer,
  planList,
} from '@tandem/shared/protocol/http';
import type { z } from 'zod';

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly request?: z.ZodType;
  readonly status?: 200 | 201;
  /** A schema for JSON, or the media type of a text. */
  readonly answer: z.ZodType | 'text/markdown' | 'text/csv' | 'application/json';
  readonly refusals: readonly number[];
  /** Callable without a credential. */
  readonly isOpen?: boolean;
}

const PLAN = '/api/plans/{id}';
const CSV_OR_TEXT = 'attachment, for a browser to save it';

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/healthz',
    summary: 'Alive, and which schema of documents',
    answer: health,
    refusals: [],
    isOpen: true,
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'The storage answers',
    answer: health,
    refusals: [503],
    isOpen: true,
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This document',
    answer: 'application/json',
    refusals: [],
    isOpen: true,
  },
  {
    method: 'post',
    path: '/api/join',
    summary: 'Come in by a link; sets the cookie of the actor',
    request: joinRequest,
    answer: joined,
    refusals: [400, 403, 404, 413],
    isOpen: true,
  },
  {
    method: 'get',
    path: '/api/me',
    summary: 'The actors that this browser holds',
    query: { plan: 'Only those who may open this plan, with their roles' },
    answer: me,
    refusals: [404],
    isOpen: true,
  },
  {
    method: 'get',
    path: '/api/plans',
    summary: 'The plans that the caller may open',
    query: { cursor: 'From the page before' },
    answer: planList,
    refusals: [401],
  },
  {
    method: 'post',
    path: '/api/plans',
    summary: 'A new plan, from a template or from Markdown; members only',
    request: newPlanRequest,
    status: 201,
    answer: newPlanAnswer,
    refusals: [400, 401, 403, 413, 422],
  },
  {
    method: 'get',
    path: PLAN,
    summary: 'The plan as it stands',
    answer: planAnswer,
    refusals: [401, 404],
  },
  {
    method: 'delete',
    path: PLAN,
    summary: 'Deletes the plan and all that belongs to it; members only',
    answer: nothing,
    refusals: [401, 403, 404],
  },
  {
    method: 'get',
    path: `${PLAN}/markdown`,
    summary: `The plan in the Markdown of the template; ${CSV_OR_TEXT}`,
    answer: 'text/markdown',
    refusals: [401, 404],
  },
  {
    method: 'get',
    path: `${PLAN}/csv`,
    summary: `The steps as a table; ${CSV_OR_TEXT}`,
    answer: 'text/csv',
    refusals: [401, 404],
  },
  {
    method: 'post',
    path: `${PLAN}/edits`,
    summary: 'All of the edits or none, in one transaction by the caller',
    request: editsRequest,
    answer: editsAnswer,
    refusals: [400, 401, 403, 404, 413, 422, 503],
  },
  {
    method: 'get',
    path: `${PLAN}/links`,
    summary: 'The links that let somebody in and that the caller may revoke',
    answer: linkList,
    refusals: [401, 403, 404],
  },
  {
    method: 'post',
    path: `${PLAN}/links`,
    summary: 'A new link; its secret is in this answer only',
    request: newLinkRequest,
    status: 201,
    answer: newLinkAnswer,
    refusals: [400, 401, 403, 404, 413, 422],
  },
  {
    method: 'delete',
    path: `${PLAN}/links/{link}`,
    summary: 'Revokes a link, and ends the sessions of those who came by it',
    answer: nothing,
    refusals: [401, 403, 404],
  },
];
