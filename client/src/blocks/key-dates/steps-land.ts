/** When the steps that lead to the signature are done, by their own due dates. Pure. */

import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';

export interface Landing {
  readonly date: CalendarDate;
  /** Later than the signature target. */
  readonly isLate: boolean;
}

export function whenStepsLand(plan: Pick<PlanSnapshot, 'steps' | 'keyDates'>): Landing | undefined {
  let date: CalendarDate | undefined;
  for (const step of plan.steps) {
    if (step.status === 'complete' || step.type === 'onboarding' || step.due === undefined)
      continue;
    if (date === undefined || step.due > date) date = step.due;
  }
  const target = plan.keyDates.find(({ id }) => (id as string) === 'signature')?.date;
  return date === undefined ? undefined : { date, isLate: target !== undefined && date > target };
}
