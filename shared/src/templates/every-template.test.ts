import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../plan/calendar-date.ts';
import { type Chance, isId } from '../plan/ids.ts';
import { START_MODES, TEMPLATE_IDS, VARIANTS } from '../plan/kinds.ts';
import { planFromTemplate } from './plan-from-template.ts';

/** A chance that is the same every time. */
function seeded(): Chance {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('every plan from a template', () => {
  const requests = TEMPLATE_IDS.flatMap((template) =>
    VARIANTS.flatMap((variant) =>
      START_MODES.map((start) => ({
        template,
        variant,
        start,
        schema: 1,
        signature: '2027-04-30' as CalendarDate,
      })),
    ),
  );

  it.each(requests)(
    '$template $variant $start has ids of its own and links that lead somewhere',
    (each) => {
      const made = planFromTemplate(each, seeded());
      const rows = [
        made.keyDates,
        made.workstreams,
        made.steps,
        made.stakeholders,
        made.criteria,
        made.risks,
      ].flat();
      const owners = made.steps.flatMap((step) => step.owners);
      const ids = [...rows, ...owners].map(({ id }) => id as string);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every(isId)).toBe(true);
      const known = new Set(ids);
      for (const step of made.steps) {
        expect(step.predecessors.every((id) => known.has(id))).toBe(true);
        expect(step.workstream && known.has(step.workstream)).toBe(true);
      }
    },
  );

  it.each(requests)(
    '$template $variant $start is the same for the same chance, and plain data',
    (each) => {
      const made = planFromTemplate(each, seeded());
      expect(planFromTemplate(each, seeded())).toEqual(made);
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    },
  );
});
