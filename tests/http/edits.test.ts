import { planAnswer } from '@tandem/shared/protocol/http';
import { beforeAll, expect, test } from 'vitest';
import { type Refused, useServer } from '../support/http-server.ts';

const server = useServer();
let plan = '';
let step = '';

const read = async () => planAnswer.parse((await server.member.get(`/api/plans/${plan}`)).json);
const edit = (...edits: unknown[]) =>
  server.member.post<{ revision: number } & Refused>(`/api/plans/${plan}/edits`, { edits });

beforeAll(async () => {
  plan = await server.newPlan();
  step = (await read()).plan.steps[0]?.id ?? '';
});

test('edits are one transaction and one revision', async () => {
  const before = await read();
  const { status, json } = await edit(
    { type: 'step/set-due', step, due: '2027-03-03', reason: 'The board meets later' },
    { type: 'step/set-status', step, status: 'blocked', blocked: { needs: 'a signature' } },
    { type: 'step/add', title: 'Another', step: 'added-by-a-program', after: step },
  );
  expect([status, json]).toEqual([200, { revision: before.revision + 1 }]);
  const after = await read();
  expect(after.revision).toBe(before.revision + 1);
  expect(after.plan.steps[0]).toMatchObject({
    due: '2027-03-03',
    dueReason: 'The board meets later',
    status: 'blocked',
    blocked: { needs: 'a signature' },
  });
  expect(after.plan.steps[1]).toMatchObject({ id: 'added-by-a-program', title: 'Another' });
});

test('all or nothing: one that is refused keeps out the others', async () => {
  const before = await read();
  const { status, json } = await edit(
    { type: 'step/set-title', step, title: 'Never seen' },
    { type: 'step/set-title', step: 'nobody', title: 'X' },
  );
  expect([status, json.error.code, json.error.index]).toEqual([422, 'unknown-id', 1]);
  expect(await read()).toEqual(before);
});

test.each([
  [422, 'impossible-date', { type: 'step/set-due', due: '2027-02-29' }],
  [422, 'impossible-date', { type: 'step/set-due', due: 'tomorrow' }],
  [422, 'unknown-id', { type: 'step/set-predecessors', predecessors: ['nobody'] }],
  [422, 'unknown-id', { type: 'key-date/set', keyDate: 'nobody', date: '2027-01-01' }],
  [422, 'invalid-value', { type: 'plan/set', value: -3 }],
  [400, 'malformed', { type: 'step/explode' }],
  [400, 'malformed', { type: 'step/set-due' }],
  [400, 'malformed', { type: 'step/set-status', status: 'finished' }],
  [400, 'malformed', 'step/set-due'],
])('answers %i %s, and which edit, to %j', async (status, code, bad) => {
  const good = { type: 'plan/set', title: 'Never seen' };
  const answer = await edit(good, typeof bad === 'string' ? bad : { step, ...bad });
  expect([answer.status, answer.json.error.code, answer.json.error.index]).toEqual([
    status,
    code,
    1,
  ]);
});

test('a body that is no JSON, none at all, no list or too long is malformed or too large', async () => {
  const path = `/api/plans/${plan}/edits`;
  const json = { 'content-type': 'application/json' };
  for (const body of ['{', '', '[]', '{"edits":[]}', 'null']) {
    const { status } = await server.member.send('POST', path, body, json);
    expect([body, status]).toEqual([body, 400]);
  }
  const large = JSON.stringify({
    edits: [{ type: 'plan/set', title: 'x'.repeat(2 * 1024 * 1024) }],
  });
  const answer = await server.member.send<Refused>('POST', path, large, json);
  expect([answer.status, answer.json.error.code]).toEqual([413, 'too-large']);
});

test('a body whose length nobody told is read up to the same limit', async () => {
  const part = new TextEncoder().encode('x'.repeat(256 * 1024));
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > 12) controller.close();
      else controller.enqueue(part);
    },
  });
  const response = await fetch(`${server.url}/api/plans/${plan}/edits`, {
    method: 'POST',
    headers: { cookie: server.member.cookie },
    body,
    duplex: 'half',
  } as RequestInit);
  expect(response.status).toBe(413);
});

test('a browser goes on after a body that was too large', async () => {
  const { json } = await edit({ type: 'plan/set', title: 'By the member' });
  expect(json.revision).toBeGreaterThan(1);
  expect((await read()).plan.title).toBe('By the member');
});
