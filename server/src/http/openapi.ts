/** `GET /api/openapi.json`, made of the same schemas that parse the requests. */

import { errorBody } from '@tandem/shared/protocol/http';
import { Hono } from 'hono';
import { z } from 'zod';
import { OPERATIONS, type Operation } from './operations.ts';
import type { HttpParts } from './parts.ts';

const REASONS: Readonly<Record<number, string>> = {
  400: 'Malformed',
  401: 'No credential, or one that has ended',
  403: 'Not allowed, or from a foreign page',
  404: 'Not here, or not for the caller to know',
  413: 'Too large',
  422: 'Well-formed, but refused',
  503: 'Not now',
};

let text: string | undefined;

export function openApiRoutes(_parts: HttpParts): Hono {
  return new Hono().get('/api/openapi.json', (c) => {
    text ??= JSON.stringify(openApiDocument());
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}

export function openApiDocument(): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    const item = paths[operation.path] ?? {};
    item[operation.method] = describe(operation);
    paths[operation.path] = item;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tandem', version: '1', description: 'See docs/http-api.md.' },
    security: [{ token: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: { Error: jsonSchema(errorBody, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'tandem-ACTOR',
          description: 'One cookie per actor; under https its name begins with __Host-',
        },
      },
    },
  };
}

function describe(operation: Operation): unknown {
  const { method, path, summary, request, answer, status = 200, refusals, isOpen } = operation;
  const schema = typeof answer === 'string' ? answerText(answer) : jsonSchema(answer, 'output');
  const mediaType = typeof answer === 'string' ? answer : 'application/json';
  return {
    operationId: `${method}${path.replaceAll(/[^A-Za-z]+(\w?)/g, (_, next: string) => next.toUpperCase())}`,
    summary,
    ...(isOpen ? { security: [] } : {}),
    parameters: parametersOf(operation),
    ...(request
      ? { requestBody: { required: true, content: json(jsonSchema(request, 'input')) } }
      : {}),
    responses: {
      [status]: { description: 'Done', content: { [mediaType]: { schema } } },
      ...Object.fromEntries(refusals.map((code) => [code, refusal(code)])),
    },
  };
}

function parametersOf({ path, query = {}, isOpen }: Operation): readonly unknown[] {
  const string = { type: 'string' };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].flatMap((match) => match[1] ?? []);
  const questions = isOpen ? query : { ...query, as: 'Which of the browser’s actors asks' };
  return [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: string })),
    ...Object.entries(questions).map(([name, description]) => ({
      name,
      in: 'query',
      description,
      schema: string,
    })),
  ];
}

function answerText(mediaType: string): unknown {
  return mediaType === 'application/json' ? { type: 'object' } : { type: 'string' };
}

function refusal(code: number): unknown {
  return {
    description: REASONS[code] ?? 'Refused',
    content: json({ $ref: '#/components/schemas/Error' }),
  };
}

function json(schema: unknown): unknown {
  return { 'application/json': { schema } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  // The dialect is that of OpenAPI 3.1 itself and need not be named in every schema.
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
}
