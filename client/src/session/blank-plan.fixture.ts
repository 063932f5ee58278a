/** An empty plan and a chance that repeats, for the tests in this folder. */

import type { Chance } from '@tandem/shared/plan/ids';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';

export function blankPlan(title = ''): PlanSnapshot {
  const calendar = { holidays: [], blackouts: [] };
  return {
    schema: 1,
    title,
    seller: 'Acme',
    buyer: 'Northwind',
    product: 'Relay',
    template: 'blank',
    dealType: 'new',
    variant: 'full',
    start: 'draft',
    timeZone: 'Europe/Berlin',
    weekend: [6, 7],
    calendars: { seller: calendar, buyer: calendar },
    goal: { problem: '', decision: '', outcome: '', consequence: '' },
    keyDates: [],
    workstreams: [],
    steps: [],
    stakeholders: [],
    criteria: [],
    risks: [],
    resources: [],
    requirements: [],
    glossary: [],
    narrative: [],
  };
}

export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
