import { newPlanAnswer, planAnswer, planList } from '@tandem/shared/protocol/http';
import { DEAL_STAGES } from '@tandem/shared/templates/before-creating';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Refused, useServer } from '../support/http-server.ts';

const server = useServer();

describe('a new plan', () => {
  test('comes from a template, with dates counted from evaluation start', async () => {
    const { status, json, headers } = await server.member.post<{ id: string; url: string }>(
      '/api/plans',
      {
        template: 'enterprise',
        seller: 'Acme',
        buyer: 'Northwind',
        value: 90_000,
        currency: 'EUR',
        evaluationStart: '2027-01-11',
        timeZone: 'Europe/Oslo',
        stage: 'proposal',
      },
    );
    expect(status).toBe(201);
    expect(newPlanAnswer.parse(json)).toEqual(json);
    expect(json.url).toMatch(new RegExp(`^http://localhost:\\d+/plans/${json.id}$`));
    expect(headers.get('location')).toBe(`/api/plans/${json.id}`);
    const read = await server.member.get(`/api/plans/${json.id}`);
    const { revision, epoch, plan } = planAnswer.parse(read.json);
    expect([revision, epoch]).toEqual([1, 1]);
    expect(plan).toMatchObject({
      title: 'Mutual Action Plan: Acme + Northwind',
      template: 'enterprise',
      timeZone: 'Europe/Oslo',
      value: 90_000,
    });
    expect(plan.steps).toHaveLength(12);
    expect(plan.steps.every(({ due }) => due !== undefined)).toBe(true);
    // The stage is the seller's own (X19): no word of it in what both parties read.
    expect(read.text).not.toContain('"stage"');
  });

  test('has the four key dates that were given', async () => {
    const id = await server.newPlan({
      template: 'standard',
      evaluationStart: '2027-01-11',
      decision: '2027-03-12',
      signature: '2027-04-16',
      goLive: '2027-05-03',
      purpose: 'Multi-stakeholder deals',
    });
    const { json, text } = await server.member.get(`/api/plans/${id}`);
    const { keyDates } = planAnswer.parse(json).plan;
    expect(Object.fromEntries(keyDates.map(({ id: key, date }) => [key, date]))).toEqual({
      'evaluation-start': '2027-01-11',
      decision: '2027-03-12',
      signature: '2027-04-16',
      'go-live': '2027-05-03',
    });
    // Why a plan is worth making is the seller's own, as the stage is.
    expect(text).not.toContain('Multi-stakeholder');
  });

  test('takes the template that fits the value where none is named', async () => {
    const id = await server.newPlan({ value: 30_000 });
    const { json } = await server.member.get(`/api/plans/${id}`);
    expect(planAnswer.parse(json).plan.template).toBe('mid-market');
  });

  test.each(DEAL_STAGES)('may be made at the stage %s', async (stage) => {
    expect(await server.newPlan({ template: 'blank', stage })).toMatch(/^[0-9A-Za-z]{16}$/);
  });

  test.each([
    [400, 'malformed', { template: 'gigantic' }],
    [400, 'malformed', { value: -1 }],
    [400, 'malformed', { stage: 'someday' }],
    [400, 'malformed', { markdown: 7 }],
    [400, 'malformed', []],
    [422, 'impossible-date', { evaluationStart: '2027-02-30' }],
    [422, 'impossible-date', { signature: 'soon' }],
    [422, 'impossible-date', { decision: '2027-13-01' }],
    [422, 'impossible-date', { goLive: '31.12.2027' }],
    [422, 'unknown-time-zone', { timeZone: 'Europe/Atlantis' }],
  ])('answers %i %s to %j', async (status, code, body) => {
    const answer = await server.member.post<Refused>('/api/plans', body);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
  });
});

describe('plans', () => {
  let plan = '';
  beforeAll(async () => {
    plan = await server.newPlan();
  });

  test('are listed newest first, page by page', async () => {
    for (let i = 0; i < 52; i += 1) await server.newPlan({ template: 'blank', title: `Plan ${i}` });
    const first = planList.parse((await server.member.get('/api/plans')).json);
    expect(first.plans).toHaveLength(50);
    expect(first.plans[0]).toMatchObject({ title: 'Plan 51', role: 'member', party: 'seller' });
    const second = planList.parse(
      (await server.member.get(`/api/plans?cursor=${encodeURIComponent(first.cursor ?? '')}`)).json,
    );
    expect(second.cursor).toBeUndefined();
    const ids = [...first.plans, ...second.plans].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(plan);
  });

  test('are deleted with everything that is theirs', async () => {
    const id = await server.newPlan();
    const guest = await server.guest(id, 'viewer');
    expect((await server.member.delete(`/api/plans/${id}`)).json).toEqual({});
    expect((await server.member.get(`/api/plans/${id}`)).status).toBe(404);
    expect((await server.member.delete(`/api/plans/${id}`)).status).toBe(404);
    expect((await guest.get(`/api/plans/${id}`)).status).toBe(401);
  });

  test('that nobody made are not there, whatever is asked of them', async () => {
    for (const path of ['', '/markdown', '/csv', '/links']) {
      const { status, json } = await server.member.get<Refused>(`/api/plans/nothing-here${path}`);
      expect([status, json.error.code]).toEqual([404, 'not-found']);
    }
  });

  test('leave as Markdown and as a table of their steps', async () => {
    const markdown = await server.member.get(`/api/plans/${plan}/markdown`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.headers.get('content-disposition')).toContain("filename*=UTF-8''");
    expect(markdown.text).toContain('# Mutual Action Plan');
    const csv = await server.member.get(`/api/plans/${plan}/csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\n').length).toBeGreaterThan(10);
  });

  test('come from Markdown, with a report of what was kept as text', async () => {
    const markdown = [
      '# Mutual Action Plan: Acme + Northwind',
      '',
      'Something that belongs to no table.',
      '',
      '## Steps',
      '| # | Action | Owner | Due date | Status |',
      '|---|--------|-------|----------|--------|',
      '| 1 | Technical deep-dive | Dana Ruiz | 2027-01-18 | Complete |',
      '',
    ].join('\n');
    const made = await server.member.post<{ id: string; report: { found: { steps: number } } }>(
      '/api/plans',
      { markdown },
    );
    expect(made.status).toBe(201);
    expect(newPlanAnswer.parse(made.json)).toEqual(made.json);
    expect(made.json.report.found.steps).toBe(1);
    const { plan } = planAnswer.parse((await server.member.get(`/api/plans/${made.json.id}`)).json);
    expect(plan.steps[0]).toMatchObject({ title: 'Technical deep-dive', due: '2027-01-18' });
  });

  test('with dates that could be either are refused until somebody says which', async () => {
    const markdown =
      '# Plan: A + B\n\n## Steps\n| # | Action | Due date |\n|-|-|-|\n| 1 | Call | 03/04/2027 |\n';
    const refused = await server.member.post<Refused>('/api/plans', { markdown });
    expect([refused.status, refused.json.error.code]).toEqual([422, 'ambiguous-dates']);
    const made = await server.member.post<{ id: string }>('/api/plans', { markdown, dates: 'dmy' });
    const { plan } = planAnswer.parse((await server.member.get(`/api/plans/${made.json.id}`)).json);
    expect(plan.steps[0]?.due).toBe('2027-04-03');
  });
});
