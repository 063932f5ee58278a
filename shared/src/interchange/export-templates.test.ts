import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../plan/calendar-date.ts';
import { START_MODES, TEMPLATE_IDS, VARIANTS } from '../plan/kinds.ts';
import type { Owner, PlanSnapshot } from '../plan/plan.ts';
import { planFromTemplate, type TemplateRequest } from '../templates/plan-from-template.ts';
import { exportMarkdown } from './export-markdown.ts';
import { importMarkdown } from './import-markdown.ts';

let state = 1;
const chance = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

const KNOWN: Partial<TemplateRequest> = {
  seller: 'Acme',
  buyer: 'Northwind',
  product: 'Relay',
  evaluationStart: '2027-01-11' as CalendarDate,
  signature: '2027-05-03' as CalendarDate,
  value: 120_000,
  currency: 'EUR',
  timeZone: 'Europe/Oslo',
};

/** Ids by place, so that two plans can be compared. */
function byPlace(plan: PlanSnapshot): unknown {
  const places = new Map<string, string>();
  for (const list of ['workstreams', 'stakeholders', 'steps', 'criteria', 'risks'] as const) {
    plan[list].forEach(({ id }, i) => {
      places.set(id, `${list} ${i}`);
    });
  }
  return JSON.parse(
    JSON.stringify(plan, (key, field) => {
      if (key === 'owners') return (field as Owner[]).map(({ id: _, ...owner }) => owner);
      return typeof field === 'string' ? (places.get(field) ?? field) : field;
    }),
  );
}

const requests = TEMPLATE_IDS.flatMap((template) =>
  VARIANTS.flatMap((variant) =>
    START_MODES.map((start) => ({ template, variant, start, schema: 1 })),
  ),
);

describe('every template', () => {
  it.each(requests)('$template, $variant, $start goes through Markdown unchanged', (request) => {
    for (const known of [{}, KNOWN]) {
      const plan = planFromTemplate({ ...request, ...known }, chance);
      const outcome = importMarkdown(exportMarkdown(plan), { chance, schema: 1, timeZone: 'UTC' });
      if (outcome.kind !== 'imported') throw new Error(outcome.message);
      expect(byPlace(outcome.plan)).toEqual(byPlace(plan));
      expect(outcome.report.items).toEqual([]);
    }
  });

  it('is written in plain words, without a link that says how to read them', () => {
    for (const request of requests) {
      expect(exportMarkdown(planFromTemplate({ ...request, ...KNOWN }, chance))).not.toContain(
        '](#',
      );
    }
  });
});
