import { readPlan } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import { addDays, type CalendarDate } from '@tandem/shared/plan/calendar-date';
import { isWorkingDay, PLAIN_CALENDAR } from '@tandem/shared/plan/working-days';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { demoPlan } from '../../server/src/demo/demo-plan.ts';
import { seededChance } from '../support/seeded.ts';

const MONDAY = '2027-03-01' as CalendarDate;

describe.each([0, 1, 2, 3, 4, 5, 6])('the demo plan, made on day %i of a week', (weekday) => {
  const today = addDays(MONDAY, weekday);
  const plan = demoPlan(today, seededChance(7));
  const byId = new Map(plan.steps.map((step) => [step.id, step]));

  test('has only working days, and every step after those before it', () => {
    for (const { title, start, due, predecessors } of plan.steps) {
      for (const date of [start, due]) {
        expect([title, date && isWorkingDay(PLAIN_CALENDAR, date)]).toEqual([title, true]);
      }
      expect([title, start && due && start <= due]).toEqual([title, true]);
      for (const id of predecessors) {
        const before = byId.get(id)?.due ?? '';
        expect([title, due !== undefined && before <= due]).toEqual([title, true]);
      }
    }
  });

  test('reads as a real one: people of both parties, past and future, one step stuck', () => {
    const parties = new Set(plan.stakeholders.map(({ party }) => party));
    expect(parties).toEqual(new Set(['seller', 'buyer']));
    expect(plan.steps.length).toBeGreaterThanOrEqual(12);
    expect(plan.steps.every(({ owners }) => owners.length > 0)).toBe(true);
    const statuses = new Set(plan.steps.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['complete', 'in-progress', 'blocked', 'pending']));
    expect(plan.steps.some(({ due }) => due !== undefined && due < today)).toBe(true);
    expect(plan.steps.some(({ pinned }) => pinned)).toBe(true);
  });

  test('is the same after a way through the document', () => {
    const doc = new Y.Doc();
    seedPlan(doc, plan, 'template', seededChance(8));
    const read = readPlan(doc);
    expect(read.problems).toEqual([]);
    const { steps, keyDates, ...rest } = read.plan;
    expect(rest).toEqual({ ...plan, steps: undefined, keyDates: undefined });
    expect(steps.map(({ dueEdit: _, ...step }) => step)).toEqual(
      plan.steps.map((step) => ({
        ...step,
        owners: expect.arrayContaining([...step.owners]),
        predecessors: expect.arrayContaining([...step.predecessors]),
      })),
    );
    expect(keyDates.map(({ dateEdit: _, ...keyDate }) => keyDate)).toEqual(plan.keyDates);
  });
});
