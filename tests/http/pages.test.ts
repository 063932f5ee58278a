import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Browser, type Refused, useServer } from '../support/http-server.ts';
import { root } from '../support/sources.ts';

const server = useServer();
const assets = join(root, 'client/dist/assets');
const page = () => new Browser(server.url);

describe.runIf(existsSync(assets))('the client', () => {
  test.each(['/', '/plans/some-id?as=me', '/join', '/anything/else'])(
    '%s is the app, asked for anew each time',
    async (path) => {
      const { status, headers, text } = await page().get(path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(text).toContain('<div id="root">');
      const known = { 'if-none-match': headers.get('etag') ?? '' };
      expect((await page().get(path, known)).status).toBe(304);
    },
  );

  test('has assets that are kept for ever, compressed where asked', async () => {
    const script = readdirSync(assets).find((name) => name.endsWith('.js')) ?? '';
    const { headers } = await page().get(`/assets/${script}`, { 'accept-encoding': 'gzip' });
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  test.each([
    '/assets/missing.js',
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/.built-from',
    '/%00',
    '/%ff.js',
  ])('%s is not there', async (path) => {
    const { status, json } = await page().get<Refused>(path);
    expect([status, json.error.code]).toEqual([404, 'not-found']);
  });
});

test.each(['/api/nothing', '/api/plans/x/ledger/y', '/api/settings', '/metrics', '/dev/mail'])(
  '%s is not there for programs',
  async (path) => {
    const { status, json } = await server.member.get<Refused>(path);
    expect([status, json.error.code]).toEqual([404, 'not-found']);
  },
);

test('the health of the server is open to all', async () => {
  for (const path of ['/healthz', '/readyz']) {
    expect((await page().get(path)).json).toEqual({ schema: expect.any(Number) });
  }
});

test.each(['/', '/api/me', '/api/plans/x'])(
  '%s carries the headers that protect it',
  async (path) => {
    const { headers } = await page().get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  },
);

test('a request that offers HTTP/2 is answered as if it had not', async () => {
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' };
  const [answer] = (await once(get(`${server.url}/healthz`, { headers }), 'response')) as [
    IncomingMessage,
  ];
  answer.resume();
  expect(answer.statusCode).toBe(200);
});
