import type { Joined, Me, PlanList } from '@tandem/shared/protocol/http';
import { beforeAll, describe, expect, test } from 'vitest';
import { Browser, type Refused, secretOf, useServer } from '../support/http-server.ts';

const server = useServer();
const DAY = 24 * 60 * 60 * 1000;
let plan = '';

beforeAll(async () => {
  plan = await server.newPlan();
});

function join(browser: Browser, body: object) {
  return browser.post<Joined & Refused>('/api/join', body);
}

describe('a link of a plan', () => {
  test('lets a guest in, whose role and party are the link’s', async () => {
    const { secret } = await server.newLink(plan, { role: 'viewer', party: 'buyer' });
    const browser = new Browser(server.url);
    const { status, json, headers } = await join(browser, { secret, name: '  Claire Beaumont ' });
    expect(status).toBe(200);
    expect(json).toEqual({ actor: expect.any(String), plan, role: 'viewer', party: 'buyer' });
    const cookie = headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(new RegExp(`^tandem-${json.actor}=[A-Za-z0-9_-]{43}; Path=/; Expires=`));
    expect(cookie).toContain('; HttpOnly; SameSite=Lax');
    const me = await browser.get<Me>(`/api/me?plan=${plan}`);
    expect(me.json.actors).toEqual([
      {
        actor: json.actor,
        name: 'Claire Beaumont',
        party: 'buyer',
        verified: false,
        role: 'viewer',
      },
    ]);
  });

  test('asks for a name of 1 to 80 characters', async () => {
    const { secret } = await server.newLink(plan, { role: 'viewer', party: 'buyer' });
    const browser = new Browser(server.url);
    expect((await join(browser, { secret })).json.error.code).toBe('name-missing');
    for (const name of ['', '   ', 'x'.repeat(81), 7]) {
      const { status, json } = await join(browser, { secret, name });
      expect([status, json.error.code]).toEqual([400, 'malformed']);
    }
    expect((await join(browser, { secret, name: 'x'.repeat(80) })).status).toBe(200);
  });

  test('gives the same browser the same actor, without asking again', async () => {
    const { secret } = await server.newLink(plan, { role: 'editor', party: 'buyer' });
    const browser = new Browser(server.url);
    const first = await join(browser, { secret, name: 'Claire' });
    const again = await join(browser, { secret });
    expect(again.json).toEqual(first.json);
    expect(browser.cookies.size).toBe(1);
    const other = await join(new Browser(server.url), { secret, name: 'Somebody else' });
    expect(other.json.actor).not.toBe(first.json.actor);
  });

  test('is one actor on every device where it was made for an address', async () => {
    const { secret } = await server.newLink(plan, {
      role: 'editor',
      party: 'buyer',
      email: 'Claire@Castellan.example',
    });
    const [first, second] = await Promise.all([
      join(new Browser(server.url), { secret, name: 'Claire' }),
      join(new Browser(server.url), { secret, name: 'Claire B.' }),
    ]);
    expect(second.json.actor).toBe(first.json.actor);
    const phone = new Browser(server.url);
    expect((await join(phone, { secret })).json.actor).toBe(first.json.actor);
    expect((await phone.get(`/api/plans/${plan}`)).status).toBe(200);
  });

  test('that is unknown, expired or revoked is not there', async () => {
    const revoked = await server.newLink(plan, { role: 'viewer', party: 'buyer' });
    await server.member.delete(`/api/plans/${plan}/links/${revoked.id}`);
    const soon = new Date(Date.now() + DAY).toISOString();
    const expired = await server.newLink(plan, { role: 'viewer', party: 'buyer', expiresAt: soon });
    server.advance(DAY + 1);
    for (const secret of [revoked.secret, expired.secret, 'nobody-knows-this']) {
      const { status, json } = await join(new Browser(server.url), { secret, name: 'Claire' });
      expect([status, json.error.code]).toEqual([404, 'link-ended']);
    }
  });

  test('ends the session that it began, when it expires', async () => {
    const expiresAt = new Date(Date.now() + 3 * DAY).toISOString();
    const { secret } = await server.newLink(plan, { role: 'viewer', party: 'buyer', expiresAt });
    const browser = new Browser(server.url);
    await browser.join({ secret, name: 'Claire' });
    expect((await browser.get(`/api/plans/${plan}`)).status).toBe(200);
    server.advance(3 * DAY);
    expect((await browser.get(`/api/plans/${plan}`)).status).toBe(401);
  });
});

describe('a sign-in link', () => {
  test('works once and needs no name', async () => {
    const plans = await server.member.get<PlanList>('/api/plans');
    expect(plans.json.plans[0]?.role).toBe('member');
    expect(server.member.cookies.size).toBe(1);
    const again = await join(new Browser(server.url), { secret: secretOf(server.sellerLink) });
    expect([again.status, again.json.error.code]).toEqual([404, 'link-ended']);
  });
});

describe('a browser with several actors', () => {
  test('is the actor that it names, else the one last used on the plan', async () => {
    const browser = new Browser(server.url);
    const one = await server.newLink(plan, { role: 'viewer', party: 'buyer' });
    const two = await server.newLink(plan, { role: 'editor', party: 'seller' });
    const ann = await browser.join({ secret: one.secret, name: 'Ann' });
    const bob = await browser.join({ secret: two.secret, name: 'Bob' });
    const current = async () => (await browser.get<Me>(`/api/me?plan=${plan}`)).json.current;
    expect(await current()).toBe(bob.actor);
    await browser.get(`/api/plans/${plan}?as=${ann.actor}`);
    expect(await current()).toBe(ann.actor);
    const edits = { edits: [{ type: 'plan/set', title: 'Two people, one browser' }] };
    expect((await browser.post(`/api/plans/${plan}/edits`, edits)).status).toBe(403);
    expect((await browser.post(`/api/plans/${plan}/edits?as=${bob.actor}`, edits)).status).toBe(
      200,
    );
    expect(await current()).toBe(bob.actor);
    const me = await browser.get<Me>('/api/me');
    expect(me.json.actors.map(({ name }) => name).sort()).toEqual(['Ann', 'Bob']);
    expect((await browser.get(`/api/plans/${plan}?as=nobody`)).status).toBe(401);
  });

  test('keeps each guest to the plans that it was let into', async () => {
    const other = await server.newPlan();
    const guest = await server.guest(plan, 'viewer');
    const { json } = await guest.get<PlanList>('/api/plans');
    expect(json.plans.map(({ id }) => id)).toEqual([plan]);
    expect((await guest.get(`/api/plans/${other}`)).status).toBe(404);
    expect((await guest.get(`/api/me?plan=${other}`)).status).toBe(404);
  });
});

test('nobody is signed in: the list of actors is empty, everything else asks for a credential', async () => {
  const nobody = new Browser(server.url);
  expect((await nobody.get(`/api/me?plan=${plan}`)).json).toEqual({ actors: [] });
  const { status, json, headers } = await nobody.get<Refused>(`/api/plans/${plan}`);
  expect([status, json.error.code, headers.get('www-authenticate')]).toEqual([
    401,
    'not-signed-in',
    'Bearer',
  ]);
  const forged = { authorization: 'Bearer nonsense' };
  expect((await server.member.get(`/api/plans/${plan}`, forged)).status).toBe(401);
});
