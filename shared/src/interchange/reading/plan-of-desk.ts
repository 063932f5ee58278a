/** The snapshot out of what stands on the desk, with what every plan has and a file need not say. */

import type { NarrativeElement } from '../../plan/narrative.ts';
import type { KeyDate, PlanSnapshot } from '../../plan/plan.ts';
import { SATURDAY_AND_SUNDAY } from '../../plan/working-days.ts';
import type { ImportOptions } from '../import-outcome.ts';
import type { PartyNames } from '../words/companies.ts';
import { USUAL_DECISION } from '../words/goal-sentence.ts';
import { withStandardKeyDates } from '../words/standard-key-dates.ts';
import type { Desk } from './desk.ts';

export function planOf(
  desk: Desk,
  options: ImportOptions,
  title: string,
  narrative: readonly NarrativeElement[],
): PlanSnapshot {
  const { details, goal, names } = desk;
  return {
    schema: options.schema,
    title: title === '' ? usualTitle(names) : title,
    ...names,
    product: details.product ?? goal.product ?? '',
    template: details.template ?? 'blank',
    dealType: details.dealType ?? 'new',
    variant: details.variant ?? 'full',
    start: details.start ?? 'draft',
    ...(details.value === undefined ? {} : { value: details.value }),
    ...(details.currency === undefined ? {} : { currency: details.currency }),
    timeZone: details.timeZone ?? options.timeZone,
    weekend: details.weekend ?? SATURDAY_AND_SUNDAY,
    calendars: details.calendars,
    goal: {
      problem: goal.problem ?? '',
      decision: goal.decision ?? USUAL_DECISION,
      outcome: goal.outcome.join('\n'),
      consequence: goal.consequence,
    },
    keyDates: keyDatesOf(desk),
    workstreams: desk.workstreams,
    steps: desk.steps,
    stakeholders: desk.stakeholders,
    criteria: desk.criteria,
    risks: desk.risks,
    resources: desk.resources,
    requirements: desk.requirements,
    glossary: desk.glossary,
    narrative,
  };
}

/** R25, for a file without a title. */
export function usualTitle(names: PartyNames): string {
  if (names.seller === '' && names.buyer === '') return 'Mutual Action Plan';
  return `Mutual Action Plan: ${names.seller || '[Your Company]'} + ${names.buyer || '[Their Company]'}`;
}

/** All four standard dates, and the decision where only the goal sentence names it. */
function keyDatesOf({ keyDates, goal: { by } }: Desk): readonly KeyDate[] {
  const rows = withStandardKeyDates(keyDates);
  if (by === undefined) return rows;
  return rows.map((row) =>
    row.id === 'decision' && row.date === undefined ? { ...row, date: by } : row,
  );
}
