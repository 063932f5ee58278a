import { exportMarkdown } from '@tandem/shared/interchange/export-markdown';
import { importMarkdown } from '@tandem/shared/interchange/import-markdown';
import * as kinds from '@tandem/shared/plan/kinds';
import type { Owner, PlanSnapshot } from '@tandem/shared/plan/plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan, richerPlan } from './arbitrary-plan.ts';

function imported(markdown: string): PlanSnapshot {
  let state = 1;
  const chance = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const outcome = importMarkdown(markdown, { chance, schema: 7, timeZone: 'UTC' });
  if (outcome.kind !== 'imported') throw new Error(outcome.message);
  return outcome.plan;
}

/** Ids by place, so that two plans can be compared. */
function byPlace(value: PlanSnapshot): unknown {
  const places = new Map<string, string>();
  const lists = [
    'workstreams',
    'stakeholders',
    'steps',
    'criteria',
    'risks',
    'resources',
    'requirements',
    'glossary',
    'keyDates',
  ] as const;
  for (const list of lists) {
    value[list].forEach((row, i) => {
      if (!kinds.isOneOf(kinds.STANDARD_KEY_DATES, row.id)) places.set(row.id, `${list} ${i}`);
    });
  }
  return JSON.parse(
    JSON.stringify(value, (key, field) => {
      if (key === 'owners') return (field as Owner[]).map(({ id: _, ...owner }) => owner);
      return typeof field === 'string' ? (places.get(field) ?? field) : field;
    }),
  );
}

describe('a plan through Markdown', () => {
  it('reads back as it was, but for its ids', () => {
    fc.assert(
      fc.property(plan, (before) => {
        const markdown = exportMarkdown(before);
        expect(byPlace(imported(markdown)), markdown).toEqual(byPlace(before));
      }),
      { numRuns: 150 },
    );
  });

  it('is written the same when it is read back, whatever else the plan holds', () => {
    fc.assert(
      fc.property(richerPlan, (before) => {
        const once = exportMarkdown(before);
        expect(exportMarkdown(imported(once))).toBe(once);
      }),
      { numRuns: 50 },
    );
  });
});
