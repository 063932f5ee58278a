/**
 * The plan of the demo workspace: an enterprise deal four weeks in, as real ones look. The pilot runs, the
 * security review is stuck, a board date cannot move. Dates count from the day of its creation.
 */

import { SCHEMA } from '@tandem/shared/doc/layout';
import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import {
  type Chance,
  type GlossaryEntryId,
  type KeyDateId,
  newId,
  type WorkstreamId,
} from '@tandem/shared/plan/ids';
import type { StandardKeyDate } from '@tandem/shared/plan/kinds';
import type { KeyDate, PartyCalendar, PlanSnapshot } from '@tandem/shared/plan/plan';
import {
  addWorkingDays,
  PLAIN_CALENDAR,
  SATURDAY_AND_SUNDAY,
  sameOrNextWorkingDay,
} from '@tandem/shared/plan/working-days';
import { DEFAULT_WORKSTREAMS } from '@tandem/shared/templates/workstreams';
import { castOf } from './demo-people.ts';
import { DEMO_NARRATIVE, demoSections } from './demo-sections.ts';
import { demoSteps } from './demo-steps.ts';

const SELLER = 'Brightwater Analytics';
const BUYER = 'Castellan Logistics';
const NO_DAYS_OFF: PartyCalendar = { holidays: [], blackouts: [] };

export function demoPlan(today: CalendarDate, chance: Chance): PlanSnapshot {
  const firstDay = sameOrNextWorkingDay(PLAIN_CALENDAR, today);
  const day = (count: number): CalendarDate => addWorkingDays(PLAIN_CALENDAR, firstDay, count);
  const cast = castOf(chance);
  const workstreams = DEFAULT_WORKSTREAMS.map((name) => ({
    id: newId<WorkstreamId>(chance),
    name,
  }));
  const steps = demoSteps(day, cast, workstreams, chance);
  return {
    schema: SCHEMA,
    title: `Mutual Action Plan: ${SELLER} + ${BUYER}`,
    seller: SELLER,
    buyer: BUYER,
    product: 'Brightwater Flow',
    template: 'enterprise',
    dealType: 'new',
    variant: 'full',
    start: 'draft',
    value: 180_000,
    currency: 'EUR',
    timeZone: 'Europe/Amsterdam',
    weekend: SATURDAY_AND_SUNDAY,
    calendars: { seller: NO_DAYS_OFF, buyer: NO_DAYS_OFF },
    goal: {
      problem: 'trailers that wait unseen in nine warehouses',
      decision: 'go/no-go',
      outcome:
        '“I want to know about a waiting trailer before the driver calls me.” Claire Beaumont',
      consequence: 'If all criteria pass, Castellan signs for all nine warehouses.',
    },
    keyDates: [
      keyDate('evaluation-start', 'Evaluation start', day(-20)),
      keyDate('decision', 'Decision target', day(26), 'The investment committee meets that day'),
      keyDate('signature', 'Signature target', day(30)),
      keyDate('go-live', 'Go-live target', day(53), 'Ten weeks before the peak season'),
    ],
    workstreams,
    steps,
    stakeholders: cast.stakeholders,
    ...demoSections(cast, steps, chance),
    glossary: [
      {
        id: newId<GlossaryEntryId>(chance),
        term: 'Vendor onboarding',
        meaning: 'Supplier registration with purchasing',
        type: 'procurement',
      },
    ],
    narrative: DEMO_NARRATIVE,
  };
}

function keyDate(id: StandardKeyDate, label: string, date: CalendarDate, why = ''): KeyDate {
  return { id: id as string as KeyDateId, label, date, why };
}
