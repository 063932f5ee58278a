import type { LinkRole } from '@tandem/shared/protocol/http';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../support/http-server.ts';
import { useServer } from '../support/http-server.ts';

const server = useServer();
let plan = '';

beforeAll(async () => {
  plan = await server.newPlan();
});

type Act = (browser: Browser) => Promise<number>;
const status = async (answer: Promise<{ status: number }>): Promise<number> =>
  (await answer).status;
const link =
  (role: string, party: string): Act =>
  (browser) =>
    status(browser.post(`/api/plans/${plan}/links`, { role, party }));

const ACTS: Readonly<Record<string, Act>> = {
  read: (browser) => status(browser.get(`/api/plans/${plan}`)),
  'read as Markdown': (browser) => status(browser.get(`/api/plans/${plan}/markdown`)),
  'read as CSV': (browser) => status(browser.get(`/api/plans/${plan}/csv`)),
  edit: (browser) =>
    status(browser.post(`/api/plans/${plan}/edits`, { edits: [{ type: 'plan/set', title: 'T' }] })),
  'list links': (browser) => status(browser.get(`/api/plans/${plan}/links`)),
  'invite an editor of the own party': link('editor', 'buyer'),
  'invite a viewer of the own party': link('viewer', 'buyer'),
  'invite the other party': link('viewer', 'seller'),
  'make a member by a link': link('member', 'buyer'),
  'make a plan': (browser) => status(browser.post('/api/plans', { template: 'blank' })),
  'delete the plan': async (browser) => {
    // The member must delete one that nobody needs any more.
    const doomed = browser === server.member ? await server.newPlan({ template: 'blank' }) : plan;
    return status(browser.delete(`/api/plans/${doomed}`));
  },
};

/** Statuses in the order viewer, commenter, editor (all of the buyer's party), member. */
const TABLE: Readonly<Record<keyof typeof ACTS, readonly [number, number, number, number]>> = {
  read: [200, 200, 200, 200],
  'read as Markdown': [200, 200, 200, 200],
  'read as CSV': [200, 200, 200, 200],
  edit: [403, 403, 200, 200],
  'list links': [403, 403, 200, 200],
  'invite an editor of the own party': [403, 403, 201, 201],
  'invite a viewer of the own party': [403, 403, 201, 201],
  'invite the other party': [403, 403, 403, 201],
  'make a member by a link': [403, 403, 400, 400],
  'make a plan': [403, 403, 403, 201],
  'delete the plan': [403, 403, 403, 200],
};

describe.each([
  ['viewer', 0],
  ['commenter', 1],
  ['editor', 2],
  ['member', 3],
] as const)('a %s', (role, column) => {
  test.each(Object.keys(ACTS))('%s', async (act) => {
    const isMember = role === 'member';
    const browser = isMember ? server.member : await server.guest(plan, role as LinkRole);
    expect(await ACTS[act]?.(browser)).toBe(TABLE[act]?.[column]);
  });
});

test('an editor revokes links of the own party and does not see those of the other', async () => {
  const editor = await server.guest(plan, 'editor', 'buyer');
  const own = await server.newLink(plan, { role: 'viewer', party: 'buyer' });
  const other = await server.newLink(plan, { role: 'viewer', party: 'seller' });
  const { json } = await editor.get<{ links: { id: string }[] }>(`/api/plans/${plan}/links`);
  const ids = json.links.map(({ id }) => id);
  expect(ids).toContain(own.id);
  expect(ids).not.toContain(other.id);
  expect((await editor.delete(`/api/plans/${plan}/links/${own.id}`)).status).toBe(200);
  expect((await editor.delete(`/api/plans/${plan}/links/${other.id}`)).status).toBe(404);
  expect((await editor.delete(`/api/plans/${plan}/links/${own.id}`)).status).toBe(404);
});
