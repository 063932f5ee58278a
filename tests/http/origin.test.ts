import { beforeAll, describe, expect, test } from 'vitest';
import { type Refused, useServer } from '../support/http-server.ts';

const server = useServer();
let plan = '';
const body = { edits: [{ type: 'plan/set', title: 'Changed' }] };

beforeAll(async () => {
  plan = await server.newPlan({ template: 'blank' });
});

const post = (headers: Readonly<Record<string, string>>) =>
  server.member.post<Refused>(`/api/plans/${plan}/edits`, body, headers);

describe('a request that changes something', () => {
  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ])('from a foreign page is refused: %j', async (headers) => {
    const { status, json } = await post(headers as unknown as Record<string, string>);
    expect([status, json.error.code]).toEqual([403, 'foreign-origin']);
  });

  test('from our own pages is let through', async () => {
    const port = new URL(server.url).port;
    for (const headers of [
      {},
      { origin: `http://localhost:${port}` },
      { origin: `http://127.0.0.1:${port}` },
      { 'sec-fetch-site': 'same-origin' },
    ]) {
      expect((await post(headers as Record<string, string>)).status).toBe(200);
    }
  });

  test('of a program needs no origin, for a token does not go along by itself', async () => {
    const headers = { authorization: 'Bearer nonsense', origin: 'https://evil.example' };
    expect((await post(headers)).status).toBe(401);
  });
});

test('reading is open to any page that the browser’s own rules let read', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  const answer = await server.member.get(`/api/plans/${plan}`, headers);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('joining from a foreign page is refused, so that nobody is signed in as another', async () => {
  const headers = { origin: 'https://evil.example' };
  const request = { secret: 'x', name: 'y' };
  expect((await server.member.post('/api/join', request, headers)).status).toBe(403);
});
