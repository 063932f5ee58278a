import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { Browser, secretOf, useServer } from '../support/http-server.ts';
import { PROJECT } from '../support/server-process.ts';

const PUBLIC_URL = 'https://plans.example';
const server = useServer({ PUBLIC_URL, TRUSTED_PROXY: '127.0.0.1' });

test('under https cookies are bound to the host, and requests come from it', async () => {
  const args = ['server/src/cli.ts', 'sign-in', 'maya@acme.example'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: PROJECT,
    env: { ...process.env, DATA_DIR: server.dataDir },
  });
  expect(stdout).toMatch(/^https:\/\/plans\.example\/join#/);
  const browser = new Browser(server.url);
  const { headers } = await browser.post('/api/join', { secret: secretOf(stdout.trim()) });
  const cookie = headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(/^__Host-tandem-[\w-]+=/);
  expect(cookie).toMatch(/; Path=\/;.*; Secure$/);

  const make = async (given: Readonly<Record<string, string>>) =>
    (await browser.post('/api/plans', { template: 'blank' }, given)).status;
  expect(await make({ origin: PUBLIC_URL })).toBe(201);
  expect(await make({ origin: 'https://evil.example' })).toBe(403);
  // The proxy that is trusted says under which host it was asked.
  const other = { origin: 'https://other.example', 'x-forwarded-host': 'other.example' };
  expect(await make(other)).toBe(201);
});
