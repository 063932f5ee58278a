import { describe, expect, test } from 'vitest';
import { createApp } from '../../server/src/http/app.ts';
import { openApiDocument } from '../../server/src/http/openapi.ts';
import { OPERATIONS } from '../../server/src/http/operations.ts';
import type { HttpParts } from '../../server/src/http/parts.ts';
import { useServer } from '../support/http-server.ts';

const server = useServer();

interface Described {
  readonly operationId: string;
  readonly parameters: readonly { name: string; in: string; required?: boolean }[];
  readonly responses: Readonly<Record<string, unknown>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Described>>>>;
const document = openApiDocument();
const paths = document.paths as Paths;
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

test('the document describes every route that answers, and no other', () => {
  // The routes are all there before anything is asked of the parts.
  const app = createApp({ publicUrl: 'http://localhost', access: {} } as unknown as HttpParts);
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  const described = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect([...new Set(routes)].sort()).toEqual([...described].sort());
});

test('the document is served as it is made', async () => {
  const { json, headers } = await server.member.get<{ openapi: string }>('/api/openapi.json');
  expect(headers.get('content-type')).toBe('application/json');
  expect(json).toEqual(JSON.parse(JSON.stringify(document)));
  expect(json.openapi).toBe('3.1.0');
});

describe('the document is valid OpenAPI', () => {
  test('operations have ids of their own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z][A-Za-z]+$/.test(id))).toBe(true);
  });

  test('every parameter in a path is declared, and required', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(inPath);
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  test('every operation says what it answers', () => {
    for (const { operation } of operations) {
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^20[01]$/)]),
      );
    }
  });

  test('every reference leads somewhere', () => {
    const references: string[] = [];
    JSON.stringify(document, (key, value: unknown) => {
      if (key === '$ref') references.push(String(value));
      return value;
    });
    const missing = references.filter((reference) => {
      const keys = reference.replace(/^#\//, '').split('/');
      let at: unknown = document;
      for (const key of keys) at = (at as Record<string, unknown> | undefined)?.[key];
      return at === undefined;
    });
    expect(missing).toEqual([]);
  });

  test('an edit is a union told by its type', () => {
    const text = JSON.stringify(paths['/api/plans/{id}/edits']);
    for (const type of ['step/set-due', 'steps/shift', 'key-date/set', 'plan/set-blackout']) {
      expect(text).toContain(`"const":"${type}"`);
    }
  });
});
